import ClinicalModel
import GenomeModel
import KnowledgeModel
import Testing

@Suite("What supports issued reports")
struct ReportSupportTests {
    static func item(_ edits: [(String, String)] = []) throws -> EvidenceItem {
        let row = edits.reduce(CivicReadingTests.good) { $0.replacing($1.0, with: $1.1) }
        return try #require(EvidenceItem.read(CivicReadingTests.table(row)).items.first)
    }

    @Test(
        "Is judged by what the report cited",
        arguments: [
            ([("Sensitivity/Response", "Resistance")], SupportEffect.directionChanged),
            ([("Supports", "Does Not Support")], .directionChanged), ([("Melanoma", "Skin Melanoma")], .scopeChanged),
            ([("V600E", "V600K")], .scopeChanged), ([("\tB\t", "\tC\t")], .weakened), ([("\tB\t", "\tA\t")], .strengthened),
            ([("\t5\taccepted", "\t3\taccepted")], .weakened), ([("\tB\t", "\tA\t"), ("\t5\t", "\t4\t")], .shifted),
            ([("accepted", "rejected")], .weakened), ([("1909", "8923")], .reworded),
        ])
    func judged(edits: [(String, String)], effect: SupportEffect) throws {
        let (old, new) = (try ReportSupportTests.item(), try ReportSupportTests.item(edits))
        let support = ReportSupport([Citation(report: "R1", item: old.identity, said: old.statement)])
        let affected = support.affected(by: try KnowledgeDifference(from: [old], to: [new]))
        #expect(affected.map(\.gravest) == [effect])
        #expect(affected.first?.touched.first?.now == new.statement)
    }

    @Test(
        "Of ClinVar turns where a boundary is crossed, and weakens where stars or certainty fall",
        arguments: [
            (
                "Pathogenic", "criteria_provided,_single_submitter", "Uncertain_significance",
                "criteria_provided,_single_submitter", SupportEffect.directionChanged
            ),
            ("Pathogenic", "reviewed_by_expert_panel", "Likely_pathogenic", "reviewed_by_expert_panel", .weakened),
            ("Likely_pathogenic", "criteria_provided,_single_submitter", "Pathogenic", "reviewed_by_expert_panel", .strengthened),
            ("Pathogenic", "reviewed_by_expert_panel", "Pathogenic", "no_assertion_criteria_provided", .weakened),
            ("Likely_pathogenic", "reviewed_by_expert_panel", "Pathogenic", "criteria_provided,_single_submitter", .shifted),
            (
                "Benign", "reviewed_by_expert_panel", "Conflicting_classifications_of_pathogenicity",
                "criteria_provided,_conflicting_classifications", .directionChanged
            ),
        ])
    func clinvar(from: String, fromStatus: String, to: String, toStatus: String, effect: SupportEffect) throws {
        func record(_ word: String, _ status: String) throws -> ClinVarRecord {
            try #require(ClinVarReadingTests.read("1\t45327617\t1\tT\tC\t.\t.\tCLNSIG=\(word);CLNREVSTAT=\(status)").items.first)
        }
        #expect(SupportEffect(said: try record(from, fromStatus).statement, now: try record(to, toStatus).statement) == effect)
    }

    @Test("Letters' case is no change of what an item holds for")
    func letters() {
        let said = ItemStatement(direction: "d", scope: "egfr l858r | lung | erlotinib", strengths: [])
        let now = ItemStatement(direction: "d", scope: "EGFR L858R | Lung | Erlotinib", strengths: [])
        let other = ItemStatement(direction: "d", scope: "EGFR L858R | Lung | Gefitinib", strengths: [])
        #expect(SupportEffect(said: said, now: now) == nil && SupportEffect(said: said, now: other) == .scopeChanged)
    }

    @Test("Never disappears in silence: every report that cites a gone item is listed, the gravest first")
    func gone() throws {
        let old = MadeLists.list(1...100)
        let new = MadeLists.list((1...100).filter { $0 % 10 != 0 }) { $0 == 5 ? .red : .green }
        var citations: [Citation] = []
        for number in 1...100 {
            let item = MadeLists.entry(number)
            citations.append(Citation(report: "R\((number - 1) / 2)", item: item.identity, said: item.statement))
        }
        let affected = ReportSupport(citations).affected(by: try KnowledgeDifference(from: old, to: new))
        #expect(affected.map(\.gravest) == Array(repeating: .gone, count: 10) + [.weakened])
        #expect(Set(affected.prefix(10).map(\.report)) == Set((1...10).map { "R\($0 * 5 - 1)" }))
    }

    @Test("A changed text of a guideline asks for a look")
    func guideline() throws {
        func sections(_ text: String) throws -> [GuidelineSection] {
            try Guideline(
                name: "lungcancer", title: "Lungcancer", version: "6.1", publisher: "RCC", address: "",
                validFrom: #require(.init("2026-01-01")),
                sections: [("egfr", "EGFR", text)]
            ).items
        }
        let (old, new) = (try sections("Ge A."), try sections("Ge B."))
        let support = ReportSupport([Citation(report: "R", item: old[0].identity, said: old[0].statement)])
        let affected = support.affected(by: try KnowledgeDifference(from: old, to: new))
        #expect(affected.map(\.gravest.needsReview) == [true])
    }
}

@Suite("An update over 5,000 reports", .enabled(if: SharedData.isThere, "needs ../shared/data"))
struct LargeUpdateTests {
    /// 5,000 reports that cite 20 items each, spread evenly.
    static func citations<Item: KnowledgeItem>(_ items: [Item]) -> [Citation] {
        (0..<5000).flatMap { report in
            (0..<20).map { number in
                let item = items[(report * 7919 + number * 104_729) % items.count]
                return Citation(report: "report-\(report)", item: item.identity, said: item.statement)
            }
        }
    }

    /// Seconds of the difference and of the reports that it touches, after holding them against the slow way.
    static func measure<Item: KnowledgeItem>(_ name: String, from old: [Item], to new: [Item]) throws -> Double {
        let citations = citations(old)
        var (affected, counts) = ([AffectedReport](), DifferenceCounts())
        let seconds = try ProcessorTime.seconds {
            let difference = try KnowledgeDifference(from: old, to: new)
            counts = difference.counts
            affected = ReportSupport(citations).affected(by: difference)
        }
        print(
            name, counts, "reports:", affected.count, "to review:", affected.count { $0.gravest.needsReview }, "seconds:", seconds
        )

        // The slow way: every citation against the new version.
        let byIdentity = Dictionary(uniqueKeysWithValues: new.map { ($0.identity, $0.statement) })
        let touched = Set(citations.filter { byIdentity[$0.item] != $0.said }.map(\.report))
        #expect(Set(affected.filter { $0.gravest != .reworded }.map(\.report)) == touched)
        return seconds
    }

    @Test("Of CIViC from 2021 to 2026 takes less than five seconds")
    func civic() throws {
        let (old, new) = (try Civic.release2021.get().items, try Civic.release2026.get().items)
        #expect(try LargeUpdateTests.measure("CIViC 2021 to 2026:", from: old, to: new) < 5)
    }

    @Test("Of ClinVar with three records in a hundred changed and one gone takes less than five seconds")
    func clinvar() throws {
        let edit =
            "$0 ~ /^#/ {print; next} {n = NR % 100} n == 0 {next} n < 4 {sub(/CLNSIG=[^;]*/, \"CLNSIG=drug_response\")} {print}"
        let edited = Shell.run("gzip -dc '\(SharedData.path)/knowledge/clinvar.vcf.gz' | awk '\(edit)'")
        let old = try ClinVarRecord.read(SharedData.bytes("knowledge/clinvar.vcf.gz"), assembly: .grch38).items
        let new = try ClinVarRecord.read(edited, assembly: .grch38).items
        #expect(new.count < old.count)
        #expect(try LargeUpdateTests.measure("ClinVar seeded:", from: old, to: new) < 5)
    }
}
