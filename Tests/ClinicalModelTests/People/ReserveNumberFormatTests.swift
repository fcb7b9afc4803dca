import ClinicalModel
import Testing

@Suite("Formats of reserve numbers")
struct ReserveNumberFormatTests {
    @Test(
        "A pattern matches what it says and nothing else",
        arguments: [
            ("99999999A99A", "19900101R12B", true), ("99999999A99A", "19900101R12", false), ("A99", "B12", true),
            ("A99", "b12", false), ("A99", "B1X", false), ("A99", "112", false), ("R?9", "RA1", true), ("R?9", "R11", true),
            ("R?9", "R-1", false), ("24-999", "24-123", true), ("24-999", "25-123", false), ("\\9A9", "9B1", true),
            ("\\9A9", "8B1", false), ("\\A9", "A5", true), ("\\A9", "B5", false), ("\\?9", "?5", true), ("\\\\9", "\\5", true),
            ("A9", "Å5", false), ("A9", "", false), ("A9", " A9", false),
        ])
    func matching(pattern: String, text: String, expected: Bool) throws {
        #expect(try #require(ReserveNumberFormat(pattern)).matches(text) == expected)
    }

    @Test(
        "A pattern that would take personal numbers, or nothing, is refused",
        arguments: [
            "", "999999999999", "99999999?999", "????", "9", "A9\\", "A 9", "Å99", String(repeating: "A", count: 33), "A\n",
        ])
    func refused(pattern: String) { #expect(ReserveNumberFormat(pattern) == nil) }

    @Test("A pattern of 32 characters is the longest")
    func longest() { #expect(ReserveNumberFormat(String(repeating: "A", count: 32)) != nil) }
}
