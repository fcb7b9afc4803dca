import AccessModel
import ClinicalModel
import Foundation
import GenomeModel
import Operations
import Records
import StructuredText
import Testing
import WebUI

@Suite("Pages of requests to regions")
struct ReleasePagesTests {
    static let form = "/releases/new?region=24&variant=17-43093464-G-A&assembly=GRCh38&answered=suppressed"

    private func fields(_ page: PageAnswer, words: String, wish: String = "contact") -> [(String, String)] {
        ["id", "region", "variant", "assembly", "answered"].map { name in
            (name, page.part(after: "name=\"\(name)\" value=\"", before: "\"") ?? "")
        } + [("wish", wish), ("words", words)]
    }

    @Test("A request is sent once however often its form is, and has a page of its own")
    func send() async throws {
        let site = try VariantSite(["24": .suppressed])
        try await site.test { browser in
            let form = try await browser.get(Self.form)
            #expect(form.status == 200)
            let fields = fields(form, words: "<img src=x onerror=alert(1)> Why?")
            let sent = try await browser.post("/releases", fields, token: form.token)
            let again = try await browser.post("/releases", fields, token: form.token)
            #expect(sent.status == 303 && sent.location == again.location)
            let releases = try #require(site.node.releases)
            #expect(try releases.releases().count == 1)
            let page = try await browser.get(try #require(sent.location))
            #expect(page.status == 200 && page.text.contains("17-43093464-G-A"))
            #expect(!page.text.contains("<img") && page.text.contains("&lt;img"))
            // The region of the test takes none: the request waits here.
            #expect(try releases.releases().map(\.progress.state) == [.sent])
            let list = try await browser.get("/releases")
            #expect(list.text.contains(try #require(sent.location)))
            let taken = try await browser.post(try #require(sent.location) + "/steps", [("kind", "withdrawn")], token: page.token)
            let states = try releases.releases().map(\.progress.state)
            #expect(taken.status == 303 && states == [.withdrawn])
        }
    }

    @Test("Without the form's token, or with another's, nothing is sent")
    func forged() async throws {
        let site = try VariantSite(["24": .suppressed])
        try await site.test { browser in
            let form = try await browser.get(Self.form)
            let fields = fields(form, words: "Why?")
            #expect(try await browser.post("/releases", fields, token: nil).status == 403)
            #expect(try await browser.post("/releases", fields, token: String(repeating: "a", count: 43)).status == 403)
            #expect(
                try await browser.post("/releases/rel-0123456789abcdef/steps", [("kind", "granted")], token: nil).status == 403)
            #expect(try site.node.releases?.releases().isEmpty == true)
        }
    }

    @Test("Words that are missing or point somebody out come back with the form", arguments: ["", "19360101-6987 is hers"])
    func words(_ words: String) async throws {
        let site = try VariantSite(["24": .suppressed])
        try await site.test { browser in
            let form = try await browser.get(Self.form)
            let back = try await browser.post("/releases", fields(form, words: words), token: form.token)
            #expect(back.status == 422 && back.text.contains("role=\"alert\"") && back.token != nil)
            #expect(try site.node.releases?.releases().isEmpty == true)
        }
    }

    @Test("Others do not find it, and nobody grants their own")
    func others() async throws {
        let site = try VariantSite(["24": .suppressed])
        try await site.test { browser in
            let form = try await browser.get(Self.form)
            let sent = try await browser.post("/releases", fields(form, words: "Why?"), token: form.token)
            let address = try #require(sent.location)
            #expect(
                try await browser.post(address + "/steps", [("kind", "granted"), ("words", "Yes")], token: form.token).status
                    == 409)
            let other = TestBrowser(browser.client)
            try await other.signIn(as: "lakare-karolinska", .ownPatientCare)
            #expect(try await other.get(address).status == 404)
            let token = try await other.get(Self.form).token
            #expect(try await other.post(address + "/steps", [("kind", "withdrawn")], token: token).status == 404)
            #expect(try await other.get("/releases").text.contains(address) == false)
        }
    }

    @Test("A region that is not in the network cannot be asked, and nothing but a variant be asked about")
    func refused() async throws {
        let site = try VariantSite(["24": .suppressed])
        try await site.test { browser in
            let elsewhere = try await browser.get(Self.form.replacing("region=24", with: "region=25"))
            let nonsense = try await browser.get(Self.form.replacing("17-43093464-G-A", with: "nonsense"))
            #expect(elsewhere.status == 404 && nonsense.status == 422)
        }
    }
}
