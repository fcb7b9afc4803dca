extension IdentityNumber {
    /// Reads a number as care writes it: `YYYYMMDDNNNN` or `YYYYMMDD-NNNN`, else one of the region's reserve formats.
    ///
    /// Checked are the day (for a samordningsnummer the day less 60), that it has come by `today`, and the check digit: Luhn's
    /// over the last ten digits (Skatteverket, SKV 704 and 707). Ten-digit forms are refused: their century is a guess.
    /// Reserve formats are tried first, since some have twelve digits too.
    package static func parse(
        _ text: String, reserveFormats: [ReserveNumberFormat] = [], today: CivilDate
    ) throws(IdentityNumberError) -> IdentityNumber {
        if reserveFormats.contains(where: { $0.matches(text) }) {
            return IdentityNumber(kind: .reservnummer, digits: text, birthDate: nil, sexDigitIsOdd: nil)
        }
        var bytes = Array(text.utf8)
        if bytes.count == 13, bytes[8] == UInt8(ascii: "-") { bytes.remove(at: 8) }
        let digits = bytes.map { Int($0) - Int(UInt8(ascii: "0")) }
        guard digits.count == 12, digits.allSatisfy((0...9).contains) else { throw .shape }
        let year = digits[0] * 1000 + digits[1] * 100 + digits[2] * 10 + digits[3]
        let month = digits[4] * 10 + digits[5]
        let writtenDay = digits[6] * 10 + digits[7]
        let isCoordination = writtenDay > 60
        guard let date = CivilDate(year: year, month: month, day: isCoordination ? writtenDay - 60 : writtenDay),
            year >= 1800
        else { throw .noSuchDay }
        guard date <= today else { throw .inTheFuture }
        guard luhnSum(digits[2...]) % 10 == 0 else { throw .checkDigit }
        return IdentityNumber(
            kind: isCoordination ? .samordningsnummer : .personnummer,
            digits: String(decoding: bytes, as: UTF8.self), birthDate: date, sexDigitIsOdd: digits[10] % 2 == 1)
    }

    /// Luhn's sum (ISO/IEC 7812-1, annex B) with the check digit included: a multiple of ten where it is right.
    static func luhnSum(_ digits: ArraySlice<Int>) -> Int {
        digits.reversed().enumerated().reduce(0) { sum, next in
            let doubled = next.offset % 2 == 1 ? next.element * 2 : next.element
            return sum + (doubled > 9 ? doubled - 9 : doubled)
        }
    }
}

extension IdentityNumber {
    /// Whether a text that should be a name holds a personnummer or samordningsnummer: twelve digits or ten, with or without a
    /// sign before the last four, with a possible day and the right check digit.
    ///
    /// A serial number of that form passes the check digit once in ten, so a laboratory that numbers its cases by date and four
    /// digits is told to put a letter between them.
    package static func looksLikeOne(_ text: String) -> Bool {
        var parts: [[Int]] = []
        var isJoined: [Bool] = []
        var current: [Int] = []
        var sign = false
        for byte in text.utf8 {
            if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
                current.append(Int(byte - UInt8(ascii: "0")))
                continue
            }
            if !current.isEmpty {
                parts.append(current)
                isJoined.append(sign)
                current = []
                sign = false
            } else {
                sign = false
            }
            if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") { sign = parts.last != nil }
        }
        if !current.isEmpty {
            parts.append(current)
            isJoined.append(sign)
        }
        return parts.indices.contains { index in
            if isNumber(parts[index]) { return true }
            guard index + 1 < parts.count, isJoined[index + 1], parts[index + 1].count == 4,
                parts[index].count == 6 || parts[index].count == 8
            else { return false }
            return isNumber(parts[index] + parts[index + 1])
        }
    }

    private static func isNumber(_ digits: [Int]) -> Bool {
        guard digits.count == 10 || digits.count == 12 else { return false }
        if digits.count == 12, !(18...20).contains(digits[0] * 10 + digits[1]) { return false }
        let ten = Array(digits.suffix(10))
        let (month, day) = (ten[2] * 10 + ten[3], ten[4] * 10 + ten[5])
        return (1...12).contains(month) && (1...31).contains(day > 60 ? day - 60 : day) && luhnSum(ten[...]) % 10 == 0
    }
}
