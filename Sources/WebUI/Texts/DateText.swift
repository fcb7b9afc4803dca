package import ClinicalModel
package import StructuredText

/// Dates and times as people write them. Moments are told in Swedish time (CET and CEST by the rule of the European Union), whatever
/// the node's own clock is set to.
package enum DateText {
    /// `21 november 2026`, `21 November 2026`.
    package static func day(_ date: CivilDate, _ language: Language) -> String {
        "\(date.day) \(months(language)[date.month - 1]) \(date.year)"
    }

    /// `21 nov. 2026`: for tables.
    package static func shortDay(_ date: CivilDate, _ language: Language) -> String {
        let name = months(language)[date.month - 1]
        return "\(date.day) \(shortened(name, language)) \(date.year)"
    }

    /// `nov. 2026`: for the axes of charts.
    package static func shortMonth(_ date: CivilDate, _ language: Language) -> String {
        let name = months(language)[date.month - 1]
        return "\(shortened(name, language)) \(date.year)"
    }

    /// `november 2026`.
    package static func month(_ month: YearMonth, _ language: Language) -> String {
        "\(months(language)[month.month - 1]) \(month.year)"
    }

    /// `21 november 2026 kl. 13.05`, `21 November 2026 at 13:05`.
    package static func moment(_ time: Timestamp, _ language: Language) -> String {
        let local = swedish(time)
        return day(local.date, language) + language(sv: " kl. ", en: " at ") + clock(local, language)
    }

    /// `21 nov. 2026 13.05`: for tables.
    package static func shortMoment(_ time: Timestamp, _ language: Language) -> String {
        let local = swedish(time)
        return shortDay(local.date, language) + " " + clock(local, language)
    }

    /// `13.05`, `13:05`, in Swedish time.
    package static func timeOfDay(_ time: Timestamp, _ language: Language) -> String { clock(swedish(time), language) }

    /// The day in Sweden.
    package static func swedishDay(_ time: Timestamp) -> CivilDate { swedish(time).date }

    private static func clock(_ local: Timestamp, _ language: Language) -> String {
        let minute = local.milliseconds / 60_000 % 60
        func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
        return two(local.hour) + language(sv: ".", en: ":") + two(minute)
    }

    /// Shifted so that its UTC fields are those of a Swedish clock: summer time from the last Sunday of March, 01:00 UTC, to the last
    /// Sunday of October, 01:00 UTC.
    private static func swedish(_ time: Timestamp) -> Timestamp {
        let year = time.date.year
        let isSummer = time >= change(year, 3) && time < change(year, 10)
        return Timestamp(milliseconds: time.milliseconds + (isSummer ? 2 : 1) * 3_600_000)
    }

    private static func change(_ year: Int, _ month: Int) -> Timestamp {
        // 31 March and 31 October are there in every year; 1970-01-01 was a Thursday.
        guard let last = CivilDate(year: year, month: month, day: 31) else { return Timestamp(milliseconds: 0) }
        let weekday = ((last.daysSince1970 + 4) % 7 + 7) % 7
        return Timestamp(milliseconds: Timestamp(startOf: last.adding(days: -weekday)).milliseconds + 3_600_000)
    }

    private static func shortened(_ month: String, _ language: Language) -> String {
        month.count > 4 ? String(month.prefix(3)) + (language == .sv ? "." : "") : month
    }

    private static func months(_ language: Language) -> [String] {
        switch language {
        case .sv:
            [
                "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november",
                "december",
            ]
        case .en:
            [
                "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
                "December",
            ]
        }
    }
}
