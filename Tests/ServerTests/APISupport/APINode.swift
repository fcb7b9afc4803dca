import AccessModel
import ClinicalModel
import Foundation
import GenomeModel
import HTTPAPI
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Identification
import NIOCore
import Operations
import Records
import StructuredText
import Testing

/// A node with the partition of Västerbotten in a folder of its own, as the API sees it. A token is a persona's name.
final class APINode: Sendable {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
    /// 21 November 2026, in the middle of the day.
    static let noon = Timestamp(milliseconds: 20_778 * 86_400_000 + 43_200_000)
    static let steward = "forvaltare-vasterbotten-1"
    static let otherSteward = "forvaltare-vasterbotten-2"
    static let laboratory = "bioinformatiker-umea"

    /// A folder that lasts as long as anything that works in it.
    private final class Place: Sendable {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("samsyn-api-\(UUID().uuidString)")

        deinit { try? FileManager.default.removeItem(at: url) }
    }

    let folder: URL
    let partition: Partition
    let node: RunningNode
    let tokens: TokenVerifier

    private static let regulations = Result {
        Regulations(
            law: try LoadLaw.read(root.appendingPathComponent("law/sweden.yaml").path),
            hierarchies: try LoadCodes(directory: root.appendingPathComponent("codes").path).run())
    }

    init(
        isDevelopment: Bool = false, takesEnquiries: Bool = true, uploadLimit: Int = 1 << 30,
        annotations: AnnotationDesk = AnnotationDesk()
    ) async throws {
        let place = Place()
        folder = place.url
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let code = try #require(RegionCode("24"))
        let layout = PartitionLayout(data: folder.path, region: code)
        let key = RegionKey()
        try await InitialisePartition(layout: layout, key: key, organisations: DemonstrationOrganisations.of(code))
            .run(now: APINode.noon)
        partition = try await Partition.open(layout, key: key, now: { APINode.noon })
        let regulations = try APINode.regulations.get()
        node = RunningNode(
            name: "node-24", partitions: [code: partition], regulations: regulations,
            sources: [.partition(partition, regulations)],
            enquiries: takesEnquiries ? try EnquiryDatabase(inMemory: ()) : nil, uploadLimit: uploadLimit,
            annotations: annotations, isDevelopment: isDevelopment, now: { withExtendedLifetime(place) { APINode.noon } })
        let personas = try LoadPersonas.read(APINode.root.appendingPathComponent("Examples/personas.yaml").path)
        tokens = TokenVerifier { token throws(TokenError) in
            guard let actor = personas[token] ?? APINode.patient(token) else { throw TokenError(.malformed) }
            return Credential(
                actor: actor, purpose: nil, issuer: "test", expires: Timestamp(milliseconds: .max), isDevelopment: true)
        }
    }

    /// A token for somebody about whom region 24 holds data: `self-` and the pseudonym.
    private static func patient(_ token: String) -> Actor? {
        guard token.hasPrefix("self-"), let person = Pseudonym(String(token.dropFirst(5))), let region = RegionCode("24") else {
            return nil
        }
        return Actor(
            identity: "patient", name: "Patient", role: .patient, region: region, provider: nil, careUnit: nil,
            purposes: [.ownAccess], selves: [region: person])
    }

    func application(
        _ limits: RequestLimits = RequestLimits(), entrance: Entrance = Entrance(), metrics: RequestMetrics = .none
    ) -> some ApplicationProtocol {
        let router = buildRouter(node: node, tokens: tokens, limits: limits, entrance: entrance, metrics: metrics) { router in
            BeaconRoutes(node: node, tokens: tokens, genes: GeneLoci([])).add(to: router)
        }
        return Application(router: router)
    }

    /// A partition's manifest for one person with one small file, and the file.
    func submission(_ name: String, person: Int = 0) throws -> (manifest: JSONValue, vcf: [UInt8]) {
        let numbers = try String(
            contentsOf: APINode.root.appendingPathComponent("Examples/sweden/test-identity-numbers.txt"), encoding: .utf8
        ).split(separator: "\n")
        let number = String(numbers[person])
        let vcf = Array(
            """
            ##fileformat=VCFv4.3
            ##contig=<ID=1,length=248956422>
            ##FORMAT=<ID=GT,Number=1,Type=String,Description="Genotype">
            #CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tS1
            1\t1000000\t.\tA\tG\t50\tPASS\t.\tGT\t0/1

            """.utf8)
        let isMale = (Int(number.dropFirst(10).prefix(1)) ?? 0) % 2 == 1
        let manifest: JSONValue = [
            "format": "samsyn-submission/1", "kind": "new", "case": JSONValue(.string(name)), "laboratory": "SE24-NUS-GMC",
            "orderingProvider": "SE24-NUS-KLINGEN", "area": "rare", "assembly": "GRCh38",
            "assay": ["name": "genome", "version": "1", "kind": "genome"],
            "files": [
                [
                    "name": "calls.vcf", "sha256": JSONValue(.string(ContentDigest.of(vcf))), "bytes": JSONValue(vcf.count),
                    "role": "variants",
                ]
            ],
            "people": [
                [
                    "id": "person-1", "identityNumber": JSONValue(.string(number)),
                    "sex": JSONValue(.string(isMale ? "male" : "female")), "homeRegion": "24",
                ]
            ],
            "specimens": [
                ["name": JSONValue(.string("B-\(name)")), "person": "person-1", "type": "blood", "sampled": "2026-01-10"]
            ],
            "callSets": [
                [
                    "name": JSONValue(.string("C-\(name)")), "specimen": JSONValue(.string("B-\(name)")), "file": "calls.vcf",
                    "sample": "S1", "origin": "germline", "analysed": "2026-02-10",
                ]
            ],
        ]
        return (manifest, vcf)
    }

    func pseudonym(_ person: Int = 0) throws -> Pseudonym {
        let numbers = try String(
            contentsOf: APINode.root.appendingPathComponent("Examples/sweden/test-identity-numbers.txt"), encoding: .utf8
        ).split(separator: "\n")
        return try partition.identity.pseudonym(
            of: IdentityNumber.parse(String(numbers[person]), today: APINode.noon.date))
    }
}

/// An answer as a test looks at it.
struct APIAnswer: Sendable {
    let status: Int
    let headers: HTTPFields
    let bytes: [UInt8]

    var json: JSONValue { get throws { try JSONReader.read(bytes) } }

    /// The code of the problem that it is.
    var problem: String? {
        guard headers[.contentType] == "application/problem+json", let type = (try? json)?["type"]?.string else { return nil }
        return String(type.dropFirst("urn:samsyn:problem:".count))
    }
}

extension TestClientProtocol {
    /// One request of somebody, with a JSON body where there is one.
    func ask(
        _ method: HTTPRequest.Method, _ uri: String, as persona: String? = APINode.steward,
        purpose: String? = "laboratory-operation", json: JSONValue? = nil, bytes: [UInt8]? = nil,
        _ headers: [String: String] = [:]
    ) async throws -> APIAnswer {
        var fields: HTTPFields = [:]
        if let persona { fields[.authorization] = "Bearer \(persona)" }
        var named = headers
        if let purpose { named["Samsyn-Purpose"] = purpose }
        if json != nil, named["Content-Type"] == nil { named["Content-Type"] = "application/json" }
        for (name, value) in named { fields[try #require(HTTPField.Name(name))] = value }
        let body = json.map { Array($0.canonicalText.utf8) } ?? bytes
        return try await execute(uri: uri, method: method, headers: fields, body: body.map { ByteBuffer(bytes: $0) }) {
            response in
            APIAnswer(
                status: Int(response.status.code), headers: response.headers, bytes: Array(response.body.readableBytesView))
        }
    }
}
