import HTTPAPI
import Hummingbird
import HummingbirdTesting
import StructuredText
import Testing

@Suite("Study enquiries through the API")
struct APIEnquiryTests {
    private static let asker = "genetiker-skane"
    private static let draft: JSONValue = [
        "title": "Trial of a new medicine", "sponsor": "A company", "criteria": "sex = female", "plannedStudy": "Phase 2",
        "contact": "study@example.org", "deadline": "2026-12-31",
    ]

    private func check(_ answer: APIAnswer, _ id: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let operation = try #require(APIOperations.all.first { $0.id == id }, sourceLocation: sourceLocation)
        let outcome = try #require(
            operation.outcomes.first { Int($0.status.code) == answer.status }, "\(answer.status) \(answer.problem ?? "")",
            sourceLocation: sourceLocation)
        let fault = outcome.schema?.fault(in: try answer.json)
        #expect(fault == nil, "\(fault.map { "\($0.path): \($0.expected)" } ?? "")", sourceLocation: sourceLocation)
    }

    @Test("One is registered, asked, answered by the region's steward and closed, and everybody sees what is theirs")
    func whole() async throws {
        let node = try await APINode()
        try await node.application().test(.router) { client in
            let base = "/api/v1/enquiries"
            let registered = try await client.ask(.post, base, as: Self.asker, purpose: "feasibility", json: Self.draft)
            try check(registered, "register-enquiry")
            let id = try #require(try registered.json["id"]?.string)
            #expect(registered.headers[.location] == "\(base)/\(id)")
            let opinion: JSONValue = ["decision": "yes", "contact": "clinic@example.org"]
            let early = try await client.ask(
                .post, "\(base)/\(id)/answers", purpose: "feasibility", json: opinion)
            #expect((early.status, early.problem) == (409, "enquiry-not-asked"))
            let hidden = try await client.ask(.get, "\(base)/\(id)", purpose: "feasibility")
            #expect((hidden.status, hidden.problem) == (404, "enquiry-unknown"))
            let asked = try await client.ask(.post, "\(base)/\(id)/ask", as: Self.asker, purpose: "feasibility")
            try check(asked, "ask-enquiry")
            #expect(try asked.json["regions"]?.array?.count == 1)
            #expect(try asked.json["regions"]?.array?.first?["figure"]?["state"]?.string != nil)
            let answered = try await client.ask(.post, "\(base)/\(id)/answers", purpose: "feasibility", json: opinion)
            try check(answered, "answer-enquiry")
            let list = try await client.ask(.get, base, purpose: "feasibility")
            try check(list, "list-enquiries")
            #expect(try list.json["enquiries"]?.array?.count == 1)
            let other = try await client.ask(.post, "\(base)/\(id)/close", purpose: "feasibility")
            #expect((other.status, other.problem) == (404, "enquiry-unknown"))
            let closed = try await client.ask(.post, "\(base)/\(id)/close", as: Self.asker, purpose: "feasibility")
            try check(closed, "close-enquiry")
            let shown = try await client.ask(.get, "\(base)/\(id)", as: Self.asker, purpose: "feasibility")
            try check(shown, "show-enquiry")
            #expect(try shown.json["regions"]?.array?.first?["answer"]?["decision"]?.string == "yes")
            let late = try await client.ask(.post, "\(base)/\(id)/ask", as: Self.asker, purpose: "feasibility")
            #expect((late.status, late.problem) == (409, "enquiry-closed"))
        }
    }

    @Test(
        "What is wrong with an enquiry is said where it stands",
        arguments: [
            ("deadline", JSONValue(.string("2026-01-01")), 422, "enquiry-passed-deadline"),
            ("title", JSONValue(.string("  ")), 422, "enquiry-missing"),
            ("criteria", JSONValue(.string("sx = female")), 422, "enquiry-criteria-unknown-field"),
            ("title", JSONValue(5), 400, "body-malformed"),
        ])
    func faults(_ member: String, _ value: JSONValue, _ status: Int, _ code: String) async throws {
        let node = try await APINode()
        let members = (Self.draft.members ?? []).map { ($0.name, Optional($0.name == member ? value : $0.value)) }
        try await node.application().test(.router) { client in
            let answer = try await client.ask(
                .post, "/api/v1/enquiries", as: Self.asker, purpose: "feasibility", json: JSONValue(members: members))
            #expect((answer.status, answer.problem) == (status, code))
            #expect(try answer.json["pointer"]?.string == member)
        }
    }

    @Test("They are made for feasibility and nothing else, and a node without them says where to turn")
    func refusals() async throws {
        let node = try await APINode()
        try await node.application().test(.router) { client in
            let purpose = try await client.ask(
                .post, "/api/v1/enquiries", as: Self.asker, purpose: "own-patient-care", json: Self.draft)
            #expect((purpose.status, purpose.problem) == (403, "enquiry-purpose"))
        }
        let without = try await APINode(takesEnquiries: false)
        try await without.application().test(.router) { client in
            let none = try await client.ask(.get, "/api/v1/enquiries", as: Self.asker, purpose: "feasibility")
            #expect((none.status, none.problem) == (404, "enquiries-not-here"))
        }
    }
}
