/// A moment: milliseconds since 1970-01-01T00:00:00Z, leap seconds not counted.
package struct Timestamp: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let milliseconds: Int

    package init(milliseconds: Int) { self.milliseconds = milliseconds }

    /// Midnight UTC at the beginning of `date`.
    package init(startOf date: CivilDate) { milliseconds = date.daysSince1970 * 86_400_000 }

    /// Reads what `description` writes: `2026-11-21T04:22:18.123Z`.
    package init?(_ text: some StringProtocol) {
        let bytes = Array(String(text).utf8)
        guard bytes.count == 24, let date = CivilDate(String(text).prefix(10)) else { return nil }
        // `d` stands for a digit, everything else for itself.
        for (byte, expected) in zip(bytes[10...], "Tdd:dd:dd.dddZ".utf8) {
            let isDigit = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            guard expected == UInt8(ascii: "d") ? isDigit : byte == expected else { return nil }
        }
        func number(_ range: Range<Int>) -> Int { bytes[range].reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) } }
        let (hour, minute, second, thousandth) = (number(11..<13), number(14..<16), number(17..<19), number(20..<23))
        guard hour < 24, minute < 60, second < 60 else { return nil }
        milliseconds = (((date.daysSince1970 * 24 + hour) * 60 + minute) * 60 + second) * 1000 + thousandth
    }

    /// The day in UTC.
    package var date: CivilDate { CivilDate(daysSince1970: (milliseconds - clock) / 86_400_000) }

    /// Milliseconds since midnight UTC.
    private var clock: Int { ((milliseconds % 86_400_000) + 86_400_000) % 86_400_000 }

    /// 0–23, UTC.
    package var hour: Int { clock / 3_600_000 }

    package static func < (a: Timestamp, b: Timestamp) -> Bool { a.milliseconds < b.milliseconds }

    package var description: String {
        let seconds = clock / 1000
        return "\(date)T" + CivilDate.padded(seconds / 3600, 2) + ":" + CivilDate.padded(seconds / 60 % 60, 2) + ":"
            + CivilDate.padded(seconds % 60, 2) + "." + CivilDate.padded(clock % 1000, 3) + "Z"
    }
}
