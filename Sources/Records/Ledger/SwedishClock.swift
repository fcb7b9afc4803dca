package import ClinicalModel

/// The hour of the day that Swedish clocks show: UTC + 1, and + 2 from 01:00 UTC on the last Sunday of March to 01:00 UTC on the
/// last Sunday of October (förordning 2001:127, directive 2000/84/EC).
package enum SwedishClock {
    /// 0–23.
    package static func hour(at time: Timestamp) -> Int { (time.hour + (isSummer(time) ? 2 : 1)) % 24 }

    static func isSummer(_ time: Timestamp) -> Bool {
        guard let start = change(month: 3, of: time.date.year), let end = change(month: 10, of: time.date.year) else {
            return false
        }
        return start <= time && time < end
    }

    /// 01:00 UTC on the month's last Sunday. Both months have 31 days.
    private static func change(month: Int, of year: Int) -> Timestamp? {
        guard let last = CivilDate(year: year, month: month, day: 31) else { return nil }
        // 1970-01-01 was a Thursday: days since then + 4 count from a Sunday.
        let sunday = last.adding(days: -((last.daysSince1970 + 4) % 7))
        return Timestamp(milliseconds: Timestamp(startOf: sunday).milliseconds + 3_600_000)
    }
}
