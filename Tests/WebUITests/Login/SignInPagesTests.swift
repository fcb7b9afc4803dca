import AccessModel
import Foundation
import HTTPTypes
import StructuredText
import Testing
import WebUI

struct SignInPagesTests {
    @Test func `Somebody goes from a page to signing in and back to it, with name, unit and purpose on it`() async throws {
        let site = try await TestSite()
        try await site.test { client in
            let browser = TestBrowser(client)
            let first = try await browser.get("/network")
            #expect(first.status == 303)
            #expect(first.location == "/login?next=%2Fnetwork")
            let login = try await browser.get("/login?next=%2Fnetwork")
            #expect(login.text.contains("/login/with?provider=development&amp;next=%2Fnetwork"))
            let back = try await browser.signIn(as: "bioinformatiker-umea", .laboratoryOperation, next: "/network")
            #expect(back.status == 303)
            #expect(back.location == "/network")
            let page = try await browser.get("/network")
            #expect(page.status == 200)
            for text in ["Mikael Nilsson", "bioinformatiker", "Region Västerbotten", "Ändamål", "node-24"] {
                #expect(page.text.contains(text), "\(text)")
            }
        }
    }

    @Test func `The cookie is the host's alone, out of reach of scripts, and bound to TLS where there is any`() async throws {
        for isSecure in [false, true] {
            let site = try await TestSite(isSecure: isSecure)
            try await site.test { client in
                let browser = TestBrowser(client)
                let end = try await browser.signIn(as: "bioinformatiker-umea", .laboratoryOperation)
                let name = isSecure ? "__Host-samsyn" : "samsyn"
                let cookie = try #require(end.headers[values: .setCookie].first { $0.hasPrefix(name + "=") })
                for part in ["HttpOnly", "SameSite=Lax", "Path=/"] { #expect(cookie.contains(part)) }
                #expect(cookie.contains("Secure") == isSecure)
                #expect(!cookie.contains("Domain"))
                #expect(!cookie.contains("Max-Age"))
                #expect(end.headers[values: .setCookie].contains { $0.hasPrefix(name + "-login=;") && $0.contains("Max-Age=0") })
            }
        }
    }

    @Test func `An identifier that was planted before signing in is not the session's afterwards`() async throws {
        let site = try await TestSite()
        try await site.test { client in
            let attacker = TestBrowser(client)
            try await attacker.signIn(as: "forskare-uppsala", .research)
            let planted = try #require(attacker.cookies["samsyn"])
            let victim = TestBrowser(client)
            victim.plant("samsyn", planted)
            try await victim.signIn(as: "bioinformatiker-umea", .laboratoryOperation)
            #expect(victim.cookies["samsyn"] != planted)
            #expect(try await attacker.get("/network").status == 303, "the planted session is over")
            for forged in [String(repeating: "A", count: 43), "x", ""] {
                attacker.plant("samsyn", forged)
                #expect(try await attacker.get("/network").status == 303)
            }
        }
    }

    @Test func `Changing the purpose takes a form of this session and gives a new identifier; the old one is worth nothing`()
        async throws
    {
        let site = try await TestSite()
        try await site.test { client in
            let browser = TestBrowser(client)
            try await browser.signIn(as: "bioinformatiker-umea", .laboratoryOperation)
            let page = try await browser.get("/purpose?next=/help")
            let token = try #require(page.token)
            let before = try #require(browser.cookies["samsyn"])
            for wrong in [nil, "", String(repeating: "A", count: 43)] {
                let refused = try await browser.post("/purpose", [("purpose", "quality-follow-up")], token: wrong)
                #expect(refused.status == 403)
            }
            let foreign = try await browser.post("/purpose", [("purpose", "research")], token: token)
            #expect(foreign.status == 403)
            #expect(browser.cookies["samsyn"] == before)
            let changed = try await browser.post(
                "/purpose", [("purpose", "quality-follow-up"), ("next", "/help")], token: token)
            #expect(changed.status == 303)
            #expect(changed.location == "/help")
            let after = try #require(browser.cookies["samsyn"])
            #expect(after != before)
            #expect(try await browser.get("/help").text.contains("Uppföljning av vårdens kvalitet"))
            #expect(try await browser.post("/purpose", [("purpose", "laboratory-operation")], token: token).status == 403)
            browser.plant("samsyn", before)
            #expect(try await browser.get("/network").status == 303)
        }
    }

    @Test(arguments: [
        ["Sec-Fetch-Site": "cross-site"], ["Sec-Fetch-Site": "same-site"], ["Origin": "https://evil.example"], ["Origin": "null"],
    ])
    func `A form from another site is refused, even with the right token`(_ headers: [String: String]) async throws {
        let site = try await TestSite()
        try await site.test { client in
            let browser = TestBrowser(client)
            try await browser.signIn(as: "bioinformatiker-umea", .laboratoryOperation)
            let token = try #require(try await browser.get("/purpose").token)
            #expect(try await browser.post("/logout", [], token: token, headers).status == 403)
            #expect(try await browser.get("/network").status == 200)
            let ended = try await browser.post("/logout", [], token: token, ["Sec-Fetch-Site": "same-origin"])
            #expect(ended.location == "/login")
            #expect(try await browser.get("/network").status == 303)
        }
    }

    @Test(arguments: ["//evil.example/", "https://evil.example/", "/\\evil.example"])
    func `Nobody is led to another host, at no step`(_ address: String) async throws {
        let site = try await TestSite()
        try await site.test { client in
            let browser = TestBrowser(client)
            let login = try await browser.get(SiteURL.login(next: address).path)
            #expect(login.text.contains("href=\"/login/with?provider=development\""))
            let end = try await browser.signIn(as: "bioinformatiker-umea", .laboratoryOperation, next: address)
            #expect(end.location == "/")
            let token = try #require(try await browser.get("/purpose").token)
            let changed = try await browser.post("/purpose", [("purpose", "quality-follow-up"), ("next", address)], token: token)
            #expect(changed.location == "/")
            let set = try await browser.get("/preferences?theme=dark&next=" + SiteURL.escaped(address))
            #expect(set.location == "/")
        }
    }

    @Test func `The answer of a sign-in is good once, and only in the browser that began it`() async throws {
        let site = try await TestSite()
        try await site.test { client in
            let browser = TestBrowser(client)
            let begun = try await browser.get("/login/with?provider=development")
            let query = try #require(begun.location.flatMap { $0.firstIndex(of: "?").map($0.suffix(from:)) }).dropFirst()
            let fields = try #require(FormText.fields(query))
            let chosen = try await browser.post(
                "/login/development", fields.map { ($0.0, $0.1) } + [("choice", "bioinformatiker-umea laboratory-operation")],
                token: nil)
            let address = try #require(chosen.location)
            let stolen = try await TestBrowser(client).get(address, accept: "application/json")
            #expect(stolen.status == 403)
            #expect(stolen.problem == "login-other-browser")
            #expect(try await browser.get(address, accept: "application/json").problem == "login-state")
            #expect(try await browser.get("/network").status == 303)
            #expect(
                try await browser.get("/login/with?provider=none", accept: "application/json").problem == "login-unknown-provider"
            )
            #expect(try await browser.get("/login/return?error=x&state=y", accept: "application/json").problem == "login-state")
            #expect(try await browser.get("/login/development?redirect_uri=https://evil.example").status == 403)
        }
    }
}
