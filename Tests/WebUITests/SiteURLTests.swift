import HTTPTypes
import Hummingbird
import Testing
import WebUI

struct SiteURLTests {
    @Test func `the start page is the root`() {
        #expect(SiteURL.start.path == "/")
    }

    @Test func `Every address has a route, and every route is an address`() async throws {
        let site = try await TestSite()
        let routes = Set(buildPages(site.site).routes.map { $0.path.description })
        let addresses = Set(SiteURL.examples.map { RouterPath($0.route).description })
        #expect(addresses.subtracting(routes).isEmpty, "without a route: \(addresses.subtracting(routes).sorted())")
        #expect(routes.subtracting(addresses).isEmpty, "without an address: \(routes.subtracting(addresses).sorted())")
    }

    @Test func `What stands in an address is escaped`() {
        #expect(SiteURL.gene("BRCA1/../x?a=b&c#d").path == "/gene/BRCA1%2F..%2Fx%3Fa%3Db%26c%23d")
        #expect(SiteURL.variantSearch(query: "å <b>").path == "/variant/search?q=%C3%A5%20%3Cb%3E")
        #expect(SiteURL.login(next: nil).path == "/login")
        #expect(SiteURL.login(next: "/gene/A?x=1").path == "/login?next=%2Fgene%2FA%3Fx%3D1")
    }

    @Test(arguments: [
        "//evil.example", "/\\evil.example", "https://evil.example/", "evil.example", "", "/\t/evil.example",
        "/a\r\nSet-Cookie: x",
        "javascript:alert(1)", "/å", "\\\\evil.example", "/a b", "/" + String(repeating: "a", count: 2048),
    ])
    func `A redirect leads to a path on this host or nowhere`(_ text: String) {
        #expect(SiteURL.local(text) == nil)
    }

    @Test(arguments: ["/", "/gene/BRCA1", "/variant/search?q=%C3%A5&page=2"])
    func `A path on this host is one`(_ text: String) {
        #expect(SiteURL.local(text) == text)
    }
}
