import ClinicalModel
import Foundation
import HTTPTypes
import Records
import StructuredText
import Testing
import WebUI

/// A manifest for one person with one small file, as a browser sends it.
struct SentSubmission {
    var name: String
    var person = 0
    var region = "12"
    var kind = "new"
    var resubmits: String?
    var fileName = "calls.vcf"
    var laboratory: String
    var vcf: [UInt8]
    var statedBytes: Int?
    var position: Int

    init(_ name: String, person: Int = 0, laboratory: String = "SE12-SUS-GMC", position: Int = 1_000_000) {
        self.name = name
        self.person = person
        self.laboratory = laboratory
        self.position = position
        vcf = SentSubmission.file(position)
    }

    static func file(_ position: Int) -> [UInt8] {
        Array(
            """
            ##fileformat=VCFv4.3
            ##contig=<ID=1,length=248956422>
            ##FORMAT=<ID=GT,Number=1,Type=String,Description="Genotype">
            #CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tS1
            1\t\(position)\t.\tA\tG\t50\tPASS\t.\tGT\t0/1

            """.utf8)
    }

    static func number(_ place: Int) throws -> String {
        let text = try String(
            contentsOf: TestSite.root.appendingPathComponent("Examples/sweden/test-identity-numbers.txt"), encoding: .utf8)
        let numbers = text.split(separator: "\n")
        return String(try #require(numbers.indices.contains(place) ? numbers[place] : nil))
    }

    func manifest() throws -> JSONValue {
        let number = try SentSubmission.number(person)
        let isMale = (Int(number.dropFirst(10).prefix(1)) ?? 0) % 2 == 1
        let controller = laboratory.split(separator: "-").prefix(2).joined(separator: "-")
        return JSONValue(members: [
            ("format", "samsyn-submission/1"), ("kind", JSONValue(.string(kind))),
            ("resubmits", resubmits.map { JSONValue(.string($0)) }), ("case", JSONValue(.string(name))),
            ("laboratory", JSONValue(.string(laboratory))),
            ("orderingProvider", JSONValue(.string(controller + "-KLINGEN"))), ("area", "rare"), ("assembly", "GRCh38"),
            ("assay", ["name": "genome", "version": "1", "kind": "genome"]),
            (
                "files",
                [
                    [
                        "name": JSONValue(.string(fileName)), "sha256": JSONValue(.string(ContentDigest.of(vcf))),
                        "bytes": JSONValue(statedBytes ?? vcf.count), "role": "variants",
                    ]
                ]
            ),
            (
                "people",
                [
                    [
                        "id": "person-1", "identityNumber": JSONValue(.string(number)),
                        "sex": JSONValue(.string(isMale ? "male" : "female")), "homeRegion": JSONValue(.string(region)),
                        "diagnoses": [["code": "ICD10:C50.9", "version": "2025", "onset": "2025-11-03"]],
                        "phenotypes": [["code": "HP:0001250", "version": "2025-01-16", "present": true]],
                    ]
                ]
            ),
            (
                "specimens",
                [["name": JSONValue(.string("B-\(name)")), "person": "person-1", "type": "blood", "sampled": "2026-01-10"]]
            ),
            (
                "callSets",
                [
                    [
                        "name": JSONValue(.string("C-\(name)")), "specimen": JSONValue(.string("B-\(name)")),
                        "file": JSONValue(.string(fileName)), "sample": "S1", "origin": "germline", "analysed": "2026-02-10",
                    ]
                ]
            ),
        ])
    }
}

/// One part of a form with files.
struct FormPart {
    let name: String
    var fileName: String?
    let bytes: [UInt8]

    static func field(_ name: String, _ value: String) -> FormPart { FormPart(name: name, bytes: Array(value.utf8)) }

    static func file(_ name: String, _ fileName: String, _ bytes: [UInt8]) -> FormPart {
        FormPart(name: name, fileName: fileName, bytes: bytes)
    }
}

extension TestBrowser {
    /// A form with files, as browsers write it.
    func post(_ path: String, parts: [FormPart], accept: String? = nil) async throws -> PageAnswer {
        let boundary = "----SamsynTest7MA4YWxkTrZu0gW"
        var body: [UInt8] = []
        for part in parts {
            var head = "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(part.name)\""
            if let name = part.fileName {
                head += "; filename=\"\(name.replacing("\"", with: "%22"))\"\r\nContent-Type: application/octet-stream"
            }
            body += Array((head + "\r\n\r\n").utf8) + part.bytes + Array("\r\n".utf8)
        }
        body += Array("--\(boundary)--\r\n".utf8)
        var headers = ["Content-Type": "multipart/form-data; boundary=\(boundary)"]
        headers["Accept"] = accept
        return try await send(.post, path, headers, String(decoding: body, as: UTF8.self))
    }

    /// Sends a submission with its file by the form of the page.
    func submit(_ sent: SentSubmission, token: String?) async throws -> PageAnswer {
        let manifest = try sent.manifest().indentedText
        return try await post(
            SiteURL.submissions.path,
            parts: [token.map { .field("_csrf", $0) }].compactMap { $0 } + [
                .file("manifest", "manifest.json", Array(manifest.utf8)), .file("files", sent.fileName, sent.vcf),
            ])
    }
}
