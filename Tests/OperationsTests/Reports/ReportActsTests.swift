import AccessModel
import ClinicalModel
import Foundation
import KnowledgeModel
import Operations
import Records
import ReportModel
import StructuredText
import Testing

@Suite("Making a report")
struct ReportActsTests {
    @Test("From a case to a signed report: what was in force is locked, cited and kept as a document")
    func signing() async throws {
        let made = try await ReportRegion.make()
        let signed = try await made.signed()
        let version = try #require(signed.current)
        #expect(version.number == 1 && version.signature?.person == "bo" && version.review?.person == "anna")
        #expect(version.content.finding("f1")?.interpretation?.state == .signed)
        #expect(version.content.finding("f1")?.interpretation?.signatures.map(\.person) == ["anna"])
        let records = made.region.partition.records
        #expect(try records.report(named: signed.identifier) == signed)
        #expect(try records.citations(ofSource: .civic).map(\.item.key) == ["EID1409"])
        #expect(try records.citations(ofSource: .clinvar).isEmpty)
        for language in Language.allCases {
            let file = try #require(try records.file(of: signed.identifier, number: 1, language))
            #expect(file.sha256 == ContentDigest.of(ReportRegion.document))
            #expect(FileManager.default.fileExists(atPath: made.region.layout.file(file.sha256)))
        }
        let bytes = try await ShowReport(
            node: made.node, region: made.region.code, actor: try made.actor("anna"), purpose: .laboratoryOperation,
            report: signed.identifier
        ).file(.sv)
        #expect(bytes == ReportRegion.document)
    }

    @Test("A specimen that a finding of the case was made on is one of the report's, sequenced for it or not")
    func specimens() async throws {
        let made = try await ReportRegion.make()
        try await made.region.submit("FALL-2", [Someone(number: 100, genotypes: ["0/1", "0/1"])], suffix: "-T")
        #expect(try await made.begin().subject.samples.map(\.name) == ["B100"])
        let stain = try #require(BiomarkerFinding(marker: .ihc(antigen: "MLH1"), result: .word(.lost), clone: "M1"))
        let finding = Finding(
            identifier: "f2", content: .biomarker(stain),
            method: FindingMethod(kind: .immunohistochemistry, name: "M1", version: "1", laboratory: made.laboratory),
            callSet: nil, specimen: "B100-T", date: TestRegion.today)
        _ = try made.region.partition.records.recordFindings(
            [finding], caseName: "FALL-1", laboratory: made.laboratory, at: TestRegion.noon)
        #expect(try await made.begin().subject.samples.map(\.name).sorted() == ["B100", "B100-T"])
    }

    @Test("The counts are those that the regions gave, with the region's state, and are not asked again when nothing has changed")
    func counts() async throws {
        let made = try await ReportRegion.make()
        let report = try await made.begin().identifier
        let filled = try await made.fill(report)
        let counts = try #require(filled.latest?.content.finding("f1")?.counts)
        #expect(counts.regions.map(\.region) == [made.region.code])
        #expect(counts.asked == TestRegion.noon)
        #expect((counts.figures == nil) == (counts.regions[0].state != .answered))
        #expect(try await made.fill(report).latest?.content.finding("f1")?.counts == counts)
    }

    @Test("An interpretation that nobody has signed keeps its report from being reviewed")
    func unsigned() async throws {
        let made = try await ReportRegion.make()
        let report = try await made.begin().identifier
        _ = try await made.fill(report)
        let refusal = await #expect(throws: ReportRefusal.self) { try await made.review(report) }
        #expect(refusal?.lacks.map(\.code) == [.unsignedInterpretation])
    }

    @Test("Whoever reviewed it does not sign it, and nothing is kept of the attempt")
    func fourEyes() async throws {
        let made = try await ReportRegion.make()
        try made.signInterpretation()
        let report = try await made.begin().identifier
        _ = try await made.fill(report)
        let reviewed = try await made.review(report)
        let refusal = await #expect(throws: ReportRefusal.self) { try await made.sign(report, as: "ANNA") }
        #expect(refusal?.code == .samePerson)
        #expect(try made.region.partition.records.report(named: report) == reviewed)
        #expect(try made.region.partition.records.file(of: report, number: 1, .sv) == nil)
    }

    @Test("An amended report keeps the signed version in force until its own signature, and says what changed")
    func amending() async throws {
        let made = try await ReportRegion.make()
        let report = try await made.signed().identifier
        let open = try await AmendReport(
            node: made.node, region: made.region.code, actor: try made.actor("anna"), purpose: .laboratoryOperation,
            report: report, reason: "Ny uppgift om fenotyp"
        ).run()
        #expect(open.current?.number == 1 && open.open?.number == 2)
        var values = ReportRegion.values
        values["phenotype"] = .text("HP:0001250, HP:0001263")
        _ = try await made.fill(report, values)
        _ = try await made.review(report)
        let amended = try await made.sign(report)
        #expect(amended.versions.map(\.state) == [.amended, .signed])
        let shown = try await made.show(report, as: try made.actor("anna"), .laboratoryOperation)
        #expect(
            shown.document.difference?.entries
                == [
                    ReportDifference(
                        from: amended.versions[0].content, to: amended.versions[1].content, by: shown.document.template
                    ).entries.first
                ].compactMap { $0 })
        #expect(shown.document.difference?.entries.map(\.change) == [.changed])
        // Each item once, out of the version in force.
        #expect(try made.region.partition.records.citations(ofSource: .civic).count == 1)
    }

    @Test("A withdrawn report supports nothing any more")
    func withdrawing() async throws {
        let made = try await ReportRegion.make()
        let report = try await made.signed().identifier
        let withdrawn = try await made.review(report, .withdraw, words: "Fel person")
        #expect(withdrawn.current == nil)
        #expect(try made.region.partition.records.citations(ofSource: .civic).isEmpty)
    }

    @Test("Without both sides' agreement no report is begun, and what was agreed stays")
    func agreements() async throws {
        let made = try await ReportRegion.make(template: "lung-cancer")
        let error = await #expect(throws: ReportError.self) { try await made.begin() }
        #expect(error?.code == .notAgreed)
        await #expect(throws: TemplateAgreement.Refusal.agreedAlready) {
            try await made.agree("lung-cancer", .clinic, try made.actor("x", .physician))
        }
        let unknown = await #expect(throws: ReportError.self) {
            try await made.agree("lung-cancer", .clinic, try made.actor("x", .physician), version: 9)
        }
        #expect(unknown?.code == .unknownTemplate)
    }

    @Test("Who has no business with it is refused by role, by commission, by law; each look at a person is in the ledger")
    func access() async throws {
        let made = try await ReportRegion.make()
        let report = try await made.signed().identifier
        await #expect(throws: AdministrativeRefusal.self) {
            try await made.show(report, as: try made.actor("s", .statistician), .statistics)
        }
        await #expect(throws: AdministrativeRefusal.self) {
            try await made.show(report, as: try made.actor("b", .bioinformatician, purposes: []), .laboratoryOperation)
        }
        for name in ["FALL-1", "no such case"] {
            await #expect(throws: AdministrativeRefusal.self, "whether there is such a case is not told") {
                try await made.begin(try made.actor("s", .statistician), purpose: .statistics, of: name)
            }
        }
        // A physician without a care relation.
        let physician = try made.actor("läkare", .physician)
        let error = await #expect(throws: ReportError.self) { try await made.show(report, as: physician, .ownPatientCare) }
        if case .notShown(let reasons) = error?.code { #expect(!reasons.isEmpty) } else { Issue.record("\(error as Any)") }
        try await BeginCare(
            partition: made.region.partition, person: made.person, actor: physician, from: TestRegion.today, to: nil
        ).run()
        #expect(try await made.show(report, as: physician, .ownPatientCare).document.version.number == 1)
        let looks = try made.region.partition.ledger.patientView(made.person)
        #expect(looks.count >= 7)
    }

    @Test("A patient reads what is signed of their own, and never a draft or another's")
    func patients() async throws {
        let made = try await ReportRegion.make()
        let report = try await made.signed().identifier
        func patient(_ person: Pseudonym) -> Actor {
            Actor(
                identity: "patient", name: "Patient", role: .patient, region: made.region.code, provider: nil, careUnit: nil,
                purposes: [.ownAccess], selves: [made.region.code: person])
        }
        _ = try await AmendReport(
            node: made.node, region: made.region.code, actor: try made.actor("anna"), purpose: .laboratoryOperation,
            report: report, reason: "Mer"
        ).run()
        let shown = try await made.show(report, as: patient(made.person), .ownAccess)
        #expect(shown.document.version.number == 1 && shown.possible.isEmpty && shown.findings.isEmpty)
        await #expect(throws: ReportError.self) {
            try await made.show(report, as: patient(try made.region.pseudonym(1)), .ownAccess)
        }
    }

    @Test("When somebody is destroyed by decision their reports and documents are gone, and others' stay")
    func destruction() async throws {
        let made = try await ReportRegion.make()
        let report = try await made.signed().identifier
        let digest = try #require(try made.region.partition.records.file(of: report, number: 1, .sv)).sha256
        let faults = try await EndData(
            partition: made.region.partition, person: made.person, act: .destroy, decision: "D-1", actor: "test"
        ).run()
        #expect(faults.isEmpty)
        let records = made.region.partition.records
        #expect(try records.report(named: report) == nil && records.citations(ofSource: .civic).isEmpty)
        #expect(!FileManager.default.fileExists(atPath: made.region.layout.file(digest)))
        // Templates are about nobody.
        #expect(try records.agreements().count == 1)
        #expect(try made.region.files(with: "Möjlig orsak: åäö").isEmpty)
    }

    @Test("What somebody writes is not kept where it holds an identity number")
    func identityNumbers() async throws {
        let made = try await ReportRegion.make()
        let report = try await made.begin().identifier
        var values = ReportRegion.values
        values["conclusion"] = .text("Patienten " + (try TestRegion.number(100)))
        let error = await #expect(throws: ReportError.self) { try await made.fill(report, values) }
        #expect(error?.code == .text(.identityNumber) && error?.place == "conclusion")
    }
}
