internal import ClinicalModel
internal import GenomeModel
internal import Records
internal import ReportModel
internal import StructuredText

/// A submission before it is written: the manifest's content, the files, and what the generator knows to be in them.
struct SubmissionDraft {
    struct File {
        let name: String
        let role: String
        let bytes: [UInt8]
    }

    struct Assay: Hashable {
        let name: String
        let version: String
        let kind: AssayVersion.Kind
        /// Of the BED in `DemonstrationSources`; nil for a genome.
        let targets: String?
        var isAccredited = true
        var status = AssayVersion.RegulatoryStatus.inHouse
    }

    struct Specimen {
        let name: String
        let person: String
        let type: String
        var bodySite: String?
        let sampled: CivilDate
        var tumourCellContent: Double?
    }

    struct CallSet {
        let name: String
        let specimen: String
        let file: String
        let sample: String
        let origin: Origin
        let analysed: CivilDate
        var replaces: String?
        var metrics: [(name: String, value: Double, unit: String)] = []
        /// Whether it has the two variants that are counted, from the generator's own books.
        var carriesShared = false
        var carriesCommon = false
    }

    var kind = "new"
    var caseName: String
    var laboratory: String
    var orderer: String?
    var area: Area?
    var assembly: Assembly? = .grch38
    var assay: Assay?
    var files: [File] = []
    var people: [DraftPerson] = []
    var specimens: [Specimen] = []
    var callSets: [CallSet] = []
    var findings: [Finding] = []
    /// A number stands in the manifest until the region has given the real one.
    var concernsCase: String?
    var expectation = PlannedSubmission.Expectation.available
    var warnings: [PlannedSubmission.Warning] = []
    /// A digit of the first file's checksum is changed.
    var hasWrongChecksum = false
    var roles: [String: String] = [:]

    var manifest: JSONValue {
        let pending = JSONValue(.string(PlannedSubmission.pendingName))
        return JSONValue(members: [
            ("format", "samsyn-submission/1"), ("kind", JSONValue(.string(kind))),
            ("resubmits", pending.when(kind == "resubmission")), ("corrects", pending.when(kind == "correction")),
            ("case", JSONValue(.string(caseName))), ("laboratory", JSONValue(.string(laboratory))),
            ("orderingProvider", orderer.map { JSONValue(.string($0)) }), ("area", area.map { JSONValue(.string($0.rawValue)) }),
            ("assembly", assembly.map { JSONValue(.string($0.rawValue)) }), ("assay", assay.map(SubmissionDraft.json)),
            ("files", JSONValue.list(files.enumerated().map { json($1, isFirst: $0 == 0) })),
            ("people", JSONValue.list(people.map(\.json))),
            ("specimens", JSONValue.list(specimens.map(SubmissionDraft.json))),
            ("callSets", JSONValue.list(callSets.map(SubmissionDraft.json))),
            ("findings", JSONValue.list(findings.map(\.json))),
        ])
    }

    private static func json(_ assay: Assay) -> JSONValue {
        JSONValue(members: [
            ("name", JSONValue(.string(assay.name))), ("version", JSONValue(.string(assay.version))),
            ("kind", JSONValue(.string(assay.kind.rawValue))), ("accredited", JSONValue(.bool(assay.isAccredited))),
            ("regulatoryStatus", JSONValue(.string(assay.status.rawValue))),
            ("targets", assay.targets.map { JSONValue(.string(SubmissionDraft.plainName($0))) }),
        ])
    }

    private func json(_ file: File, isFirst: Bool) -> JSONValue {
        var digest = ContentDigest.of(file.bytes)
        if hasWrongChecksum, isFirst { digest = (digest.hasPrefix("0") ? "1" : "0") + digest.dropFirst() }
        return JSONValue(members: [
            ("name", JSONValue(.string(file.name))), ("sha256", JSONValue(.string(digest))),
            ("bytes", JSONValue(.number(String(file.bytes.count)))), ("role", JSONValue(.string(file.role))),
        ])
    }

    private static func json(_ specimen: Specimen) -> JSONValue {
        JSONValue(members: [
            ("name", JSONValue(.string(specimen.name))), ("person", JSONValue(.string(specimen.person))),
            ("type", JSONValue(.string(specimen.type))), ("bodySite", specimen.bodySite.map { JSONValue(.string($0)) }),
            ("sampled", JSONValue(.string(specimen.sampled.description))),
            ("tumourCellContent", specimen.tumourCellContent.map { JSONValue($0) }),
        ])
    }

    private static func json(_ callSet: CallSet) -> JSONValue {
        let metrics = callSet.metrics.map { metric in
            JSONValue(members: [
                ("name", JSONValue(.string(metric.name))), ("value", JSONValue(metric.value)),
                ("unit", JSONValue(.string(metric.unit))),
            ])
        }
        return JSONValue(members: [
            ("name", JSONValue(.string(callSet.name))), ("specimen", JSONValue(.string(callSet.specimen))),
            ("file", JSONValue(.string(callSet.file))), ("sample", JSONValue(.string(callSet.sample))),
            ("origin", JSONValue(.string(callSet.origin.rawValue))),
            ("analysed", JSONValue(.string(callSet.analysed.description))),
            ("replaces", callSet.replaces.map { JSONValue(.string($0)) }),
            ("metrics", JSONValue.list(metrics)),
        ])
    }

    /// The last part of a path.
    static func plainName(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }
}
