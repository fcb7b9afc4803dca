/// Walks over values and says whether they are what their key promises.
///
/// The fast walks know plain numbers; whatever they do not know goes to `isValid`, which knows everything. Every line
/// ends in a byte (newline, carriage return) that is part of no value, so the walks need no end.
enum ValueScan {
    // Lengths of values vary without a pattern, so a loop over bytes pays for a wrong guess a value (measured: 17 ns a
    // key, 7 ns with eight bytes at a time).

    /// The number of comma-separated runs of digits from `pointer` on, which is moved behind them; -1, and `pointer`
    /// left anywhere, for anything else.
    @inline(__always)
    static func integers(_ pointer: inout UnsafePointer<UInt8>) -> Int {
        var count = 1
        while true {
            let mask = Bytes.nonDigits(Bytes.word(pointer))
            if mask != 0 {
                if mask & 0x80 != 0 { return -1 }
                pointer += Bytes.first(mask)
            } else {
                pointer += 8
                while Bytes.isDigit(pointer.pointee) { pointer += 1 }
            }
            if pointer.pointee != Bytes.comma { return count }
            pointer += 1
            count &+= 1
        }
    }

    /// As `integers`, for `12`, `-0.5`, `.5` and `12.` without exponents.
    @inline(__always)
    static func decimals(_ pointer: inout UnsafePointer<UInt8>, isUnsigned: Bool) -> Int {
        var count = 1
        while true {
            let length = decimal(Bytes.word(pointer))
            if length > 0, !isUnsigned || pointer.pointee != UInt8(ascii: "-") {
                pointer += length
            } else {
                guard length < 0, let end = longDecimal(pointer, isUnsigned) else { return -1 }
                pointer = end
            }
            if pointer.pointee != Bytes.comma { return count }
            pointer += 1
            count &+= 1
        }
    }

    /// The length of the decimal that `word` starts with; 0 when it starts with none, -1 when it goes on past the word.
    ///
    /// The test for dots may see one too many after a true one: two dots are no decimal, and are looked at again.
    @inline(__always)
    static func decimal(_ word: UInt64) -> Int {
        let dots = Bytes.matches(word, Bytes.dot)
        let sign: UInt64 = word & 0xFF == 0x2D ? 0x80 : 0
        let stops = Bytes.nonDigits(word) & ~dots & ~sign
        if stops == 0 { return -1 }
        let inside = dots & ((stops & (0 &- stops)) &- 1)
        let length = Bytes.first(stops)
        let isDecimal = inside & (inside &- 1) == 0 && length > (inside != 0 ? 1 : 0) &+ Int(sign >> 7)
        return isDecimal ? length : 0
    }

    private static func longDecimal(_ start: UnsafePointer<UInt8>, _ isUnsigned: Bool) -> UnsafePointer<UInt8>? {
        var at = start
        if at.pointee == UInt8(ascii: "-") {
            if isUnsigned { return nil }
            at += 1
        }
        let first = at
        while Bytes.isDigit(at.pointee) { at += 1 }
        if at.pointee == Bytes.dot { at += 1 }
        while Bytes.isDigit(at.pointee) { at += 1 }
        return at - first >= 2 ? at : nil
    }

    /// Moves `pointer` to the next `stop`, tab, or end; false when there is white space, control or a byte outside
    /// ASCII on the way.
    @inline(__always)
    static func text(_ pointer: inout UnsafePointer<UInt8>, stop: UInt8, end: UnsafePointer<UInt8>) -> Bool {
        var isPlain = true
        while pointer < end {
            let word = Bytes.word(pointer)
            let mask = Bytes.unusual(word) | Bytes.matches(word, stop)
            if mask == 0 {
                pointer += 8
                continue
            }
            pointer += Bytes.first(mask)
            if pointer >= end { break }
            let byte = pointer.pointee
            if byte == stop || byte == Bytes.tab { return isPlain }
            isPlain = false
            pointer += 1
        }
        pointer = end
        return isPlain
    }

    /// The whole truth about the value in `first ..< end`.
    static func isValid(
        _ first: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, _ check: ValueCheck, expected: Int
    ) -> Bool {
        let value = UnsafeBufferPointer(start: first, count: end - first)
        if value.isEmpty { return check.kind == .string && !check.isCigar }
        if value.count == 1, value[0] == Bytes.dot { return true }
        // GLnexus writes the letters of Number=2, Type=Character side by side.
        if check.kind == .character, check.count == .fixed, value.count == Int(check.fixed), !value.contains(Bytes.comma) {
            return true
        }
        var count = 0
        for part in value.split(separator: Bytes.comma, omittingEmptySubsequences: false) {
            count += 1
            let isMissing = part.count == 1 && part.first == Bytes.dot
            switch check.kind {
            case .integer: if !isMissing, !isInteger(part, check.isUnsigned) { return false }
            case .float: if !isMissing, !isFloat(part, check.isUnsigned) { return false }
            case .character: if String(decoding: part, as: UTF8.self).count != 1 { return false }
            case .flag: return false
            case .string: if check.isCigar, !isMissing, !isCigar(part) { return false }
            }
        }
        return expected < 0 || count == expected
    }

    typealias Part = Slice<UnsafeBufferPointer<UInt8>>

    static func isInteger(_ part: Part, _ isUnsigned: Bool) -> Bool {
        var digits = part
        if let sign = part.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
            if isUnsigned, sign == UInt8(ascii: "-") { return false }
            digits = part.dropFirst()
        }
        return !digits.isEmpty && digits.allSatisfy(Bytes.isDigit)
    }

    /// Decimal with or without exponent; Inf, Infinity and NaN in any case.
    static func isFloat(_ part: Part, _ isUnsigned: Bool) -> Bool {
        var rest = part
        if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
            if isUnsigned, sign == UInt8(ascii: "-") { return false }
            rest = rest.dropFirst()
        }
        if let letter = rest.first, letter | 32 == UInt8(ascii: "i") || letter | 32 == UInt8(ascii: "n") {
            let word = rest.map { $0 | 32 }
            return word.elementsEqual("inf".utf8) || word.elementsEqual("infinity".utf8) || word.elementsEqual("nan".utf8)
        }
        let whole = rest.prefix(while: Bytes.isDigit)
        rest = rest.dropFirst(whole.count)
        var digits = whole.count
        if rest.first == Bytes.dot {
            let fraction = rest.dropFirst().prefix(while: Bytes.isDigit)
            digits += fraction.count
            rest = rest.dropFirst(1 + fraction.count)
        }
        guard digits > 0 else { return false }
        guard let mark = rest.first else { return true }
        guard mark | 32 == UInt8(ascii: "e") else { return false }
        return isInteger(rest.dropFirst(), false)
    }

    /// Lengths and operations, as in SAM.
    static func isCigar(_ part: Part) -> Bool {
        var hasLength = false
        for byte in part {
            if Bytes.isDigit(byte) {
                hasLength = true
            } else {
                guard hasLength, "MIDNSHPX=".utf8.contains(byte) else { return false }
                hasLength = false
            }
        }
        return !hasLength && !part.isEmpty
    }
}
