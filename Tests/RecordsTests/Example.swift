import ClinicalModel
import Foundation
import GenomeModel
import Records
import StructuredText
import Testing

/// Invented values that are right in every way, for tests to change one thing in.
enum Example {
    static let time = Timestamp(milliseconds: 1_795_000_000_000)

    static func date(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }
    static func unit(_ text: String) throws -> OrganisationCode { try #require(OrganisationCode(text)) }
    static func region(_ text: String) throws -> RegionCode { try #require(RegionCode(text)) }

    static func pseudonym(_ number: Int) throws -> Pseudonym {
        let hex = String(number, radix: 16)
        return try #require(Pseudonym(String(repeating: "0", count: 32 - hex.count) + hex))
    }

    static func submissionName(_ number: Int) -> String {
        let hex = String(number, radix: 16)
        return "sub-" + String(repeating: "0", count: 16 - hex.count) + hex
    }

    /// A database that knows a laboratory and a care unit of region 24.
    static func database() throws -> RecordsDatabase {
        let records = try RecordsDatabase(inMemory: ())
        try prepare(records)
        return records
    }

    static func prepare(_ records: RecordsDatabase) throws {
        try records.registerReferenceOrganisations()
        for (code, kind) in [("lab", Organisation.Kind.laboratory), ("clinic", .careUnit)] {
            try records.register(
                Organisation(
                    code: unit(code), kind: kind, name: code, region: region("24"), controller: unit("region-24")))
        }
    }

    static func submission(_ number: Int, kind: SubmissionRow.Kind = .new, concerns: Int? = nil) -> SubmissionRow {
        SubmissionRow(
            id: submissionName(number), kind: kind, manifestDigest: ContentDigest.of("\(number)"), idempotencyKey: "key\(number)",
            manifest: "{}", concerns: concerns.map(submissionName), caseName: "case\(number)", laboratory: "lab", received: time)
    }

    static func person(_ number: Int) throws -> Person {
        Person(
            pseudonym: try pseudonym(number), sex: .female, birth: YearMonth(year: 1970, month: 5), homeRegion: try region("24"),
            municipalityGroup: .mediumTown)
    }

    static func specimen(_ name: String, of person: Int) throws -> Specimen {
        Specimen(
            name: name, person: try pseudonym(person), kind: .blood, bodySite: nil, sampled: try date("2026-01-01"),
            tumourCellContent: nil, biobankReference: "biobank-\(name)")
    }

    static func assay(targets: String = ContentDigest.of("targets")) throws -> AssayVersion {
        AssayVersion(
            name: "panel", version: "1", kind: .panel, laboratory: try unit("lab"), isAccredited: true, status: .inHouse,
            targets: targets)
    }

    static func callSet(_ name: String, of person: Int, specimen: String, replaces: String? = nil) throws
        -> AcceptedSubmission.CallSet
    {
        AcceptedSubmission.CallSet(
            record: CallSetRecord(
                name: name, person: try pseudonym(person), specimen: specimen, assay: "panel@1", assembly: .grch38,
                origin: .germline, area: .rare, homeRegion: try region("24"), orderingProvider: try unit("clinic"),
                performingLaboratory: try unit("lab"), controller: try unit("region-24"), analysed: try date("2026-02-01"),
                caseName: "case"),
            metrics: [QualityMetric(name: "mean-coverage", value: 100, unit: "1")], fingerprint: [1, 2, 3], replaces: replaces)
    }

    /// Receives and accepts one person with one call set, named after their number.
    static func submit(_ number: Int, to records: RecordsDatabase) throws {
        _ = try records.receive(
            submission(number),
            files: [SubmissionFile(name: "calls.vcf", sha256: ContentDigest.of("file\(number)"), bytes: 5, role: .variants)],
            steps: [SubmissionStep(step: "received", outcome: .done, time: time)])
        try records.accept(accepted(number))
    }

    static func accepted(_ number: Int) throws -> AcceptedSubmission {
        let person = try pseudonym(number)
        return AcceptedSubmission(
            submission: submissionName(number), people: [try self.person(number)],
            specimens: [try specimen("s\(number)", of: number)], assays: [try assay()],
            callSets: [try callSet("c\(number)", of: number, specimen: "s\(number)")],
            diagnoses: [
                Diagnosis(
                    person: person, code: try #require(Code("ICD10:C50.9")), systemVersion: "2026", status: .affected, onset: nil)
            ],
            phenotypes: [
                Phenotype(person: person, code: try #require(Code("HP:0001250")), systemVersion: "2026", isPresent: true)
            ],
            treatments: [
                Treatment(
                    person: person, drug: try #require(Code("ATC:L01EA01")), line: 1, start: try date("2026-03-01"), stop: nil,
                    outcome: nil)
            ],
            steps: [SubmissionStep(step: "available", outcome: .done, time: time)], receipt: ["state": "available"])
    }
}

/// A directory of its own, removed with the value.
final class TemporaryDirectory {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("records-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func path(_ name: String) -> String { url.appendingPathComponent(name).path }

    /// The bytes of every file in the directory.
    func bytes() throws -> Data {
        try FileManager.default.contentsOfDirectory(atPath: url.path).reduce(into: Data()) { all, name in
            all += try Data(contentsOf: url.appendingPathComponent(name))
        }
    }
}
