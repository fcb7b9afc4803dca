import ReportModel
import Testing

/// NCBI, Representation of classifications in ClinVar, aggregate germline classification.
@Suite("Classifications of several laboratories")
struct AggregateClassificationTests {
    @Test(
        "Agreement is named, a boundary crossed is a conflict",
        arguments: [
            ([.pathogenic, .pathogenic], "Pathogenic", false),
            ([.likelyPathogenic, .pathogenic], "Pathogenic/Likely pathogenic", false),
            ([.likelyBenign, .benign], "Benign/Likely benign", false), ([.uncertain], "Uncertain significance", false),
            ([.pathogenic, .uncertain], "Conflicting classifications of pathogenicity", true),
            ([.likelyPathogenic, .likelyBenign], "Conflicting classifications of pathogenicity", true),
            ([.uncertain, .likelyBenign], "Conflicting classifications of pathogenicity", true),
        ] as [([PathogenicityClass], String, Bool)])
    func table(classes: [PathogenicityClass], term: String, conflict: Bool) {
        let found = AggregateClassification(classes)
        #expect(found.clinVarTerm == term && found.isConflict == conflict)
        #expect(AggregateClassification(classes.reversed()) == found)
    }

    @Test("A conflict is listed with its numbers")
    func numbers() {
        let found = AggregateClassification([.benign, .uncertain, .pathogenic, .uncertain])
        #expect(found.clinVarCounts == "Pathogenic(1)|Uncertain significance(2)|Benign(1)")
        #expect(AggregateClassification([]).clinVarTerm == nil)
    }

    @Test(
        "ClinVar's own records say the same of every conflict and every agreement among the five classes",
        .enabled(if: SharedData.hasClinVar, "needs ../shared/data"))
    func clinVar() throws {
        // Each value once, with how many records have it.
        var (listed, agreed): ([String: Int], [String: Int]) = ([:], [:])
        for line in try SharedData.lines(of: SharedData.clinVar) where line.first != UInt8(ascii: "#") {
            let columns = line.split(separator: UInt8(ascii: "\t"))
            guard columns.count > 7 else { continue }
            let fields = columns[7].split(separator: UInt8(ascii: ";"))
            func field(_ name: String) -> String? {
                fields.first { $0.starts(with: (name + "=").utf8) }.map {
                    String(decoding: $0.dropFirst(name.utf8.count + 1), as: UTF8.self)
                }
            }
            if let conflict = field("CLNSIGCONF") {
                listed[conflict, default: 0] += 1
            } else if let significance = field("CLNSIG") {
                agreed[significance, default: 0] += 1
            }
        }
        // Terms beyond the five classes, such as low penetrance, are ClinVar's own.
        var (conflicts, agreements) = (0, 0)
        for (text, number) in listed {
            guard let classes = Self.classes(text) else { continue }
            let found = AggregateClassification(classes)
            #expect(found.isConflict && found.clinVarCounts.replacing(" ", with: "_") == text)
            conflicts += number
        }
        for (text, number) in agreed {
            guard let classes = Self.classes(text.replacing("/", with: "|")) else { continue }
            let found = AggregateClassification(classes)
            #expect(!found.isConflict && found.clinVarTerm?.replacing(" ", with: "_") == text)
            agreements += number
        }
        #expect(conflicts > 11_000 && agreements > 50_000, "\(conflicts) conflicts, \(agreements) agreements")
    }

    /// `Pathogenic(1)|Uncertain_significance(2)`; nil where a term is none of the five classes.
    static func classes(_ text: String) -> [PathogenicityClass]? {
        var classes: [PathogenicityClass] = []
        for part in text.split(separator: "|") {
            let pieces = part.split { $0 == "(" || $0 == ")" }
            guard let name = pieces.first?.replacing("_", with: " "),
                let found = PathogenicityClass.allCases.first(where: { $0.clinVarTerm == name })
            else { return nil }
            classes += Array(repeating: found, count: pieces.count > 1 ? Int(pieces[1]) ?? 0 : 1)
        }
        return classes
    }
}
