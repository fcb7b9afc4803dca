import ClinicalModel
import Foundation
import Testing
import WebUI

@Suite("The line of time")
struct TimelineTests {
    private static let hostile = "\"\u{301}><script>alert(1)</script>"

    private static func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

    private static func chart(_ lanes: [Timeline.Lane], today: String = "2026-11-21") throws -> Chart {
        Timeline(lanes: lanes, today: try day(today)).chart(
            "line", title: "Events", description: "What happened", columns: ["Day", "Kind", "Event"], todayText: "today",
            day: { $0.description }, tick: { date, isMonth in isMonth ? "month \(date)" : "year \(date.year)" })
    }

    private static func lane(
        _ kind: String, _ days: [String], shape: Timeline.Shape = .circle, text: String = "x"
    ) throws -> Timeline.Lane {
        Timeline.Lane(
            kind: kind, title: kind + "!", shape: shape, marks: try days.map { Timeline.Mark(date: try day($0), text: text) })
    }

    /// Where the mark of a lane stands.
    private static func place(_ kind: String, _ text: String) throws -> Int {
        let start = try #require(text.firstRange(of: "class=\"mark \(kind)\" d=\"M"))
        return try #require(Int(text[start.upperBound...].prefix { $0.isNumber }))
    }

    @Test("A later day stands further to the right, today is marked, and an empty lane is not drawn")
    func order() throws {
        let text = try Self.chart([
            Self.lane("first", ["2020-01-10"]), Self.lane("second", ["2023-05-01"]), Self.lane("third", ["2026-11-01"]),
            Self.lane("none", []),
        ]).drawing.markup.text
        let places = try ["first", "second", "third"].map { try Self.place($0, text) }
        #expect(places == places.sorted() && Set(places).count == 3)
        #expect(places.allSatisfy { (112...790).contains($0) })
        #expect(text.contains("class=\"today\"") && !text.contains("none"))
        // By the days between them: 3.3 of 6.8 years.
        let share = Double(places[1] - places[0]) / Double(places[2] - places[0])
        #expect(abs(share - 1207.0 / 2487) < 0.01, "\(share)")
    }

    @Test("Marks that would lie on each other are one with their number; a bar is as long as what it stands for")
    func together() throws {
        let text = try Self.chart([
            Self.lane("many", ["2026-01-01", "2026-01-02", "2026-01-03", "2020-01-01"]),
            Timeline.Lane(
                kind: "bars", title: "Bars", shape: .square,
                marks: [Timeline.Mark(date: try Self.day("2020-01-01"), end: try Self.day("2026-01-01"), text: "long")]),
        ]).drawing.markup.text
        #expect(text.components(separatedBy: "class=\"mark many\"").count == 3)
        #expect(text.contains("class=\"mark-count\"") && text.contains(">3</text>"))
        let bar = try #require(text.firstRange(of: "class=\"span bars\""))
        let width = try #require(text[bar.upperBound...].firstRange(of: "width=\""))
        #expect(try #require(Int(text[width.upperBound...].prefix { $0.isNumber })) > 500)
        #expect(text.contains("2020-01-01–2026-01-01: long"))
    }

    @Test(
        "The axis has years where there are two of them, else months, and never more than eight",
        arguments: [
            (["2026-10-01"], "month 2026-10-01", "year"), (["2026-11-20"], "month 2026-12-01", "year"),
            (["2024-03-01"], "year 2026", "month"), (["1946-03-01"], "year 1945", "month"),
        ])
    func axis(_ days: [String], _ tick: String, _ other: String) throws {
        let text = try Self.chart([Self.lane("a", days)]).drawing.markup.text
        #expect(text.contains(">\(tick)") && !text.contains(">\(other) "))
        #expect(text.components(separatedBy: "text-anchor=\"middle\">\(tick.prefix(4))").count - 1 <= 8)
    }

    @Test("Every shape is its own, every mark is in the table in the order of days, and hostile words are only text")
    func table() throws {
        let chart = try Self.chart(
            [
                Self.lane("b", ["2026-03-01"], shape: .diamond, text: Self.hostile),
                Self.lane("a", ["2025-03-01", "2026-04-01"], shape: .plus),
            ])
        #expect(chart.table.rows.map { $0[0] } == ["2025-03-01", "2026-03-01", "2026-04-01"])
        #expect(chart.table.rows[1] == ["2026-03-01", "b!", Self.hostile])
        let text = chart.drawing.markup.text
        #expect(!text.contains("<script>") && text.contains("&lt;script&gt;"))
        #expect(ChartTests.Reading(chart).isWellFormed)
        #expect(
            text.contains("role=\"img\"") && text.contains("aria-labelledby=\"line-title line-desc\"") && !text.contains("style=")
        )
        let shapes = try Timeline.Shape.allCases.map { shape in
            let text = try Self.chart([Self.lane("a", ["2026-03-01"], shape: shape)]).drawing.markup.text
            let start = try #require(text.firstRange(of: "class=\"mark a\" d=\""))
            return String(text[start.upperBound...].prefix { $0 != "\"" })
        }
        #expect(Set(shapes).count == Timeline.Shape.allCases.count)
    }
}
