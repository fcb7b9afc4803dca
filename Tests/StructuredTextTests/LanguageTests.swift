import StructuredText
import Testing

@Suite("Which language a reader wants")
struct LanguageTests {
    @Test(
        "The language with the greatest weight is taken, the first of equals, and none where neither is named",
        arguments: [
            ("sv", Language.sv), ("sv-SE,sv;q=0.9,en;q=0.8", .sv), ("en-GB, en;q=0.9, sv;q=0.8", .en),
            ("en;q=0.2, sv;q=0.7", .sv),
            ("nb-NO, en;q=0.5", .sv), ("SV", .sv), ("de, en;q=0.1", .en), ("en, sv", .en), ("", nil), ("de", nil), ("*", nil),
            ("sv;q=0", nil), ("sv;q=0, en;q=0.1", .en), ("sv;q=nan, en;q=0.1", .en),
        ] as [(String, Language?)])
    func accepted(_ field: String, _ language: Language?) { #expect(Language(accepted: field) == language) }
}
