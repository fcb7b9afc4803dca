import AccessModel
import Testing

@Suite("Words of a report name nobody and no variant")
struct ObstacleWordsTests {
    @Test(
        "What people paste is found",
        arguments: [
            ("patienten 19121212-1212 väntar", ObstacleRefusal.Code.namesPerson), ("121212+1212", .namesPerson),
            ("(191212121212)", .namesPerson), ("hon är 0123456789abcdef0123456789abcdef", .namesPerson),
            ("17-43093464-G-A hittades", .namesVariant), ("chr17:43093464", .namesVariant), ("X-1234567-A-T", .namesVariant),
            ("NM_007294.4:c.68_69del", .namesVariant), ("g.43093464G>A", .namesVariant), ("rs80357713", .namesVariant),
            ("p.Arg71Gly", .namesVariant),
        ])
    func found(_ text: String, _ code: ObstacleRefusal.Code) {
        #expect(throws: ObstacleRefusal(code)) { try ObstacleWords.check(text) }
    }

    @Test(
        "What the law is called, days and figures pass",
        arguments: [
            "PDL 2 kap. 4 §; SOU 2023:76", "Lag (2022:913) 3 kap.", "mellan 2026-11-21 och 2026-12-01",
            "förordning (EU) 2025/327 art. 51.1 f", "vi väntade 14 dagar, 3-4 gånger", "projekt 2025-01234-01", "HSLF-FS 2016:40",
            "en sällsynt variant i en annan region", "t.ex. barn under 1 år",
        ])
    func passes(_ text: String) throws { try ObstacleWords.check(text) }

    @Test("A text of more than the limit is refused")
    func long() {
        #expect(throws: ObstacleRefusal(.tooLong)) { try ObstacleWords.check(String(repeating: "a ", count: 1001)) }
    }

    @Test("Nothing goes back to being only reported, and a closed one stays closed")
    func states() {
        let moves = LegalObstacle.State.allCases.map { from in
            LegalObstacle.State.allCases.map { LegalObstacle.mayMove(from: from, to: $0) ? "y" : "-" }.joined()
        }
        #expect(moves == ["-yyy", "--yy", "-y-y", "----"])
    }
}
