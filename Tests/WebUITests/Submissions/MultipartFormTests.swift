import AccessModel
import HTTPTypes
import Testing
import WebUI

@Suite("Forms with files")
struct MultipartFormTests {
    /// Sent by somebody with the right to send, so that what is wrong is the form alone.
    private func answer(_ body: String, type: String = "multipart/form-data; boundary=b") async throws -> Int {
        let site = try await TestSite(region: "12")
        let sent = Sent()
        try await site.test { client in
            let browser = TestBrowser(client)
            try await browser.signIn(as: "bioinformatiker-lund", .laboratoryOperation)
            let token = try #require(try await browser.get(SiteURL.submissions.path).token)
            sent.status = try await browser.send(
                .post, SiteURL.submissions.path, ["Content-Type": type], body.replacing("TOKEN", with: token)
            ).status
        }
        return sent.status
    }

    private final class Sent: @unchecked Sendable {
        // Written and read in turn by one test.
        var status = 0
    }

    private static let token = "--b\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\nTOKEN\r\n"

    @Test(
        "What is not made as RFC 7578 says is refused, and nothing crashes",
        arguments: malformedForms)
    func malformed(_ body: String, _ status: Int) async throws { #expect(try await answer(body) == status) }

    private static let malformedForms: [(String, Int)] = [
        ("", 400), ("--b", 400), ("--b--", 403), ("--b\r\n", 400), ("--b\r\n\r\n\r\n--b--", 400),
        (token, 400), (token + "--b", 400), (token + "--b--", 422), (token + "--b\r\nX: y\r\n\r\nz\r\n--b--", 400),
        (token + token + "--b--", 403),
        (token + "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\u{0}\r\n--b--", 400),
        (token + "--b\r\nContent-Disposition: form-data; name=\"manifest\"; filename=\"m\"\r\n\r\n{\r\n--b--", 422),
    ]

    @Test(
        "Other media types and boundaries that are none are refused",
        arguments: [
            "application/json", "multipart/form-data", "multipart/form-data; boundary=", "multipart/mixed; boundary=b",
            "multipart/form-data; boundary=\(String(repeating: "b", count: 71))",
        ])
    func types(_ type: String) async throws { #expect(try await answer(Self.token + "--b--", type: type) == 415) }
}
