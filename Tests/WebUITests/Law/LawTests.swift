import AccessModel
import ClinicalModel
import Foundation
import HTTPTypes
import Operations
import Records
import StructuredText
import Testing
import WebUI

struct LawTests {
    @Test func `Anybody reads the law in force beside the proposals, with the EHDS's three dates`() async throws {
        let site = try await TestSite()
        try await site.test { client in
            let page = try await TestBrowser(client).get("/law")
            #expect(page.status == 200 && page.text.utf8.count < 100_000, "\(page.text.utf8.count)")
            for date in ["26 mars 2027", "26 mars 2029", "26 mars 2031"] { #expect(page.text.contains(date), "\(date)") }
            for purpose in Purpose.allCases { #expect(page.text.contains("id=\"\(purpose.rawValue)\""), "\(purpose)") }
            // J-02: refused today in the words of the source, a count under the proposal.
            #expect(page.text.contains("inte tillåter datadelning av hälsodata för sekundäranvändning till diagnostik"))
            #expect(page.text.contains("Besvaras med <strong>Antal</strong>"))
            #expect(page.text.contains("Uppgifter om enskilda begärs från den vårdgivare som har dem"))
            #expect(!page.text.contains("Anmäl som lagligt hinder"), "nobody is signed in")
            let model = try await TestBrowser(client).get("/law", accept: "application/json").json
            #expect(model["leftDecision"]?["decision"]?.string == "refused")
            #expect(model["rightDecision"]?["decision"]?.string == "count")
            let later = try await TestBrowser(client).get(
                "/law?with=2031-03-26&purpose=ehds-secondary-use&role=access-body&place=other-regions&asked=record&has=permit&has=genomic-data"
            )
            #expect(later.text.contains("26 mars 2031"))
            let decided = try await TestBrowser(client).get(
                "/law?with=2031-03-26&purpose=ehds-secondary-use&role=access-body&place=other-regions&asked=record&has=permit&has=genomic-data",
                accept: "application/json"
            ).json
            #expect(decided["leftDecision"]?["decision"]?.string == "refused")
            #expect(decided["rightDecision"]?["decision"]?.string == "record")
            let hostile = try await TestBrowser(client).get(
                "/law?with=%3Cscript%3E&purpose=%22%3E%3Cscript%3Ealert(1)&role=x&has=y")
            #expect(hostile.status == 200 && !hostile.text.contains("<script>alert"))
        }
    }

    @Test func `A refusal becomes a report, the report a line of the steward's list`() async throws {
        let site = try await TestSite()
        let words = "Barnet väntar på diagnos. \"\u{301}><b>x</b>"
        try await site.test { client in
            let browser = TestBrowser(client)
            try await browser.signIn(as: "genetiker-skane", .ownPatientCare)
            let page = try await browser.get("/law")
            let address = try #require(page.part(after: "<a href=\"/law/obstacles/new", before: "\"")).replacing(
                "&amp;", with: "&")
            let form = try await browser.get("/law/obstacles/new" + address)
            #expect(form.text.contains("PDL 2 kap. 4 §; SOU 2023:76"))
            let fields = [
                ("purpose", "another-patients-care"), ("reason", "force"), ("point", "PDL 2 kap. 4 §; SOU 2023:76"),
                ("region", "24"),
            ]
            #expect(try await browser.post("/law/obstacles/new", fields + [("words", words)], token: nil).status == 403)
            for bad in ["", "19121212-1212", "17-43093464-G-A"] {
                let answer = try await browser.post("/law/obstacles/new", fields + [("words", bad)], token: form.token)
                #expect(answer.status == 400, "\(bad)")
            }
            #expect(
                try await browser.post("/law/obstacles/new", [("purpose", "x"), ("words", words)], token: form.token).status
                    == 404)
            let kept = try await browser.post("/law/obstacles/new", fields + [("words", words)], token: form.token)
            #expect(kept.status == 303)
            #expect(try await browser.get(try #require(kept.location)).text.contains("Anmälan 1 är mottagen."))
            #expect(try await browser.get("/law/obstacles").status == 403)

            let steward = TestBrowser(client)
            try await steward.signIn(as: "forvaltare-vasterbotten-1", .laboratoryOperation)
            let list = try await steward.get("/law/obstacles")
            #expect(list.text.contains("Barnet väntar på diagnos.") && !list.text.contains("<b>x</b>"))
            #expect(!list.text.contains("Ingrid") && list.text.contains("SE12-SUS-KLINGEN"))
            let opened = try await steward.get("/law/obstacles/list/1")
            let move = [("state", "forwarded"), ("note", "Till SKR <b>x</b>")]
            #expect(try await steward.post("/law/obstacles/list/1", move, token: nil).status == 403)
            #expect(try await steward.post("/law/obstacles/list/1", move, token: opened.token).location == "/law/obstacles")
            #expect(try await steward.post("/law/obstacles/list/1", [("state", "reported")], token: opened.token).status == 409)
            #expect(try await steward.get("/law/obstacles").text.contains("Skickat vidare"))
            #expect(try await steward.get("/law/obstacles/list/7").status == 404)
            let csv = try await steward.get("/law/obstacles/export")
            #expect(csv.headers[.contentType] == "text/csv; charset=utf-8" && csv.text.contains("forwarded"))
        }
        let kept = try #require(try site.partition.records.legalObstacles().first)
        #expect(kept.report.words == words && kept.state == .forwarded && kept.note == "Till SKR <b>x</b>")
    }

    @Test(arguments: [
        ("logggranskare-vasterbotten", Purpose.laboratoryOperation), ("patient-umea", .ownAccess),
        ("forvaltare-vasterbotten-1", .statistics),
    ])
    func `The list is the steward's alone`(_ persona: String, _ purpose: Purpose) async throws {
        let site = try await TestSite()
        try await site.test { client in
            let browser = TestBrowser(client)
            try await browser.signIn(as: persona, purpose)
            for path in ["/law/obstacles", "/law/obstacles/export", "/law/obstacles/list/1"] {
                #expect(try await browser.get(path).status == 403, "\(path)")
            }
            let token = try await browser.get("/help").token
            #expect(try await browser.post("/law/obstacles/list/1", [("state", "closed")], token: token).status == 403)
            #expect(try await TestBrowser(client).get("/law/obstacles/new").location?.hasPrefix("/login") == true)
        }
    }
}
