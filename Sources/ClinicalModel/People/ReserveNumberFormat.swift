/// A form in which a region writes its reserve numbers: `9` stands for any digit, `A` for any letter A–Z, `?` for either, and
/// everything else for itself. A literal 9, A or ? is written after a backslash.
package struct ReserveNumberFormat: Hashable, Sendable {
    private enum Slot: Hashable, Sendable {
        case digit, letter, digitOrLetter
        case literal(UInt8)
    }

    package let pattern: String
    private let slots: [Slot]

    /// Nil for a pattern that is empty, longer than 32 characters, not ASCII, ends in a backslash or fixes nothing: such a one would take
    /// mistyped personal numbers for reserve numbers.
    package init?(_ pattern: String) {
        guard pattern.utf8.count <= 32, pattern.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return nil }
        var slots: [Slot] = []
        var isEscaped = false
        for byte in pattern.utf8 {
            switch byte {
            case _ where isEscaped:
                slots.append(.literal(byte))
                isEscaped = false
            case UInt8(ascii: "\\"): isEscaped = true
            case UInt8(ascii: "9"): slots.append(.digit)
            case UInt8(ascii: "A"): slots.append(.letter)
            case UInt8(ascii: "?"): slots.append(.digitOrLetter)
            default: slots.append(.literal(byte))
            }
        }
        let fixesSomething = slots.contains { if case .literal = $0 { true } else { $0 == .letter } }
        guard !slots.isEmpty, !isEscaped, fixesSomething else { return nil }
        self.pattern = pattern
        self.slots = slots
    }

    package func matches(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        return bytes.count == slots.count
            && zip(bytes, slots).allSatisfy { byte, slot in
                let isDigit = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                let isLetter = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
                return switch slot {
                case .digit: isDigit
                case .letter: isLetter
                case .digitOrLetter: isDigit || isLetter
                case .literal(let expected): byte == expected
                }
            }
    }
}
