import AccessModel
import ClinicalModel
import Foundation
import HTTPAPI
import Hummingbird
import HummingbirdTesting
import Operations
import Records
import StructuredText
import Testing

@Suite("What reading over the API leaves in the ledger")
struct APIReadingTests {
    private static let base = "/api/v1/regions/24"

    /// A node with one submission about person 0.
    private func node(_ client: any TestClientProtocol, _ node: APINode) async throws -> String {
        let (manifest, vcf) = try node.submission("case-1")
        let base = Self.base + "/submissions"
        let begun = try await client.ask(.post, base, as: APINode.laboratory, json: manifest)
        let id = try #require(try begun.json["submission"]?.string)
        _ = try await client.ask(
            .patch, "\(base)/\(id)/files/calls.vcf", as: APINode.laboratory, bytes: vcf,
            ["Content-Type": "application/partial-upload", "Upload-Offset": "0"])
        #expect(try await client.ask(.post, "\(base)/\(id)/completion", as: APINode.laboratory).status == 200)
        return id
    }

    /// The events that came while `work` was done, without those of the time before.
    private func events(_ node: APINode, during work: () async throws -> APIAnswer) async throws -> (APIAnswer, [AuditEvent]) {
        let before = try node.partition.ledger.events(.init(limit: .max)).count
        let answer = try await work()
        return (answer, try node.partition.ledger.events(.init(limit: .max)).dropFirst(before).map(\.event))
    }

    @Test("A submission's receipt is read about everybody whose analyses it brought, however it is asked for")
    func receipts() async throws {
        let api = try await APINode()
        let person = try api.pseudonym(0)
        try await api.application().test(.router) { client in
            let id = try await node(client, api)
            let path = Self.base + "/submissions/" + id
            let manifest = try api.submission("case-1").manifest
            let (shown, first) = try await events(api) { try await client.ask(.get, path, as: APINode.laboratory) }
            let tag = try #require(shown.headers[.eTag])
            let (unchanged, second) = try await events(api) {
                try await client.ask(.get, path, as: APINode.laboratory, ["If-None-Match": tag])
            }
            let (known, third) = try await events(api) {
                try await client.ask(.post, Self.base + "/submissions", as: APINode.laboratory, json: manifest)
            }
            #expect(shown.status == 200 && unchanged.status == 304 && known.status == 200)
            for events in [first, second, third] {
                #expect(events.count == 1)
                let event = try #require(events.first)
                #expect((event.act, event.process, event.reference) == (.recordRead, "submission show", id))
                #expect(event.patients == [person] && event.purpose == .laboratoryOperation && event.careUnit != nil)
            }
            // The patient sees it.
            #expect(try api.partition.ledger.patientView(person).count >= 3)
        }
    }

    @Test("The list of submissions is logged with how many, and an upload that is under way is about nobody")
    func lists() async throws {
        let api = try await APINode()
        try await api.application().test(.router) { client in
            _ = try await node(client, api)
            let (list, listed) = try await events(api) {
                try await client.ask(.get, Self.base + "/submissions", as: APINode.laboratory)
            }
            #expect(list.status == 200 && listed.count == 1)
            #expect((listed.first?.act, listed.first?.process, listed.first?.returned) == (.recordRead, "submission list", 1))
            #expect(listed.first?.patients == [])
            let manifest = try api.submission("case-2", person: 1).manifest
            let begun = try await client.ask(.post, Self.base + "/submissions", as: APINode.laboratory, json: manifest)
            let id = try #require(try begun.json["submission"]?.string)
            for path in ["/submissions/\(id)", "/policies", "/batches"] {
                let (answer, events) = try await events(api) { try await client.ask(.get, Self.base + path) }
                #expect(answer.status == 200 && events.isEmpty, "\(path)")
            }
            for path in ["/api/v1/me", "/api/v1/regions", "/api/v1/node", "/api/v1/enquiries"] {
                let (answer, events) = try await events(api) { try await client.ask(.get, path) }
                #expect(answer.status == 200 && events.isEmpty, "\(path) \(answer.status)")
            }
        }
    }

    @Test("What is refused or not there shows nothing and leaves nothing about a patient")
    func refused() async throws {
        let api = try await APINode()
        try await api.application().test(.router) { client in
            let id = try await node(client, api)
            for (path, persona, status) in [
                ("/submissions/" + id, "genetiker-skane", 403), ("/submissions/sub-0123456789abcdef", APINode.laboratory, 404),
                ("/submissions", "genetiker-skane", 403),
            ] {
                let (answer, events) = try await events(api) { try await client.ask(.get, Self.base + path, as: persona) }
                #expect(answer.status == status && events.isEmpty, "\(path)")
            }
        }
    }

    @Test("Whoever reads who looked at their data stands in the list that is read next, and sees nobody else's")
    func own() async throws {
        let api = try await APINode()
        let (person, other) = (try api.pseudonym(0), try api.pseudonym(1))
        try await api.application().test(.router) { client in
            _ = try await node(client, api)
            func read(_ person: Pseudonym, _ persona: String? = nil) async throws -> APIAnswer {
                try await client.ask(.get, "/api/v1/me/accesses", as: persona ?? "self-\(person)", purpose: "own-access")
            }
            let (first, events) = try await events(api) { try await read(person) }
            #expect(first.status == 200 && events.count == 1)
            let event = try #require(events.first)
            #expect((event.act, event.process, event.purpose) == (.ledgerReview, "own accesses", .ownAccess))
            #expect(event.patients == [person] && event.actor == "patient")
            let before = try first.json["accesses"]?.array?.count ?? 0
            #expect(event.returned == before)
            let second = try await read(person)
            #expect(try second.json["accesses"]?.array?.count == before + 1)
            // The reading of one is nothing to the other.
            #expect(try await read(other).json["accesses"]?.array?.count == 0)
            let refused = try await read(person, APINode.laboratory)
            #expect((refused.status, refused.problem) == (403, "not-allowed-role"))
        }
    }

    @Test("Every operation of the API has been looked at: it leaves an entry, or is about no patient")
    func classified() {
        let logged: Set = [
            "cohort-count", "cohort-frequency", "explain-decision", "variant-frequency", "annotate-file", "list-submissions",
            "show-submission", "begin-submission", "finish-submission", "show-person", "list-statements", "record-statement",
            "begin-care", "list-events", "review-ledger", "verify-ledger", "list-own-accesses", "propose-policy",
            "publish-policy", "publish-batch", "show-case", "show-evidence", "record-finding", "begin-interpretation",
            "propose-interpretation", "work-on-interpretation", "set-signing", "decide-proposals", "list-recalls",
            "take-recall-step", "discuss-conflict", "begin-report", "show-report", "fill-report", "take-report-step",
            "report-as-fhir", "report-as-phenopacket", "report-for-registers", "list-cases", "list-report-templates",
            "agree-to-report-template", "adopt-knowledge",
        ]
        let aboutNobody: Set = [
            "show-health", "show-readiness", "show-description", "show-me", "list-regions", "show-node", "list-batches",
            "show-upload", "send-piece",
            "drop-upload", "list-policies", "list-enquiries", "register-enquiry", "show-enquiry", "ask-enquiry",
            "answer-enquiry", "close-enquiry", "list-classifications", "list-conflicts", "export-classifications",
            "list-knowledge", "show-knowledge-difference", "show-knowledge-item",
        ]
        #expect(logged.isDisjoint(with: aboutNobody))
        #expect(Set(APIOperations.all.map(\.id)) == logged.union(aboutNobody))
    }
}
