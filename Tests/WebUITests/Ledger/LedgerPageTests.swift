import AccessModel
import ClinicalModel
import Foundation
import HTTPTypes
import Operations
import Records
import StructuredText
import Testing
import WebUI

struct LedgerPageTests {
    private static func filled() async throws -> TestSite {
        let site = try await TestSite()
        let hostile = "<script>alert('x')</script>"
        for number in 0..<70 {
            try await site.partition.ledger.append(
                AuditEvent(
                    time: Timestamp(milliseconds: PageClock.noon.milliseconds - number * 60_000), act: .question,
                    actor: number % 2 == 0 ? "busy" : "quiet-\(number)", role: "physician", careUnit: "SE24-NUS-ONK",
                    process: hostile,
                    purpose: number % 10 == 0 ? .research : .ownPatientCare, basis: hostile,
                    decision: number % 7 == 0 ? .refused : .count,
                    reference: hostile, lacksCareRelation: number == 4,
                    detail: number == 6 ? ["withheld": "few"] : ["membership-risk": "0.01", "note": hostile]))
        }
        return site
    }

    @Test func `A reviewer sees what stands out, filters, turns pages and finds hostile text harmless`() async throws {
        let site = try await Self.filled()
        try await site.test { client in
            let browser = TestBrowser(client)
            try await browser.signIn(as: "logggranskare-vasterbotten", .laboratoryOperation)
            let page = try await browser.get("/ledger")
            #expect(page.status == 200 && page.text.utf8.count < 100_000, "\(page.text.utf8.count)")
            #expect(!page.text.contains("<script>alert") && page.text.contains("&lt;script&gt;"))
            for mark in ["Ovanligt mycket", "Utan vårdrelation", "Hög samlad risk"] {
                #expect(page.text.contains(mark), "\(mark)")
            }
            #expect(page.text.contains("Onkologi") && page.text.contains("Undanhållet"))
            let older = try #require(page.part(after: "<a href=\"/ledger?before=", before: "\""))
            let next = try await browser.get("/ledger?before=\(older)")
            #expect(next.status == 200 && next.text.contains("Till de senaste"))
            func numbers(_ query: String) async throws -> [Int] {
                try await browser.get("/ledger" + query, accept: "application/json").json["events"]?.array?.compactMap {
                    $0["seq"]?.integer
                } ?? []
            }
            #expect(try await numbers("?act=question&purpose=research").count == 7)
            #expect(try await numbers("?act=question&outcome=refused").count == 10)
            #expect(try await numbers("?act=question&outcome=withheld").count == 1)
            #expect(try await numbers("?act=question&without=yes").count == 1)
            #expect(try await numbers("?act=question&actor=busy").count == 30, "a page of thirty-five")
            #expect(try await numbers("?act=question&unit=SE24-NUS-ONK&from=2026-11-21&to=2026-11-21").count == 30)
            #expect(try await numbers("?act=question&to=2026-11-20").isEmpty)
            for query in ["?from=yesterday", "?patient=anna", "?outcome=maybe", "?from=2026-11-21&to=2026-11-01", "?before=x"] {
                #expect(try await browser.get("/ledger" + query).status == 400, "\(query)")
            }
            let hostile = try await browser.get("/ledger?actor=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")
            #expect(hostile.status == 200 && !hostile.text.contains("<script>alert") && hostile.text.contains("Ingen händelse"))
        }
    }

    @Test func `It is verified by a form and exported by a link, and both are in the ledger`() async throws {
        let site = try await Self.filled()
        try await site.test { client in
            let browser = TestBrowser(client)
            try await browser.signIn(as: "forvaltare-vasterbotten-1", .laboratoryOperation)
            let page = try await browser.get("/ledger")
            #expect(page.text.contains("Ingen har kontrollerat den här."))
            // A steward reads; cases and samples are the reviewer's.
            #expect(!page.text.contains("/ledger/cases"))
            #expect(try await browser.post("/ledger/verification", [], token: nil).status == 403)
            #expect(try await browser.post("/ledger/verification", [], token: page.token).location == "/ledger")
            #expect(try await browser.get("/ledger").text.contains("Hel till och med händelse"))
            let csv = try await browser.get("/ledger/export/csv?purpose=research")
            #expect(csv.headers[.contentType] == "text/csv; charset=utf-8")
            #expect(csv.headers[.contentDisposition] == "attachment; filename=\"logg-24-2026-11-21.csv\"")
            #expect(csv.text.split(separator: "\r\n").count == 8)
            #expect(try await browser.get("/ledger/export/json").json.array?.isEmpty == false)
            #expect(try await browser.get("/ledger/export/xml").status == 404)
        }
        #expect(try site.partition.ledger.events(LedgerFilter(act: .ledgerExport)).count == 2)
    }

    @Test func `A sample is drawn, assessed once and signed`() async throws {
        let site = try await Self.filled()
        try await site.test { client in
            let browser = TestBrowser(client)
            try await browser.signIn(as: "logggranskare-vasterbotten", .laboratoryOperation)
            let token = try await browser.get("/ledger/samples").token
            let fields = [("from", "2026-11-01"), ("to", "2026-11-21"), ("size", "5")]
            #expect(try await browser.post("/ledger/samples", fields, token: nil).status == 403)
            #expect(try await browser.post("/ledger/samples", [("from", "x")], token: token).status == 400)
            #expect(try await browser.post("/ledger/samples", fields, token: token).location == "/ledger/samples/1")
            let sample = try await browser.get("/ledger/samples/1")
            #expect(sample.text.components(separatedBy: "<tr>").count == 7 && !sample.text.contains("<script>alert"))
            let text = "Inget att anmärka. <script>alert(1)</script>"
            #expect(try await browser.post("/ledger/samples/1", [("text", " ")], token: token).status == 400)
            #expect(try await browser.post("/ledger/samples/1", [("text", text)], token: token).status == 303)
            #expect(try await browser.post("/ledger/samples/1", [("text", "annat")], token: token).status == 409)
            let signed = try await browser.get("/ledger/samples/1")
            #expect(signed.text.contains("Inget att anmärka. &lt;script&gt;") && !signed.text.contains("<textarea"))
            #expect(try await browser.get("/ledger/samples/2").status == 404)
        }
        #expect(try site.partition.records.sampleChecks().first?.assessment?.signer == "logggranskare-vasterbotten")
    }

    @Test(arguments: [
        ("genetiker-skane", Purpose.ownPatientCare), ("patient-umea", .ownAccess), ("bioinformatiker-umea", .laboratoryOperation),
        ("forskare-uppsala", .research),
    ])
    func `The ledger is closed to everybody else`(_ persona: String, _ purpose: Purpose) async throws {
        let site = try await TestSite()
        try await site.test { client in
            let browser = TestBrowser(client)
            try await browser.signIn(as: persona, purpose)
            for path in [
                "/ledger", "/ledger/export/csv", "/ledger/samples", "/ledger/samples/1", "/ledger/cases", "/ledger/cases/1",
            ] {
                #expect(try await browser.get(path).status == 403, "\(path)")
            }
            let token = try await browser.get("/help").token
            for path in ["/ledger/verification", "/ledger/samples", "/ledger/cases/1"] {
                #expect(try await browser.post(path, [("act", "take")], token: token).status == 403, "\(path)")
            }
        }
        #expect(try site.partition.ledger.events(LedgerFilter(act: .ledgerReview)).isEmpty)
    }

    @Test func `A reviewer of a region that is elsewhere finds nothing here`() async throws {
        let site = try await TestSite(region: "12")
        try await site.test { client in
            let browser = TestBrowser(client)
            try await browser.signIn(as: "logggranskare-vasterbotten", .laboratoryOperation)
            for path in ["/ledger", "/ledger/cases", "/ledger/samples"] {
                let page = try await browser.get(path, accept: "application/json")
                #expect(page.status == 404 && page.problem == "region-not-here")
            }
        }
    }
}
