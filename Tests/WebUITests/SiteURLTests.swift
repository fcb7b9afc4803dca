import Testing

import WebUI

struct SiteURLTests {
    @Test func `the start page is the root`() {
        #expect(SiteURL.start.path == "/")
    }
}
