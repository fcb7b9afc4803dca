import StructuredText
import Testing

@Suite("Which methods an address takes")
struct AddressMethodsTests {
    private let known = AddressMethods([
        ("/", "GET"), ("/law", "GET"), ("/logout", "POST"), ("/cases/{case}", "GET"), ("/cases/{case}", "POST"),
        ("/cases/new", "GET"),
    ])

    @Test(
        "Those of the template that holds it, HEAD beside GET; a word that stands in a template goes before a capture",
        arguments: [
            ("/", ["GET", "HEAD"]), ("/law", ["GET", "HEAD"]), ("/law/", ["GET", "HEAD"]), ("/logout", ["POST"]),
            ("/cases/7", ["GET", "HEAD", "POST"]), ("/cases/new", ["GET", "HEAD"]), ("/cases", []), ("/cases/7/8", []),
            ("/Law", []), ("", ["GET", "HEAD"]),
        ])
    func methods(_ path: String, _ methods: [String]) { #expect(known.methods(of: path) == methods) }
}
