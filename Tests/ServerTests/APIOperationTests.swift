import AccessModel
import Foundation
import HTTPAPI
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Operations
import Records
import StructuredText
import Testing

@Suite("The platform's own API")
struct APIOperationTests {
    /// Holds an answer against the description of the operation that gave it.
    private func check(_ answer: APIAnswer, _ id: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let operation = try #require(APIOperations.all.first { $0.id == id }, sourceLocation: sourceLocation)
        let outcome = operation.outcomes.first { Int($0.status.code) == answer.status }
        let described = try #require(outcome, "\(answer.status) \(answer.problem ?? "")", sourceLocation: sourceLocation)
        guard let schema = described.schema else { return }
        let fault = schema.fault(in: try answer.json)
        #expect(fault == nil, "\(fault.map { "\($0.path): \($0.expected)" } ?? "")", sourceLocation: sourceLocation)
    }

    private static let upload = ["Content-Type": "application/partial-upload"]

    @Test("A submission comes in by pieces, twice the same is one, and its receipt is read again for nothing")
    func submissions() async throws {
        let node = try await APINode()
        let (manifest, vcf) = try node.submission("case-1")
        try await node.application().test(.router) { client in
            let base = "/api/v1/regions/24/submissions"
            let begun = try await client.ask(.post, base, as: APINode.laboratory, json: manifest)
            #expect(begun.status == 201)
            try check(begun, "begin-submission")
            let again = try await client.ask(.post, base, as: APINode.laboratory, json: manifest)
            #expect(again.status == 200)
            try check(again, "begin-submission")
            let id = try #require(try begun.json["submission"]?.string)
            let file = "\(base)/\(id)/files/calls.vcf"
            let early = try await client.ask(.post, "\(base)/\(id)/completion", as: APINode.laboratory)
            #expect((early.status, early.problem) == (409, "upload-incomplete"))
            let first = try await client.ask(
                .patch, file, as: APINode.laboratory, bytes: Array(vcf[..<100]),
                Self.upload.merging(["Upload-Offset": "0"]) { $1 })
            #expect(first.status == 204)
            let wrong = try await client.ask(
                .patch, file, as: APINode.laboratory, bytes: Array(vcf[..<100]),
                Self.upload.merging(["Upload-Offset": "0"]) { $1 })
            #expect((wrong.status, wrong.problem) == (409, "offset-wrong"))
            #expect(wrong.headers[try #require(.init("Upload-Offset"))] == "100")
            let asked = try await client.ask(.head, file, as: APINode.laboratory)
            #expect(asked.headers[try #require(.init("Upload-Offset"))] == "100")
            let tooLong = try await client.ask(
                .patch, file, as: APINode.laboratory, bytes: Array(vcf), Self.upload.merging(["Upload-Offset": "100"]) { $1 })
            #expect((tooLong.status, tooLong.problem) == (413, "file-too-long"))
            // What came in before the fault stays: the test's body came as one piece, of which nothing was taken.
            let rest = try await client.ask(
                .patch, file, as: APINode.laboratory, bytes: Array(vcf[100...]),
                Self.upload.merging(["Upload-Offset": "100"]) { $1 })
            #expect(rest.status == 204)
            #expect(FileManager.default.fileExists(atPath: node.partition.layout.files + "/" + id) == false)
            let receipt = try await client.ask(.post, "\(base)/\(id)/completion", as: APINode.laboratory)
            #expect(try receipt.json["state"]?.string == "available")
            try check(receipt, "finish-submission")
            let known = try await client.ask(.post, base, as: APINode.laboratory, json: manifest)
            #expect(try known.json["state"]?.string == "available")
            let shown = try await client.ask(.get, "\(base)/\(id)", as: APINode.laboratory)
            try check(shown, "show-submission")
            let tag = try #require(shown.headers[.eTag])
            let unchanged = try await client.ask(.get, "\(base)/\(id)", as: APINode.laboratory, ["If-None-Match": tag])
            #expect(unchanged.status == 304 && unchanged.bytes.isEmpty)
            let list = try await client.ask(.get, base, as: APINode.laboratory)
            try check(list, "list-submissions")
            #expect(try list.json["submissions"]?.array?.count == 1)
        }
    }

    @Test("A manifest with faults is refused with all of them, and nothing of it is kept")
    func faultyManifest() async throws {
        let node = try await APINode()
        try await node.application().test(.router) { client in
            let answer = try await client.ask(
                .post, "/api/v1/regions/24/submissions", as: APINode.laboratory, json: ["format": "samsyn-submission/1"])
            #expect((answer.status, answer.problem) == (422, "manifest-faulty"))
            #expect(try (answer.json["faults"]?.array?.count ?? 0) > 3)
            let gone = try await client.ask(
                .get, "/api/v1/regions/24/submissions/sub-0123456789abcdef", as: APINode.laboratory)
            #expect((gone.status, gone.problem) == (404, "submission-unknown"))
        }
    }

    @Test("Questions are decided, answered with each region's state, and logged")
    func questions() async throws {
        let node = try await APINode()
        try await node.application().test(.router) { client in
            let before = try node.partition.ledger.events().count
            let own = try await client.ask(
                .post, "/api/v1/cohorts/count", as: APINode.laboratory, purpose: "own-provider-comparison",
                json: ["question": "all"])
            try check(own, "cohort-count")
            #expect(try own.json["total"]?.integer == 0)
            let json = try await client.ask(
                .post, "/api/v1/cohorts/frequency", as: APINode.laboratory, purpose: "own-provider-comparison",
                json: ["question": ["frequency": "1-1000000-A-G"]])
            try check(json, "cohort-frequency")
            let refused = try await client.ask(
                .post, "/api/v1/cohorts/count", as: "genetiker-skane", purpose: "another-patients-care", json: ["question": "all"]
            )
            try check(refused, "cohort-count")
            #expect(try refused.json["regions"]?.array?.first?["state"]?.string == "refused")
            let variant = try await client.ask(
                .get, "/api/v1/variants/1-1000000-A-G?by=sex,origin", as: APINode.laboratory, purpose: "own-provider-comparison")
            try check(variant, "variant-frequency")
            #expect(try (variant.json["breakdown"]?.array?.count ?? 0) >= 4)
            let tag = try #require(variant.headers[.eTag])
            let same = try await client.ask(
                .get, "/api/v1/variants/1-1000000-A-G?by=sex,origin", as: APINode.laboratory, purpose: "own-provider-comparison",
                ["If-None-Match": tag])
            #expect(same.status == 304)
            let explained = try await client.ask(
                .post, "/api/v1/decisions/explain", as: "genetiker-skane", purpose: "another-patients-care",
                json: ["question": "all"])
            try check(explained, "explain-decision")
            #expect(try node.partition.ledger.events().count > before + 4)
            let none = try await client.ask(.post, "/api/v1/cohorts/count", purpose: nil, json: ["question": "all"])
            #expect((none.status, none.problem) == (400, "purpose-missing"))
        }
    }

    @Test("The ledger is read by those who may, page by page, and that is logged")
    func ledger() async throws {
        let node = try await APINode()
        try await node.application().test(.router) { client in
            for _ in 0..<5 {
                _ = try await client.ask(
                    .post, "/api/v1/cohorts/count", as: APINode.laboratory, purpose: "own-provider-comparison",
                    json: ["question": "all"])
            }
            let base = "/api/v1/regions/24/ledger"
            let first = try await client.ask(.get, "\(base)/events?limit=2&act=question", as: "logggranskare-vasterbotten")
            try check(first, "list-events")
            let next = try #require(try first.json["next"]?.string)
            let second = try await client.ask(
                .get, "\(base)/events?limit=2&act=question&cursor=\(next)", as: "logggranskare-vasterbotten")
            let numbers = try (first.json["events"]?.array ?? []) + (second.json["events"]?.array ?? [])
            #expect(Set(numbers.compactMap { $0["seq"]?.integer }).count == 4)
            try check(try await client.ask(.get, "\(base)/review", as: "logggranskare-vasterbotten"), "review-ledger")
            let verified = try await client.ask(.get, "\(base)/verification", as: "logggranskare-vasterbotten")
            try check(verified, "verify-ledger")
            #expect(try verified.json["whole"]?.bool == true)
            let other = try await client.ask(.get, "\(base)/events", as: "forvaltare-skane-1")
            #expect((other.status, other.problem) == (403, "not-allowed-region"))
            let laboratory = try await client.ask(.get, "\(base)/events", as: APINode.laboratory)
            #expect((laboratory.status, laboratory.problem) == (403, "not-allowed-role"))
            #expect(try node.partition.ledger.events(.init(act: .ledgerReview)).count == 3)
            #expect(try node.partition.ledger.events(.init(act: .verification)).count == 1)
        }
    }

    @Test("A policy is proposed by one steward and published by another, never by the same")
    func policies() async throws {
        let node = try await APINode()
        let text = try String(contentsOf: APINode.root.appendingPathComponent("Examples/policy/24.yaml"), encoding: .utf8)
        try await node.application().test(.router) { client in
            let base = "/api/v1/regions/24/policies"
            let yaml = ["Content-Type": "application/yaml"]
            let faulty = try await client.ask(.post, "\(base)/proposals", bytes: Array("policy: [".utf8), yaml)
            #expect((faulty.status, faulty.problem) == (400, "policy-malformed"))
            let proposed = try await client.ask(.post, "\(base)/proposals", bytes: Array(text.utf8), yaml)
            try check(proposed, "propose-policy")
            let controller = try #require(try proposed.json["controller"]?.string)
            let same = try await client.ask(.post, "\(base)/\(controller)/publication")
            #expect((same.status, same.problem) == (403, "policy-same-person"))
            let published = try await client.ask(.post, "\(base)/\(controller)/publication", as: APINode.otherSteward)
            try check(published, "publish-policy")
            let shown = try await client.ask(.get, base)
            try check(shown, "list-policies")
            #expect(try shown.json["policies"]?.array?.count == 1)
            let batch = try await client.ask(.post, "/api/v1/regions/24/batches")
            #expect((batch.status, batch.problem) == (409, "too-few-waiting"))
            try check(try await client.ask(.get, "/api/v1/regions/24/batches"), "list-batches")
        }
    }

    @Test("A person is shown to those who care for them, and what they say is recorded")
    func people() async throws {
        let node = try await APINode()
        let (manifest, vcf) = try node.submission("case-2", person: 1)
        let person = try node.pseudonym(1)
        try await node.application().test(.router) { client in
            let base = "/api/v1/regions/24/submissions"
            let begun = try await client.ask(.post, base, as: APINode.laboratory, json: manifest)
            let id = try #require(try begun.json["submission"]?.string)
            _ = try await client.ask(
                .patch, "\(base)/\(id)/files/calls.vcf", as: APINode.laboratory, bytes: vcf,
                Self.upload.merging(["Upload-Offset": "0"]) { $1 })
            #expect(try await client.ask(.post, "\(base)/\(id)/completion", as: APINode.laboratory).status == 200)
            let path = "/api/v1/regions/24/persons/\(person)"
            let refused = try await client.ask(.get, path, as: "genetiker-skane", purpose: "own-patient-care")
            #expect((refused.status, refused.problem) == (403, "decision-refused"))
            let stated = try await client.ask(
                .post, "\(path)/statements", json: ["kind": "biobank", "given": true, "giver": "patient"])
            try check(stated, "record-statement")
            let guardian = try await client.ask(
                .post, "\(path)/statements", json: ["kind": "block-towards-others", "given": true, "giver": "guardian"])
            #expect(guardian.status == 403)
            let unknown = try await client.ask(
                .post, "/api/v1/regions/24/persons/\(String(repeating: "0", count: 32))/statements",
                json: ["kind": "biobank", "given": true])
            #expect((unknown.status, unknown.problem) == (404, "person-unknown"))
        }
    }

    @Test("A node says that it is alive and ready, who asks, and which regions it reaches")
    func node() async throws {
        let node = try await APINode()
        try await node.application().test(.router) { client in
            try check(try await client.ask(.get, "/health", as: nil, purpose: nil), "show-health")
            try check(try await client.ask(.get, "/ready", as: nil, purpose: nil), "show-readiness")
            try check(try await client.ask(.get, "/api/v1/me"), "show-me")
            try check(try await client.ask(.get, "/api/v1/regions"), "list-regions")
            try check(try await client.ask(.get, "/api/v1/node"), "show-node")
            let own = try await client.ask(.get, "/api/v1/me/accesses", as: "patient-umea", purpose: "own-access")
            try check(own, "list-own-accesses")
        }
    }
}
