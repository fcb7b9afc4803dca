import AccessModel
import ClinicalModel
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Identification
import Operations
import StructuredText
import Testing
import WebUI

struct FrameTests {
    static let pages = ["/", "/purpose", "/help", "/help/api", "/design", "/network", "/login"]

    @Test(arguments: FrameTests.pages)
    func `Every page has its headers, one first heading, no inline script or style, and loads from this host alone`(
        _ path: String
    ) async throws {
        let site = try await TestSite()
        try await site.test { client in
            let browser = TestBrowser(client)
            try await browser.signIn(as: "bioinformatiker-umea", .laboratoryOperation)
            let page = try await browser.get(path)
            #expect(page.status == 200)
            #expect(page.headers[.contentSecurityPolicy] == SecurePages.policy)
            #expect(page.headers[.xContentTypeOptions] == "nosniff")
            #expect(page.headers[.cacheControl] == "no-store")
            #expect(page.headers[try #require(HTTPField.Name("Referrer-Policy"))] == "same-origin")
            #expect(page.text.components(separatedBy: "<h1").count == 2)
            #expect(page.text.utf8.count < 100_000)
            for bad in [" style=\"", "<style", " onclick", " onload", "javascript:", "http://", "{{"] {
                #expect(!page.text.contains(bad), "\(bad)")
            }
            for piece in page.text.components(separatedBy: "<script").dropFirst() {
                #expect(piece.hasPrefix(" src=\"/assets/"), "a script without an address")
            }
            let english = try await browser.get(path + "?lang=en")
            #expect(english.text.contains("<html lang=\"en\""))
            #expect(english.headers[.contentLanguage] == "en")
            #expect(english.text != page.text)
            let model = try await browser.get(path, accept: "application/json")
            #expect(model.headers[.contentType] == "application/json")
            #expect(try model.json.members != nil)
            #expect(try await browser.send(.head, path, [:], nil).status == 200)
        }
    }

    @Test func `Language and colours are kept, and asked of the browser before`() async throws {
        let site = try await TestSite()
        try await site.test { client in
            let browser = TestBrowser(client)
            #expect(try await browser.get("/help", ["Accept-Language": "de, en;q=0.5"]).text.contains("<html lang=\"en\""))
            #expect(try await browser.get("/help", ["Accept-Language": "de"]).text.contains("<html lang=\"sv\""))
            #expect(try await browser.get("/help?lang=en").text.contains("<html lang=\"en\""))
            #expect(try await browser.get("/help", ["Accept-Language": "sv"]).text.contains("<html lang=\"en\""))
            #expect(try await browser.get("/help?lang=fr").text.contains("<html lang=\"en\""))
            #expect(try await browser.get("/preferences?theme=dark&next=/help").location == "/help")
            #expect(try await browser.get("/help").text.contains("data-theme=\"dark\""))
            #expect(try await browser.get("/help").text.contains("value=\"off\""))
            #expect(try await browser.get("/preferences?keys=off&next=/help").location == "/help")
            let without = try await browser.get("/help")
            #expect(without.text.contains("data-keys=\"off\"") && without.text.contains("value=\"on\""))
            browser.plant("theme", "\"><script>")
            #expect(try await browser.get("/help").text.contains("data-theme=\"system\""))
        }
    }

    @Test func `Names that are hostile are only text, in every page's head`() async throws {
        let hostile = "\"\u{301}><script>alert(1)</script>"
        let site = try await TestSite { personas in
            personas.merging([
                "evil": Actor(
                    identity: hostile, name: hostile, role: .bioinformatician, region: RegionCode("24"),
                    provider: OrganisationCode("SE24-NUS"), careUnit: nil, purposes: [.laboratoryOperation, .qualityFollowUp])
            ]) { $1 }
        }
        try await site.test { client in
            let browser = TestBrowser(client)
            try await browser.signIn(as: "evil", .laboratoryOperation)
            for path in FrameTests.pages {
                let page = try await browser.get(path)
                #expect(page.text.contains("&lt;script&gt;alert(1)") || path == "/login")
                #expect(!page.text.contains("<script>alert"))
            }
            let address = "/help?x=%22%3E%3Cscript%3Ealert(1)%3C/script%3E"
            #expect(try await !browser.get(address).text.contains("<script>alert"))
        }
    }

    @Test func `What is not there, not allowed or broken is a page with a way on, and a problem for programs`() async throws {
        let site = try await TestSite()
        try await site.test { client in
            let browser = TestBrowser(client)
            try await browser.signIn(as: "forskare-uppsala", .research)
            let missing = try await browser.get("/nowhere")
            #expect(missing.status == 404)
            #expect(missing.text.contains("Sidan finns inte."))
            let refused = try await browser.get("/network")
            #expect(refused.status == 403)
            #expect(refused.text.contains("Din roll har inte rätt att göra detta."))
            let problem = try await browser.get("/network", accept: "application/json")
            #expect(problem.headers[.contentType] == "application/problem+json")
            #expect(problem.problem == "not-allowed-role")
            #expect(try problem.json["request"]?.string?.isEmpty == false)
            let anonymous = try await TestBrowser(client).get("/network", accept: "application/json")
            #expect(anonymous.status == 401)
            #expect(anonymous.problem == "token-missing")
        }
    }

    @Test func `What an address does not take is a page that says so, with what it takes for programs`() async throws {
        let site = try await TestSite()
        try await site.test { client in
            let browser = TestBrowser(client)
            let page = try await browser.post("/help", [], token: nil)
            #expect(page.status == 405 && page.headers[.allow] == "GET, HEAD")
            #expect(page.headers[.contentType] == "text/html; charset=utf-8")
            #expect(page.text.contains("Adressen tar inte emot en begäran av det slaget."))
            let problem = try await browser.get("/logout", accept: "application/json")
            #expect(problem.status == 405 && problem.problem == "method-not-allowed" && problem.headers[.allow] == "POST")
            // What is at no address, and what a page itself does not find, is not found by any method.
            for path in ["/nowhere", "/assets/none.css"] {
                #expect(try await browser.get(path).status == 404)
                #expect(try await browser.get(path).headers[.allow] == nil)
            }
        }
    }

    @Test func `A page that may go better soon says when`() async throws {
        let site = try await TestSite()
        let router = buildPages(site.site)
        router.get("/busy") { _, _ -> Response in throw PartitionError(.busy, place: "x") }
        router.get("/keys") { _, _ -> Response in throw LoginError(.provider, detail: "keys-unavailable") }
        router.get("/unknown") { _, _ -> Response in throw PartitionError(.unknownPerson, place: "x") }
        try await Application(router: router).test(.router) { client in
            for (path, status, seconds) in [("/busy", 503, "60"), ("/keys", 502, "60"), ("/unknown", 404, nil)] {
                for accept in ["text/html", "application/json"] {
                    let answer = try await TestBrowser(client).get(path, accept: accept)
                    #expect(answer.status == status && answer.headers[.retryAfter] == seconds, "\(path) \(accept)")
                }
            }
        }
    }

    @Test func `A refusal leads to the report of a legal obstacle, filled in; what is no refusal of the law does not`()
        async throws
    {
        let site = try await TestSite()
        try await site.test { client in
            let browser = TestBrowser(client)
            try await browser.signIn(as: "forskare-uppsala", .research)
            let refused = try await browser.get("/network")
            #expect(refused.status == 403 && refused.text.contains("Anmäl som lagligt hinder"))
            let address = try #require(refused.part(after: "class=\"obstacle\"><a href=\"", before: "\"")).replacing(
                "&amp;", with: "&")
            let form = try await browser.get(address)
            #expect(form.status == 200 && form.text.contains("HSLF-FS 2016:40 4 kap."))
            #expect(
                form.text.contains("name=\"purpose\" value=\"research\"") && form.text.contains("name=\"reason\" value=\"role\""))
            for path in ["/nowhere", "/help"] {
                #expect(try await !browser.get(path).text.contains("Anmäl som lagligt hinder"), "\(path)")
            }
            let foreign = try await browser.post("/law/obstacles/new", [], token: nil)
            #expect(foreign.status == 403 && !foreign.text.contains("Anmäl som lagligt hinder"))
        }
    }

    @Test func `Who has several purposes and has chosen none is asked first`() async throws {
        let site = try await TestSite()
        let (identifier, _) = site.site.sessions.begin(
            Credential(
                actor: try #require(
                    try LoadPersonas.read(TestSite.root.appendingPathComponent("Examples/personas.yaml").path)[
                        "bioinformatiker-umea"]), purpose: nil, issuer: "test", expires: PageClock.noon, isDevelopment: true),
            purpose: nil)
        try await site.test { client in
            let browser = TestBrowser(client)
            browser.plant("samsyn", identifier.text)
            #expect(try await browser.get("/network").location == "/purpose?next=%2Fnetwork")
            let page = try await browser.get("/purpose?next=%2Fnetwork")
            #expect(page.text.contains("Inget valt"))
            let chosen = try await browser.post(
                "/purpose", [("purpose", "laboratory-operation"), ("next", "/network")], token: page.token)
            #expect(chosen.location == "/network")
            #expect(try await browser.get("/network").status == 200)
        }
    }

    @Test func `The navigation offers what a role can open, and nothing else`() async throws {
        let site = try await TestSite()
        try await site.test { client in
            for (persona, purpose, offered, left) in [
                ("patient-umea", Purpose.ownAccess, ["/me"], ["/ledger", "/variant/search", "/submissions", "/network"]),
                (
                    "logggranskare-vasterbotten", .laboratoryOperation, ["/ledger", "/network"],
                    ["/me", "/sharing", "/submissions"]
                ),
                ("forvaltare-vasterbotten-1", .laboratoryOperation, ["/sharing", "/ledger", "/submissions"], ["/me"]),
                (
                    "genetiker-skane", .ownPatientCare, ["/variant/search", "/person", "/cohorts"],
                    ["/ledger", "/me", "/sharing"]
                ),
            ] {
                let browser = TestBrowser(client)
                try await browser.signIn(as: persona, purpose)
                let page = try await browser.get("/help")
                let navigation = try #require(page.part(after: "<nav", before: "</nav>"))
                for path in offered { #expect(navigation.contains("href=\"\(path)\""), "\(persona) \(path)") }
                for path in left { #expect(!navigation.contains("href=\"\(path)\""), "\(persona) \(path)") }
            }
        }
    }

    @Test func `Assets are kept for a year under their digest, asked after under their name, and no file beside them is served`()
        async throws
    {
        let site = try await TestSite()
        try await site.test { client in
            let browser = TestBrowser(client)
            let page = try await browser.get("/login")
            let style = try #require(page.part(after: "rel=\"stylesheet\" href=\"", before: "\""))
            let pinned = try await browser.get(style)
            #expect(pinned.status == 200)
            #expect(pinned.headers[.contentType] == "text/css; charset=utf-8")
            #expect(pinned.headers[.cacheControl] == "public, max-age=31536000, immutable")
            let named = try await browser.get("/assets/samsyn.css")
            #expect(named.headers[.cacheControl] == "public, no-cache")
            let tag = try #require(named.headers[.eTag])
            #expect(try await browser.get("/assets/samsyn.css", ["If-None-Match": tag]).status == 304)
            for path in ["/assets/none.css", "/assets/..%2Ftemplates%2Fframe.mustache", "/assets/frame.mustache"] {
                #expect(try await browser.get(path).status == 404)
            }
        }
    }
}
