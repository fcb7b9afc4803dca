import Foundation
import Records
import StructuredText

/// A submission before it is written: a manifest of which every part can be changed, and files.
struct SubmissionDraft: Sendable {
    var manifest: JSONValue
    /// By name; what lies beside the manifest.
    var files: [String: [UInt8]]
    /// In place of the manifest's text.
    var raw: [UInt8]?

    var bytes: [UInt8] { raw ?? Array(manifest.indentedText.utf8) }

    /// The value at a path such as `people.0.sex`; nil takes it out.
    subscript(_ path: String) -> JSONValue? {
        get { manifest.at(path.split(separator: ".").map(String.init)) }
        set { manifest = manifest.putting(newValue, at: path.split(separator: ".").map(String.init)) }
    }

    static let bed = "1\t1\t200000000\nX\t1\t150000000\n"

    static func vcf(_ samples: [String], _ records: [String]) -> String {
        var text = "##fileformat=VCFv4.2\n##contig=<ID=1,length=248956422>\n##contig=<ID=X,length=156040895>\n"
        text += "##FORMAT=<ID=GT,Number=1,Type=String,Description=\"Genotype\">\n"
        text +=
            (["#CHROM", "POS", "ID", "REF", "ALT", "QUAL", "FILTER", "INFO", "FORMAT"] + samples).joined(separator: "\t") + "\n"
        return text + records.map { $0 + "\n" }.joined()
    }

    static func record(_ position: Int, _ genotypes: [String] = ["0/1"], contig: String = "1") -> String {
        ([contig, "\(position)", ".", "A", "G", "50", "PASS", ".", "GT"] + genotypes).joined(separator: "\t")
    }

    /// A panel of person number `person`: a woman where it is even, a man where it is odd. Everybody has the variant 1-1000-A-G, and one
    /// at 10000 + `variant` of their own.
    static func panel(_ person: Int, case caseName: String? = nil, variant: Int? = nil) throws -> SubmissionDraft {
        let text = vcf(["S1"], [record(1000), record(10_000 + (variant ?? person))])
        var draft = SubmissionDraft(manifest: nil, files: [:])
        draft.manifest = [
            "format": "samsyn-submission/1", "kind": "new", "case": JSONValue(caseName ?? "C\(person)"),
            "laboratory": "SE24-NUS-GMC", "orderingProvider": "SE24-NUS-KLINGEN", "area": "rare", "assembly": "GRCh38",
            "assay": ["name": "panel", "version": "1", "kind": "panel", "targets": "panel.bed"], "files": [],
            "people": [
                [
                    "id": "patient", "identityNumber": JSONValue(try IntakeBench.number(person)),
                    "sex": JSONValue(person.isMultiple(of: 2) ? "female" : "male"),
                ]
            ],
            "specimens": [["name": JSONValue("C\(person)-B"), "person": "patient", "type": "blood"]],
            "callSets": [
                [
                    "name": JSONValue("C\(person)-G"), "specimen": JSONValue("C\(person)-B"), "file": "calls.vcf",
                    "sample": "S1", "origin": "germline", "analysed": "2026-11-02",
                    "metrics": [["name": "mean-coverage", "value": 250]],
                ]
            ],
        ]
        draft.put("calls.vcf", text)
        draft.put("panel.bed", bed, role: "targets")
        return draft
    }

    /// A re-analysis of `panel(person)`, with another variant.
    static func replacement(_ person: Int, variant: Int) throws -> SubmissionDraft {
        var draft = try panel(person, variant: variant)
        draft["kind"] = "replacement"
        return draft
    }

    /// Corrects the findings of an accepted `panel(person)`.
    static func correction(_ person: Int, of submission: String) throws -> SubmissionDraft {
        var draft = try panel(person)
        for name in ["orderingProvider", "area", "assembly", "assay", "files", "callSets", "specimens"] { draft[name] = nil }
        draft.files = [:]
        draft["kind"] = "correction"
        draft["corrects"] = JSONValue(submission)
        draft["people.0.diagnoses"] = [["code": "ORPHA:558", "version": "2025-07"]]
        return draft
    }

    /// Lays a file beside the manifest and lists it, as it is.
    mutating func put(_ name: String, _ text: String, role: String = "variants") { put(name, Array(text.utf8), role: role) }

    mutating func put(_ name: String, _ bytes: [UInt8], role: String = "variants") {
        files[name] = bytes
        let entry: JSONValue = [
            "name": JSONValue(name), "sha256": JSONValue(ContentDigest.of(bytes)), "bytes": JSONValue(bytes.count),
            "role": JSONValue(role),
        ]
        let others = (manifest["files"]?.array ?? []).filter { $0["name"]?.string != name }
        self["files"] = JSONValue(others + [entry])
    }
}

extension JSONValue {
    func at(_ path: [String]) -> JSONValue? {
        guard let first = path.first else { return self }
        let next: JSONValue? =
            if let values = array { Int(first).flatMap { values.indices.contains($0) ? values[$0] : nil } } else { self[first] }
        return next?.at(Array(path.dropFirst()))
    }

    func putting(_ value: JSONValue?, at path: [String]) -> JSONValue {
        guard let first = path.first else { return value ?? nil }
        let rest = Array(path.dropFirst())
        if var values = array, let place = Int(first) {
            if values.indices.contains(place) {
                if rest.isEmpty, value == nil {
                    values.remove(at: place)
                } else {
                    values[place] = values[place].putting(value, at: rest)
                }
            } else if let value {
                values.append(JSONValue(.null).putting(value, at: rest))
            }
            return JSONValue(values)
        }
        var members = self.members ?? []
        let made = Member(
            name: first, place: place, value: (self[first] ?? JSONValue(.object([]))).putting(value, at: rest))
        if let place = members.firstIndex(where: { $0.name == first }) {
            if rest.isEmpty, value == nil { members.remove(at: place) } else { members[place] = made }
        } else if value != nil {
            members.append(made)
        }
        return JSONValue(.object(members))
    }
}
