import ClinicalModel
import ReportModel
import StructuredText
import Testing

@Suite("The completeness of a report")
struct ReportCompletenessTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let change: @Sendable (inout ReportContent) -> Void
        let lacks: [String]

        init(_ name: String, _ lacks: [String], _ change: @escaping @Sendable (inout ReportContent) -> Void) {
            self.name = name
            self.change = change
            self.lacks = lacks
        }

        var testDescription: String { name }
    }

    static let cases: [Case] = [
        Case("complete", []) { _ in },
        Case("a required item is missing", ["cells missing"]) { $0.values["cells"] = nil },
        Case("blanks are no text", ["stain missing"]) { $0.values["stain"] = .text(" \n") },
        Case("an optional item may be missing", []) { $0.values["type"] = nil },
        Case("not examined, with its reason, is an answer", []) { $0.values["cells"] = .notExamined(.failedQuality) },
        Case("nothing found is an answer", []) { content in
            content.values["variants"] = .findings([])
            content.findings.removeFirst()
        },
        Case("a biomarker that is not there is none", ["tmb missing", "f2 untold-finding"]) {
            $0.values["tmb"] = .findings([])
        },
        Case("a number for a text", ["stain wrong-kind"]) { $0.values["stain"] = .number(3) },
        Case("a finding of another kind", ["variants wrong-kind"]) { $0.values["variants"] = .findings(["f1", "f2"]) },
        Case("another biomarker", ["tmb wrong-kind"]) {
            $0.values["tmb"] = .findings(["f1"]); $0.values["variants"] = .findings(["f1"]); $0.findings.removeLast()
        },
        Case("a finding that is not in the report", ["variants unknown-finding"]) {
            $0.values["variants"] = .findings(["f1", "f9"])
        },
        Case("above what is believable", ["cells out-of-range"]) { $0.values["cells"] = .number(100.5) },
        Case("below what is believable", ["cells out-of-range"]) { $0.values["cells"] = .number(-1) },
        Case("at the limits", []) { $0.values["cells"] = .number(100) },
        Case("a choice that is none", ["stained unknown-choice", "stain not-called-for"]) {
            $0.values["stained"] = .choices(["maybe"])
        },
        Case("two where one is to be chosen", ["stained too-many-choices"]) { $0.values["stained"] = .choices(["yes", "no"]) },
        Case("none chosen", ["stained missing", "stain not-called-for"]) { $0.values["stained"] = .choices([]) },
        Case("not called for where its condition does not hold", ["stain not-called-for"]) {
            $0.values["stained"] = .choices(["no"])
        },
        Case("called for where it holds", ["stain missing"]) { $0.values["stain"] = nil },
        Case("neither, where it does not hold", []) {
            $0.values["stained"] = .choices(["no"]); $0.values["stain"] = nil
        },
        Case("a code of another system", ["type wrong-kind"]) { $0.values["type"] = .code(given(Code("ORPHA:145"))) },
        Case("an item of another template", ["smoking unknown-item"]) { $0.values["smoking"] = .text("x") },
        Case("a finding that no item tells", ["f1 untold-finding"]) { $0.values["variants"] = .findings([]) },
        Case("an interpretation that is a draft", ["f1 unsigned-interpretation"]) {
            $0.findings[0] = ReportedFinding(
                finding: ReportExamples.small(), interpretation: ReportExamples.interpretation(.draft))
        },
        Case("an interpretation that a later one has taken the place of", ["f1 unsigned-interpretation"]) {
            $0.findings[0] = ReportedFinding(
                finding: ReportExamples.small(), interpretation: ReportExamples.interpretation(.superseded))
        },
        Case("a variant that nobody has interpreted", ["f1 missing-interpretation"]) {
            $0.findings[0] = ReportedFinding(finding: ReportExamples.small())
        },
        Case("a variant that nobody has interpreted, with the reason", []) {
            $0.findings[0] = ReportedFinding(finding: ReportExamples.small())
            $0.uninterpreted["f1"] = .awaited
        },
        Case("a reason is no signature", ["f1 unsigned-interpretation"]) {
            $0.findings[0] = ReportedFinding(
                finding: ReportExamples.small(), interpretation: ReportExamples.interpretation(.draft))
            $0.uninterpreted["f1"] = .awaited
        },
        Case("a secondary finding that nobody asked about", ["f3 missing-interpretation", "f3 unwanted-finding"]) {
            $0.findings.append(ReportedFinding(finding: ReportExamples.secondary(isWanted: nil)))
            $0.values["secondary"] = .findings(["f3"])
        },
        Case("a secondary finding that was declined", ["f3 unwanted-finding"]) {
            $0.findings.append(
                ReportedFinding(
                    finding: ReportExamples.secondary(isWanted: false), interpretation: ReportExamples.interpretation()))
            $0.values["secondary"] = .findings(["f3"])
        },
        Case("a secondary finding that is wanted", []) {
            $0.findings.append(ReportedFinding(finding: ReportExamples.secondary(isWanted: true)))
            $0.values["secondary"] = .findings(["f3"])
            $0.uninterpreted["f3"] = .unknownMeaning
        },
    ]

    @Test("What lacks is told with its place", arguments: cases)
    func lacks(example: Case) {
        var content = ReportExamples.complete
        example.change(&content)
        let lacks = ReportCompleteness(content, by: ReportExamples.template).lacks
        #expect(lacks.map { "\($0.place) \($0.code.rawValue)" } == example.lacks)
    }

    @Test("A change is told once, by what it is about; counts asked anew are none")
    func difference() {
        let before = ReportExamples.complete
        var after = before
        after.values["cells"] = .number(55)
        after.values["type"] = nil
        after.findings[0] = ReportedFinding(
            finding: ReportExamples.small(gaps: [NotExamined(.exon, "exon 3", .failedQuality)]),
            interpretation: ReportExamples.interpretation(version: 2), counts: nil)
        after.citations = []
        let difference = ReportDifference(from: before, to: after, by: ReportExamples.template)
        #expect(
            difference.entries.map { "\($0.subject) \($0.change.rawValue)" } == [
                "item(\"cells\") changed", "item(\"type\") removed", "finding(\"f1\") changed",
                "interpretation(finding: \"f1\") changed",
                "notExamined(\(String(reflecting: NotExamined(.exon, "exon 3", .failedQuality)))) added",
                "citation(\"civic:EID1409\") removed",
            ])
        #expect(ReportDifference(from: before, to: before, by: ReportExamples.template).isEmpty)
        var counted = before
        counted.findings[0] = ReportedFinding(
            finding: ReportExamples.small(), interpretation: ReportExamples.interpretation(), counts: nil)
        #expect(ReportDifference(from: before, to: counted, by: ReportExamples.template).isEmpty)
    }

    @Test("Another reason for no interpretation is a change of it, and reads back as it was written")
    func reasons() throws {
        var before = ReportExamples.complete
        before.findings[0] = ReportedFinding(finding: ReportExamples.small())
        before.uninterpreted["f1"] = .awaited
        #expect(try ReportContent(jsonText: before.json.canonicalText) == before)
        var after = before
        after.uninterpreted["f1"] = .noCriteria
        let difference = ReportDifference(from: before, to: after, by: ReportExamples.template)
        #expect(difference.entries.map(\.subject) == [.interpretation(finding: "f1")])
        #expect(difference.entries.map(\.change) == [.changed])
    }

    @Test("What was not examined is told once")
    func notExamined() {
        let gap = NotExamined(.gene, "ALK", .lowCoverage)
        var content = ReportExamples.complete
        content.findings.append(
            ReportedFinding(finding: ReportExamples.small("f4", gaps: [gap, NotExamined(.gene, "RET", .notInAssay)])))
        #expect(content.allNotExamined.map(\.name) == ["ALK", "RET"])
    }
}
