internal import ClinicalModel
internal import GenomeModel

/// The tax agency's published test numbers, which belong to nobody, drawn without replacement.
struct TestIdentityNumbers {
    private var unused: [Sex: [String]]

    /// One number a line.
    init(text: String) {
        let numbers = text.split(separator: "\n").map(String.init).filter { $0.utf8.count == 12 }
        unused = Dictionary(grouping: numbers) { number in
            let digit = number.utf8.dropFirst(10).first ?? 0
            return digit % 2 == 1 ? .male : .female
        }
    }

    /// A number of somebody of that sex who was born in one of the years, or in the nearest year that has any left.
    /// Nil when none of the sex is left.
    mutating func draw(_ sex: Sex, born years: ClosedRange<Int>, _ random: inout SeededNumbers) -> String? {
        guard let numbers = unused[sex], !numbers.isEmpty else { return nil }
        func distance(_ number: String) -> Int {
            let year = Int(number.prefix(4)) ?? 0
            return max(0, years.lowerBound - year, year - years.upperBound)
        }
        let nearest = numbers.reduce(Int.max) { min($0, distance($1)) }
        let candidates = numbers.indices.filter { distance(numbers[$0]) == nearest }
        guard let index = random.pick(candidates) else { return nil }
        return unused[sex]?.remove(at: index)
    }

    /// The samordningsnummer of a personnummer: 60 added to the day, and the check digit made right again (Skatteverket, SKV 707).
    /// The personnummer itself must not be used beside it.
    static func coordinationNumber(from number: String) -> String {
        var digits = number.utf8.map { Int($0) - 48 }
        guard digits.count == 12 else { return number }
        digits[6] += 6
        // Luhn over the nine digits before the check digit, the first doubled (ISO/IEC 7812-1, annex B).
        let sum = digits[2..<11].enumerated().reduce(0) { sum, next in
            let value = next.offset % 2 == 0 ? next.element * 2 : next.element
            return sum + (value > 9 ? value - 9 : value)
        }
        digits[11] = (10 - sum % 10) % 10
        return digits.map(String.init).joined()
    }
}
