import ClinicalModel
import Foundation
import Testing

/// Foundation's calendar as the oracle.
@Suite("Days and moments")
struct CivilDateTests {
    private static let calendar: Calendar = {
        var calendar = Calendar(identifier: .iso8601)
        calendar.timeZone = .gmt
        return calendar
    }()

    private static func day(_ number: Int) -> DateComponents {
        calendar.dateComponents([.year, .month, .day], from: Date(timeIntervalSince1970: Double(number) * 86_400))
    }

    @Test("Every day of two hundred years is the calendar's, both ways")
    func everyDay() throws {
        let first = try #require(CivilDate("1890-01-01")).daysSince1970
        let last = try #require(CivilDate("2090-01-01")).daysSince1970
        var wrong: [Int] = []
        for number in first...last {
            let expected = Self.day(number)
            let date = CivilDate(daysSince1970: number)
            let isRight =
                date.year == expected.year && date.month == expected.month && date.day == expected.day
                && date.daysSince1970 == number && CivilDate(date.description) == date
            if !isRight { wrong.append(number) }
        }
        #expect(wrong == [])
    }

    @Test("The ends of centuries", arguments: [1600, 1700, 1800, 1900, 2000, 2100, 2400])
    func centuries(year: Int) throws {
        for (month, day) in [(2, 28), (3, 1), (12, 31), (1, 1)] {
            let date = try #require(CivilDate(year: year, month: month, day: day))
            let number = date.daysSince1970
            let expected = Self.day(number)
            #expect(expected.year == year && expected.month == month && expected.day == day)
            #expect(CivilDate(daysSince1970: number) == date)
        }
        #expect((CivilDate(year: year, month: 2, day: 29) != nil) == (year % 400 == 0))
    }

    @Test(
        "What is no day is none",
        arguments: [
            "2026-02-29", "2026-02-30", "2026-04-31", "2026-13-01", "2026-00-10", "2026-01-00", "2026-1-1", "26-01-01",
            "2026-01-01 ", " 2026-01-01", "20260101", "2026/01/01", "2026-01-01T", "", "-2026-01-01", "2026-+1-01", "٢٠٢٦-01-01",
            "0000-01-01", "1900-02-29", "2026-01-32",
        ])
    func noDay(text: String) { #expect(CivilDate(text) == nil) }

    @Test("Days and years are added as the calendar does", arguments: ["2024-02-29", "2026-11-21", "2023-12-31", "2000-02-29"])
    func adding(text: String) throws {
        let date = try #require(CivilDate(text))
        let moment = Date(timeIntervalSince1970: Double(date.daysSince1970) * 86_400)
        for some in [-1000, -366, -1, 0, 1, 59, 365, 366, 40_000] {
            let expected = try #require(Self.calendar.date(byAdding: .day, value: some, to: moment))
            #expect(date.adding(days: some).daysSince1970 == Int(expected.timeIntervalSince1970) / 86_400)
        }
        for years in [-5, -4, -1, 0, 1, 4, 5, 18, 100] {
            let expected = try #require(Self.calendar.date(byAdding: .year, value: years, to: moment))
            #expect(date.adding(years: years).daysSince1970 == Int(expected.timeIntervalSince1970) / 86_400)
        }
    }

    @Test("Days are ordered by time")
    func order() {
        let days = (0..<3000).map { CivilDate(daysSince1970: $0 * 7 - 9000) }
        #expect(days == days.sorted())
        #expect(zip(days, days.dropFirst()).allSatisfy { $0 < $1 })
    }

    @Test("Moments are written and read as ISO 8601, before 1970 too", arguments: 1...200)
    func moments(number: Int) throws {
        let milliseconds = (number * 7_919_333_331_777) % 8_000_000_000_000 - 3_000_000_000_000
        let moment = Timestamp(milliseconds: milliseconds)
        #expect(Timestamp(moment.description) == moment)
        let whole = Timestamp(milliseconds: milliseconds - ((milliseconds % 1000) + 1000) % 1000)
        let oracle = Date(timeIntervalSince1970: Double(whole.milliseconds / 1000))
        #expect(whole.description == oracle.ISO8601Format().dropLast() + ".000Z")
        let parts = Self.calendar.dateComponents([.year, .month, .day, .hour], from: oracle)
        #expect(moment.date == CivilDate(year: parts.year ?? 0, month: parts.month ?? 0, day: parts.day ?? 0))
        #expect(moment.hour == parts.hour)
    }

    @Test(
        "What is no moment is none",
        arguments: [
            "2026-11-21T04:22:18Z", "2026-11-21T24:00:00.000Z", "2026-11-21T04:60:00.000Z", "2026-11-21T04:22:60.000Z",
            "2026-11-21 04:22:18.123Z", "2026-02-30T04:22:18.123Z", "2026-11-21T04:22:18.123", "2026-11-21T04:22:18.123+", "",
            "2026-11-21T-4:22:18.123Z", "2026-11-21T+4:22:18.123Z", "2026-11-21T04.22.18.123Z", "2026-11-21T04:22:18:123Z",
            "2026-11-21T04:22:18,123Z",
        ])
    func noMoment(text: String) { #expect(Timestamp(text) == nil) }

    @Test("Months are read, ordered, and tell an age")
    func months() throws {
        let birth = try #require(YearMonth("1985-05"))
        #expect(birth.description == "1985-05")
        for text in ["1985-5", "1985-13", "1985-00", "1985", "1985-05-01", "", "85-05"] { #expect(YearMonth(text) == nil) }
        #expect(try birth.age(on: #require(CivilDate("2026-04-30"))) == 40)
        #expect(try birth.age(on: #require(CivilDate("2026-05-01"))) == 41)
    }
}
