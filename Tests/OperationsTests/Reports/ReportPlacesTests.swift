import AccessModel
import ClinicalModel
import Operations
import Records
import ReportModel
import StructuredText
import Testing

@Suite("Where reports are found")
struct ReportPlacesTests {
    private static func waiting(_ made: ReportRegion, _ actor: Actor) throws -> [WaitingTask.Kind: WaitingTask] {
        let tasks = try ListWaiting(node: made.node, actor: actor, purpose: .laboratoryOperation).run()
        return Dictionary(uniqueKeysWithValues: tasks.map { ($0.kind, $0) })
    }

    private static func shownCase(_ made: ReportRegion, _ actor: Actor, _ purpose: Purpose) async throws -> ShownCase {
        try await ShowCase(
            CaseAccess(partition: made.region.partition, law: try AccessFiles.law(), actor: actor, purpose: purpose),
            laboratory: made.laboratory, name: "FALL-1"
        ).run()
    }

    @Test("A draft waits to be finished, a reviewed one for another person's signature, a signed one for nobody")
    func tasks() async throws {
        let made = try await ReportRegion.make()
        try made.signInterpretation()
        let (anna, bo) = (try made.actor("anna"), try made.actor("bo", .molecularPathologist))
        #expect(try Self.waiting(made, anna)[.reportToFinish] == nil)
        let report = try await made.begin().identifier
        let draft = try #require(try Self.waiting(made, anna)[.reportToFinish])
        #expect(draft.count == 1 && draft.examples.map(\.name) == ["FALL-1"])
        _ = try await made.fill(report)
        _ = try await made.review(report)
        #expect(try Self.waiting(made, anna)[.reportToSign] == nil, "who reviewed it does not sign it")
        #expect(try Self.waiting(made, bo)[.reportToSign]?.examples.map(\.identifier) == [report])
        #expect(try Self.waiting(made, try made.actor("s", .statistician)).isEmpty)
        _ = try await made.sign(report)
        for actor in [anna, bo] {
            let tasks = try Self.waiting(made, actor)
            #expect(tasks[.reportToFinish] == nil && tasks[.reportToSign] == nil)
        }
    }

    @Test("A case lists its reports to whoever may open them, and lets the laboratory begin one")
    func caseList() async throws {
        let made = try await ReportRegion.make()
        let report = try await made.signed().identifier
        let shown = try await Self.shownCase(made, try made.actor("anna"), .laboratoryOperation)
        #expect(shown.reports.map(\.history.identifier) == [report] && shown.mayBeginReport)
        #expect(shown.reports.first?.title.sv == "Sällsynt sjukdom")
        let physician = try made.actor("läkare", .physician)
        try await BeginCare(
            partition: made.region.partition, person: made.person, actor: physician, from: TestRegion.today, to: nil
        ).run()
        let care = try await Self.shownCase(made, physician, .ownPatientCare)
        #expect(care.reports.count == 1 && !care.mayBeginReport)
    }

    @Test("Nobody is shown a link that is refused: cases and reports of people whom they may not see are not listed")
    func lists() async throws {
        let made = try await ReportRegion.make()
        _ = try await made.signed()
        let geneticist = try made.actor("stina")
        func listed() async throws -> (cases: [String], reports: Int) {
            let access = CaseAccess(
                partition: made.region.partition, law: try AccessFiles.law(), actor: geneticist, purpose: .ownPatientCare)
            let reports = try await ListReports(node: made.node, actor: geneticist, purpose: .ownPatientCare).run()
            return (try await ListCases(access).run().map(\.name), reports?.reports.count ?? 0)
        }
        var seen = try await listed()
        #expect(seen.cases.isEmpty && seen.reports == 0)
        try await BeginCare(
            partition: made.region.partition, person: made.person, actor: geneticist, from: TestRegion.today, to: nil
        ).run()
        seen = try await listed()
        #expect(seen.cases == ["FALL-1"] && seen.reports == 1)
        let lists = try made.region.partition.ledger.events(LedgerFilter(act: .recordRead)).map(\.event).filter {
            $0.process == "case list"
        }
        #expect(lists.map(\.returned) == [0, 1] && lists.allSatisfy { $0.patients.isEmpty && $0.purpose == .ownPatientCare })
    }

    @Test("A patient finds what is signed of their own, with the version that they read, and no draft")
    func ownPage() async throws {
        let made = try await ReportRegion.make()
        func own(_ person: Pseudonym) async throws -> [OwnPage.Report] {
            let patient = Actor(
                identity: "patient", name: "Patient", role: .patient, region: made.region.code, provider: nil, careUnit: nil,
                purposes: [.ownAccess], selves: [made.region.code: person])
            return try await ReadOwnPage(
                partitions: [made.region.code: made.region.partition], law: try AccessFiles.law(), actor: patient,
                purpose: .ownAccess
            ).run().flatMap(\.reports)
        }
        let report = try await made.signed().identifier
        _ = try await made.begin()
        _ = try await AmendReport(
            node: made.node, region: made.region.code, actor: try made.actor("anna"), purpose: .laboratoryOperation,
            report: report, reason: "Mer"
        ).run()
        let reports = try await own(made.person)
        #expect(reports.map(\.identifier) == [report])
        #expect(reports.first?.version == 1 && reports.first?.state == .signed && reports.first?.signed == TestRegion.noon)
        #expect(try await own(try made.region.pseudonym(1)).isEmpty)
    }

    @Test(
        "A variant without an interpretation keeps its report from review until the reason is stated, and loses the reason when interpreted"
    )
    func uninterpreted() async throws {
        let made = try await ReportRegion.make()
        let records = made.region.partition.records
        let recorded = try #require(try records.finding("f1", laboratory: made.laboratory)).finding
        _ = try records.recordFindings(
            [
                Finding(
                    identifier: "f2", content: recorded.content, method: recorded.method, callSet: recorded.callSet,
                    specimen: recorded.specimen, date: recorded.date)
            ], caseName: "FALL-1", laboratory: made.laboratory, at: TestRegion.noon)
        try made.signInterpretation()
        let report = try await made.begin().identifier
        var values = ReportRegion.values
        values["small-variants"] = .findings(["f1", "f2"])
        func fill(_ reasons: [String: UninterpretedReason]) async throws -> ReportContent? {
            try await FillReport(
                node: made.node, region: made.region.code, actor: try made.actor("anna"), purpose: .laboratoryOperation,
                report: report, values: values, uninterpreted: reasons
            ).run().latest?.content
        }
        _ = try await fill([:])
        let refusal = await #expect(throws: ReportRefusal.self) { try await made.review(report) }
        #expect(refusal?.lacks.map(\.description) == ["f2: missing-interpretation"])
        #expect(try await fill(["f1": .awaited, "f2": .awaited])?.uninterpreted == ["f2": .awaited])
        #expect(try await made.review(report).latest?.state == .reviewed)
    }

    @Test("What somebody who is refused reads is in their own language")
    func languages() async throws {
        let made = try await ReportRegion.make()
        let report = try await made.signed().identifier
        let physician = try made.actor("läkare", .physician)
        let error = await #expect(throws: ReportError.self) { try await made.show(report, as: physician, .ownPatientCare) }
        let message = try #require(error?.message)
        guard case .notShown(let reasons) = error?.code else {
            Issue.record("\(error as Any)")
            return
        }
        #expect(!reasons.isEmpty)
        for reason in reasons {
            #expect(message.sv.contains(reason.sv) && message.en.contains(reason.en) && reason.sv != reason.en)
        }
    }
}
