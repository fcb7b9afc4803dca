/// A month of a year: as much of a birth date as the platform keeps outside the identity register.
package struct YearMonth: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let year: Int
    /// 1–12.
    package let month: Int

    package init?(year: Int, month: Int) {
        guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
        self.year = year
        self.month = month
    }

    /// Reads `1985-05`, nothing else.
    package init?(_ text: some StringProtocol) {
        guard text.utf8.count == 7, let first = CivilDate(String(text) + "-01") else { return nil }
        self.init(year: first.year, month: first.month)
    }

    /// Whole years on `date`, taking the first of the month for the day of birth: at most one month too old.
    package func age(on date: CivilDate) -> Int {
        date.year - year - (date.month < month ? 1 : 0)
    }

    package static func < (a: YearMonth, b: YearMonth) -> Bool { (a.year, a.month) < (b.year, b.month) }

    package var description: String { CivilDate.padded(year, 4) + "-" + CivilDate.padded(month, 2) }
}
