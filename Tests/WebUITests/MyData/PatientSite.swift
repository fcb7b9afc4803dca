import AccessModel
import ClinicalModel
import GenomeModel
import Operations
import Records
import StructuredText
import Testing
import WebUI

/// A site that knows two patients: the persona, and somebody else whose data is no business of theirs.
struct PatientSite {
    let site: TestSite
    static let own = Pseudonym(String(repeating: "a1", count: 16))
    static let other = Pseudonym(String(repeating: "b2", count: 16))
    let person: Pseudonym
    let stranger: Pseudonym

    static func make() async throws -> PatientSite {
        let (person, stranger) = (try #require(own), try #require(other))
        let region = try #require(RegionCode("24"))
        let site = try await TestSite { personas in
            personas.mapValues { $0.role == .patient ? $0.known(as: [region: person]) : $0 }
        }
        let made = PatientSite(site: site, person: person, stranger: stranger)
        try made.register()
        for one in [person, stranger] { try await made.read(one, by: "ingrid", unit: "SE24-NUS-KLINGEN") }
        return made
    }

    var records: RecordsDatabase { site.partition.records }

    private func register() throws {
        let submission = "sub-0000000000000001"
        let step = SubmissionStep(step: "received", outcome: .done, time: PageClock.noon)
        _ = try records.receive(
            SubmissionRow(
                id: submission, kind: .new, manifestDigest: ContentDigest.of("m"), idempotencyKey: "k", manifest: "{}",
                concerns: nil, caseName: "case", laboratory: "lab", received: PageClock.noon),
            files: [SubmissionFile(name: "calls.vcf", sha256: ContentDigest.of("f"), bytes: 5, role: .variants)], steps: [step])
        let people = [person, stranger].map {
            Person(
                pseudonym: $0, sex: .female, birth: YearMonth(year: 1950, month: 1), homeRegion: RegionCode("24"),
                municipalityGroup: nil)
        }
        try records.accept(
            AcceptedSubmission(
                submission: submission, people: people,
                steps: [SubmissionStep(step: "available", outcome: .done, time: PageClock.noon)],
                receipt: ["state": "available"]))
    }

    /// Somebody of staff reads about a person.
    @discardableResult
    func read(
        _ person: Pseudonym, by actor: String, unit: String?, decision: Granularity = .record, detail: [String: String] = [:]
    ) async throws -> Int {
        try await site.partition.ledger.append(
            AuditEvent(
                time: PageClock.noon, act: .recordRead, actor: actor, role: "physician", careUnit: unit, process: "person show",
                purpose: .ownPatientCare, decision: decision, patients: [person], detail: detail))
    }

    func event(about person: Pseudonym) throws -> Int {
        try #require(try site.partition.ledger.events(LedgerFilter(patient: person, act: .recordRead)).first?.seq)
    }

    func events(of person: Pseudonym) throws -> [ConsentEvent] { try records.consentEvents(of: person) }
}
