import ClinicalModel
import StructuredText
import Testing
import WebUI

struct TextTests {
    @Test(arguments: [
        (0, "0", "0"), (1234, "1234", "1234"), (12_345, "12\u{A0}345", "12,345"),
        (-1_234_567, "\u{2212}1\u{A0}234\u{A0}567", "\u{2212}1,234,567"),
    ])
    func `Whole numbers are grouped as the language has it`(_ number: Int, _ sv: String, _ en: String) {
        #expect(PageNumber.whole(number, .sv) == sv)
        #expect(PageNumber.whole(number, .en) == en)
    }

    @Test(arguments: [
        (0.0, "0"), (0.5, "0,500"), (0.05, "0,0500"), (0.00123, "0,00123"), (0.000_001_234, "0,00000123"), (1.0, "1,00"),
        (0.000_000_000_32, "3,2 × 10⁻¹⁰"),
    ])
    func `Frequencies have three significant digits`(_ share: Double, _ sv: String) {
        #expect(PageNumber.frequency(share, .sv) == sv)
    }

    @Test func `Shares and decimals follow the language`() {
        #expect(PageNumber.percent(0.1234, .sv) == "12,3\u{A0}%")
        #expect(PageNumber.percent(0.1234, .en) == "12.3%")
        #expect(PageNumber.decimal(-0.04, decimals: 1, .sv) == "0,0")
        #expect(PageNumber.decimal(99.96, decimals: 1, .en) == "100.0")
        #expect(PageNumber.decimal(.nan, decimals: 1, .sv) == "saknas")
    }

    @Test(arguments: [
        ("2026-11-21T12:05:00.000Z", "21 november 2026 kl. 13.05", "21 November 2026 at 13:05"),
        ("2026-07-01T22:30:00.000Z", "2 juli 2026 kl. 00.30", "2 July 2026 at 00:30"),
        // The clock goes forward on 29 March 2026 and back on 25 October, at 01:00 UTC.
        ("2026-03-29T00:59:00.000Z", "29 mars 2026 kl. 01.59", "29 March 2026 at 01:59"),
        ("2026-03-29T01:00:00.000Z", "29 mars 2026 kl. 03.00", "29 March 2026 at 03:00"),
        ("2026-10-25T00:59:00.000Z", "25 oktober 2026 kl. 02.59", "25 October 2026 at 02:59"),
        ("2026-10-25T01:00:00.000Z", "25 oktober 2026 kl. 02.00", "25 October 2026 at 02:00"),
        ("2025-12-31T23:30:00.000Z", "1 januari 2026 kl. 00.30", "1 January 2026 at 00:30"),
    ])
    func `Moments are told in Swedish time`(_ written: String, _ sv: String, _ en: String) throws {
        let time = try #require(Timestamp(written))
        #expect(DateText.moment(time, .sv) == sv)
        #expect(DateText.moment(time, .en) == en)
    }

    @Test func `Days of tables are short, and words stand in the language's order`() throws {
        let day = try #require(CivilDate("2026-11-21"))
        #expect(DateText.shortDay(day, .sv) == "21 nov. 2026")
        #expect(DateText.shortDay(day, .en) == "21 Nov 2026")
        let words = ["Örebro", "Zorn", "Ånge", "älg", "apa", "Bo"]
        #expect(words.sorted { SortingText.isBefore($0, $1, .sv) } == ["apa", "Bo", "Zorn", "Ånge", "älg", "Örebro"])
        #expect(words.sorted { SortingText.isBefore($0, $1, .en) } == ["älg", "Ånge", "apa", "Bo", "Örebro", "Zorn"])
    }

    @Test(arguments: [
        ("a=1&b=%C3%A5+b&a=2&c", [["a", "1"], ["b", "å b"], ["a", "2"], ["c", ""]]), ("", []),
    ])
    func `Forms are decoded once`(_ text: String, _ fields: [[String]]) {
        #expect(FormText.fields(text)?.map { [$0.name, $0.value] } == fields)
    }

    @Test(arguments: ["a=%", "a=%zz", "a=%ff", "a=%00"])
    func `An escape that is none makes no form`(_ text: String) {
        #expect(FormText.fields(text) == nil)
    }
}
