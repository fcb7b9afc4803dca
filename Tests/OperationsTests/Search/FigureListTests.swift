import AccessModel
import ClinicalModel
import Foundation
import GenomeModel
import Operations
import Questions
import Records
import StructuredText
import Testing
import VariantStorage

@Suite("Figures of many variants at once")
struct FigureListTests {
    /// Somebody of another organisation, so that nothing that others were told stands against them.
    private func actor(_ name: String) -> Actor {
        Actor(
            identity: name, name: name, role: .statistician, region: nil, provider: OrganisationCode("SE-\(name)"), careUnit: nil,
            purposes: Set(Purpose.allCases))
    }

    private func list(
        _ region: TestRegion, _ actor: Actor, _ purpose: Purpose, _ criterion: String, _ variants: [String]
    ) async throws -> RegionFigures {
        var asked = try TestRegion.asked(actor, purpose, criterion)
        asked.matter = .figures
        return try await AnswerFigures(
            partition: region.partition, regulations: try TestRegion.regulations.get(), asked: asked,
            variants: try variants.map { try VariantNotation.parse($0, assembly: .grch38) }
        ).run()
    }

    /// What a single answer would be in a row.
    private func row(_ answer: RegionAnswer) -> String {
        if let figures = answer.frequency { return "answered \(figures.json.canonicalText)" }
        return answer.band == nil ? "suppressed" : "band \(answer.band ?? "")"
    }

    private func row(_ columns: FigureColumns, _ row: Int) -> String {
        if let figures = columns.figures(row) { return "answered \(figures.json.canonicalText)" }
        return columns.states[row] == .band ? "band 1-\(columns.band)" : "suppressed"
    }

    @Test(
        "Every variant of a list is answered as when it is asked by itself: cohorts, bands, history and risk alike",
        arguments: [UInt64(1), 2, 3], ["off", "0.4", "0.05"])
    func oneByOne(seed: UInt64, risk: String) async throws {
        var random = SystemSeed(state: seed)
        let alleles = ["0/0", "0/1", "1/1", "./.", "0/0", "0/0"]
        let people = (0..<36).map { number in
            Someone(
                number: number, diagnoses: [random.next() % 3 == 0 ? "ICD10:G40.9" : "ICD10:C50.1"],
                genotypes: TestRegion.sites.indices.map { site in
                    random.next() % 6 < UInt64(site) ? alleles[Int(random.next() % 6)] : "0/0"
                })
        }
        var seen: Set<String> = []
        for band in [false, true] {
            let region = try await TestRegion.make("24", in: try Workspace())
            try await region.submit("A", people)
            // Some have a second call set, which says something else.
            try await region.submit(
                "A", people.prefix(6).map { Someone(number: $0.number, genotypes: ["0/1", "0/0", "1/1", "0/1"]) },
                kind: "addition",
                suffix: "x")
            try await region.publish()
            try await region.publishPolicy { text in
                text.replacing(
                    "band-for: [own-patient-care, feasibility]", with: band ? "band-for: [statistics]" : "band-for: [feasibility]"
                )
                .replacing("membership-risk: 2.5", with: "membership-risk: \(risk)")
            }
            let variants = TestRegion.sites.indices.map(TestRegion.variant) + ["1-1000000-A-T", TestRegion.variant(3)]
            for (number, criterion) in ["all", "diagnosis under ICD10:C50", "not diagnosis under ICD10:C50", "sex = female"]
                .enumerated()
            {
                // The last two after an earlier question of the same organisation.
                let names = ["\(seed)\(band)\(number)a", "\(seed)\(band)\(number)b"]
                if number > 1 {
                    for name in names { _ = try await region.ask(actor(name), .statistics, "frequency \(variants[4])") }
                    for name in names { _ = try await region.ask(actor(name), .statistics, "sex = male") }
                }
                let figures = try await list(region, actor(names[0]), .statistics, criterion, variants)
                let columns = try #require(figures.columns, "\(figures.answer.reason?.en ?? "")")
                for (place, variant) in variants.enumerated() {
                    let condition = criterion == "all" ? "" : " where \(criterion)"
                    let single = try await region.ask(actor(names[1]), .statistics, "frequency \(variant)\(condition)").answer
                    seen.insert(String(row(single).prefix(4)))
                    #expect(row(columns, place) == row(single), "\(criterion), variant \(place), band \(band)")
                }
            }
        }
        #expect(seen.contains("supp"))
        // A band and most figures of so few people take more than the default budget.
        if risk == "off" { #expect(seen == ["answ", "band", "supp"]) }
    }

    @Test("The owner hears everything, one line stands in the ledger, and who may not ask hears nothing")
    func owner() async throws {
        let region = try await TestRegion.make("24", in: try Workspace())
        try await region.submit("A", (0..<8).map { Someone(number: $0, genotypes: [$0 < 2 ? "0/1" : "0/0", "1/1"]) })
        let own = Actor(
            identity: "own", name: "Own", role: .dataSteward, region: region.code, provider: try region.controller, careUnit: nil,
            purposes: [.qualityFollowUp])
        let before = try region.partition.ledger.lastNumber()
        let variants = [TestRegion.variant(0), TestRegion.variant(1), TestRegion.variant(2)]
        let columns = try #require(try await list(region, own, .qualityFollowUp, "all", variants).columns)
        #expect(columns.alleleCounts == [2, 16, 0] && columns.alleleNumbers == [16, 16, 16] && columns.people == 8)
        #expect(columns.homozygous == [0, 8, 0] && columns.carriers == [2, 8, 0])
        #expect(try region.partition.ledger.lastNumber() == before + 1)
        let refused = try await list(region, own, .research, "all", variants)
        #expect(refused.answer.state == .refused && refused.columns == nil)
    }

    @Test("Specimens and call sets are counted where people may be")
    func counted() async throws {
        let region = try await TestRegion.make("24", in: try Workspace())
        let people = (0..<9).map { Someone(number: $0, genotypes: ["0/1"]) }
        try await region.submit("A", people)
        try await region.submit("A", Array(people.prefix(2)), kind: "addition", suffix: "x")
        try await region.publish()
        try await region.publishPolicy()
        let numbers = try await [AskedQuestion.Counted.people, .specimens, .callSets].asyncMap { counted in
            try await region.ask(try TestRegion.persona("statistiker"), .statistics, "all") { $0.counted = counted }.answer.count
        }
        #expect(numbers == [9, 11, 11])
        let few = try await region.ask(try TestRegion.persona("statistiker"), .statistics, "sex = unknown") {
            $0.counted = .callSets
        }
        #expect(few.answer.state == .suppressed && few.answer.band == nil)
    }
}

extension Array {
    fileprivate func asyncMap<T>(_ body: (Element) async throws -> T) async rethrows -> [T] {
        var result: [T] = []
        for element in self { result.append(try await body(element)) }
        return result
    }
}
