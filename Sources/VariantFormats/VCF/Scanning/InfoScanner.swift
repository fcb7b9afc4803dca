import Glibc

/// Checks INFO: keys, their types and numbers of values.
///
/// Records of a file mostly have the same keys in the same order, so each key remembers which one came next: one
/// eight-byte comparison then tells the key and with it the check (measured: without this, looking keys up by hash, INFO
/// took twice the time).
struct InfoScanner: ~Copyable {
    private enum Shape {
        case integer, float, flag, other
    }

    private struct Key {
        /// The first sixteen bytes of the name and, unless it is a flag, its `=` (fewer: the rest is zero), and the masks
        /// to compare under.
        var word: UInt64
        var mask: UInt64
        var word2: UInt64
        var mask2: UInt64
        /// Bytes of the name, and with the `=`.
        var length: Int
        var start: Int
        /// Where the whole name lies in `names`.
        var name: Int
        var check: ValueCheck
        /// `check.kind` for a quick choice.
        var shape: Shape
        /// Values expected in a record of one ALT, -1 for any.
        var expectedOfOne: Int
        /// One value is right in a record of one ALT.
        var isOneValue: Bool
        var next: UnsafeMutablePointer<Key>?
    }

    /// More keys than any real file has; those beyond are checked as if they had no definition.
    private static let limit = 4096
    private static let buckets = 8192

    private let keys: UnsafeMutablePointer<Key>
    private var count = 0
    private var names: [UInt8] = []
    /// Open addressing: index of a key, or -1.
    private let table: UnsafeMutablePointer<Int32>
    private var first: UnsafeMutablePointer<Key>?
    /// Spaces in values: allowed from VCF 4.3 on.
    private let allowsSpaces: Bool

    init(header: CallFileHeader) {
        keys = .allocate(capacity: InfoScanner.limit)
        table = .allocate(capacity: InfoScanner.buckets)
        table.initialize(repeating: -1, count: InfoScanner.buckets)
        allowsSpaces = header.minor >= 3
        for definition in header.info { define(definition.id, ValueCheck.info(definition.id, definition)) }
    }

    deinit {
        keys.deallocate()
        table.deallocate()
    }

    private mutating func define(_ id: [UInt8], _ check: ValueCheck) {
        id.withUnsafeBufferPointer { bytes in
            guard let start = bytes.baseAddress, find(start, bytes.count) < 0 else { return }
            _ = insert(start, bytes.count, check)
        }
    }

    private static func prefix(_ start: UnsafePointer<UInt8>, _ length: Int) -> UInt64 {
        var word: UInt64 = 0
        for index in 0..<min(length, 8) { word |= UInt64(start[index]) << UInt64(8 * index) }
        return word
    }

    private static func mask(_ length: Int) -> UInt64 {
        length >= 8 ? .max : length <= 0 ? 0 : (1 << UInt64(8 * length)) &- 1
    }

    private static func bucket(_ word: UInt64, _ length: Int) -> Int {
        Int(truncatingIfNeeded: ((word ^ UInt64(length)) &* 0x9E37_79B9_7F4A_7C15) >> 51)
    }

    private func find(_ start: UnsafePointer<UInt8>, _ length: Int) -> Int {
        var bucket = InfoScanner.bucket(InfoScanner.prefix(start, length), length)
        while table[bucket] >= 0 {
            let key = keys[Int(table[bucket])]
            if key.length == length, hasName(key, start) { return Int(table[bucket]) }
            bucket = (bucket + 1) & (InfoScanner.buckets - 1)
        }
        return -1
    }

    @inline(__always)
    private func hasName(_ key: Key, _ start: UnsafePointer<UInt8>) -> Bool {
        names.withUnsafeBufferPointer { names in
            guard let base = names.baseAddress else { return false }
            return memcmp(base + key.name, start, key.length) == 0
        }
    }

    /// The new key's index, or -1 when the table is full.
    private mutating func insert(_ start: UnsafePointer<UInt8>, _ length: Int, _ check: ValueCheck) -> Int {
        guard count < InfoScanner.limit else { return -1 }
        let word = InfoScanner.prefix(start, length)
        var text = Array(UnsafeBufferPointer(start: start, count: length))
        let isFlag = check.isDefined && check.kind == .flag
        if !isFlag { text.append(Bytes.equals) }
        let (first, second) = (min(text.count, 8), min(max(text.count - 8, 0), 8))
        text += [UInt8](repeating: 0, count: 16)
        let (word1, word2) = text.withUnsafeBufferPointer { text in
            text.baseAddress.map { (InfoScanner.prefix($0, first), InfoScanner.prefix($0 + 8, second)) } ?? (0, 0)
        }
        (keys + count).initialize(
            to: Key(
                word: word1, mask: InfoScanner.mask(first), word2: word2, mask2: InfoScanner.mask(second), length: length,
                start: isFlag ? length : length + 1, name: names.count, check: check,
                shape: isFlag
                    ? Shape.flag : check.kind == .integer ? Shape.integer : check.kind == .float ? Shape.float : Shape.other,
                expectedOfOne: check.expectedOfOne,
                isOneValue: check.expectedOfOne == 1 || check.expectedOfOne < 0, next: nil))
        names.append(contentsOf: UnsafeBufferPointer(start: start, count: length))
        var bucket = InfoScanner.bucket(word, length)
        while table[bucket] >= 0 { bucket = (bucket + 1) & (InfoScanner.buckets - 1) }
        table[bucket] = Int32(count)
        count += 1
        return count - 1
    }

    /// Whether `key` and, unless it is a flag, `=` stand at `at`. What matches lies inside the line: no key has its end in it.
    @inline(__always)
    private func isKey(_ key: UnsafeMutablePointer<Key>, _ at: UnsafePointer<UInt8>) -> Bool {
        let difference = (Bytes.word(at) ^ key.pointee.word) & key.pointee.mask
        let difference2 = (Bytes.word(at + 8) ^ key.pointee.word2) & key.pointee.mask2
        guard difference | difference2 == 0 else { return false }
        if key.pointee.shape == Shape.flag {
            let byte = at[key.pointee.length]
            guard byte == Bytes.semicolon || byte == Bytes.equals || byte < 33 else { return false }
        }
        guard key.pointee.start > 16 else { return true }
        return hasName(key.pointee, at) && (key.pointee.shape == Shape.flag || at[key.pointee.length] == Bytes.equals)
    }

    /// Checks the INFO column at `start`; returns its end (a tab, or the end of the line).
    mutating func scan(
        _ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, alternates: Int, line: Int, _ log: inout DiagnosticLog
    ) -> UnsafePointer<UInt8> {
        if start < end, start.pointee == Bytes.dot, start + 1 == end || start[1] == Bytes.tab { return start + 1 }
        let isOne = alternates == 1
        var at = start
        var last: UnsafeMutablePointer<Key>?
        var predicted = first
        while true {
            var found: UnsafeMutablePointer<Key>?
            if let key = predicted {
                if isKey(key, at) {
                    found = key
                } else if let skipped = key.pointee.next, isKey(skipped, at) {
                    // An optional key that is absent here, and the one after it.
                    found = skipped
                }
            }
            if let key = found {
                predicted = key.pointee.next
                last = key
                at += key.pointee.start
                // What most values are: one plain number.
                var length = 0
                if key.pointee.shape == Shape.float {
                    length = ValueScan.decimal(Bytes.word(at))
                    if key.pointee.check.isUnsigned, at.pointee == UInt8(ascii: "-") { length = 0 }
                } else if key.pointee.shape == Shape.integer {
                    let stops = Bytes.nonDigits(Bytes.word(at))
                    length = stops != 0 ? Bytes.first(stops) : 0
                }
                if length > 0, isOne, key.pointee.isOneValue {
                    if at[length] == Bytes.semicolon {
                        at += length + 1
                        continue
                    }
                    if at[length] == Bytes.tab { return at + length }
                }
                at = scanRest(key, at, end, alternates, line, &log)
            } else {
                found = lookUp(at, end, line, &log)
                predicted = found?.pointee.next
                if let found {
                    if let last { last.pointee.next = found } else { first = found }
                    last = found
                    at += found.pointee.length
                    at = scanRest(found, at, end, alternates, line, &log)
                } else {
                    // Not a key, or one too many: skip to the next.
                    _ = ValueScan.text(&at, stop: Bytes.semicolon, end: end)
                }
            }
            guard at < end, at.pointee == Bytes.semicolon else { return at }
            at += 1
        }
    }

    /// From behind the name of `key`, or behind its `=`, to the end of its value.
    private func scanRest(
        _ key: UnsafeMutablePointer<Key>, _ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, _ alternates: Int,
        _ line: Int, _ log: inout DiagnosticLog
    ) -> UnsafePointer<UInt8> {
        var at = start
        if at[-1] != Bytes.equals {
            guard at < end, at.pointee == Bytes.equals else {
                if key.pointee.check.isDefined, key.pointee.check.kind != .flag {
                    log.note(.infoValue, line: line, field: field(key.pointee))
                }
                return at
            }
            at += 1
        }
        return scanValue(key, at, end, alternates, line, &log)
    }

    private mutating func lookUp(
        _ at: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, _ line: Int, _ log: inout DiagnosticLog
    ) -> UnsafeMutablePointer<Key>? {
        var stop = at
        while stop < end, stop.pointee > 32, stop.pointee != Bytes.equals, stop.pointee != Bytes.semicolon { stop += 1 }
        let length = stop - at
        guard length > 0,
            stop == end || stop.pointee == Bytes.equals || stop.pointee == Bytes.semicolon || stop.pointee == Bytes.tab
        else {
            log.note(.infoSyntax, line: line, field: "INFO")
            return nil
        }
        var found = find(at, length)
        if found < 0 {
            let id = Array(UnsafeBufferPointer(start: at, count: length))
            found = insert(at, length, ValueCheck.info(id, nil))
        }
        return found < 0 ? nil : keys + found
    }

    private func scanValue(
        _ key: UnsafeMutablePointer<Key>, _ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, _ alternates: Int,
        _ line: Int, _ log: inout DiagnosticLog
    ) -> UnsafePointer<UInt8> {
        var at = start
        var found = -1
        if key.pointee.shape == Shape.float {
            found = ValueScan.decimals(&at, isUnsigned: key.pointee.check.isUnsigned)
        } else if key.pointee.shape == Shape.integer {
            found = ValueScan.integers(&at)
        }
        if found >= 0, at.pointee == Bytes.semicolon || at.pointee == Bytes.tab || at == end {
            if alternates == 1 ? found != key.pointee.expectedOfOne : true {
                checkCount(found, key, alternates, line, &log)
            }
            return at
        }
        return scanOther(key, start, end, alternates, line, &log)
    }

    private func checkCount(
        _ found: Int, _ key: UnsafeMutablePointer<Key>, _ alternates: Int, _ line: Int, _ log: inout DiagnosticLog
    ) {
        let expected = key.pointee.check.expected(alternates: alternates, genotypes: -1)
        if expected >= 0, expected != found { log.note(.infoValue, line: line, field: field(key.pointee)) }
    }

    private func scanOther(
        _ key: UnsafeMutablePointer<Key>, _ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, _ alternates: Int,
        _ line: Int, _ log: inout DiagnosticLog
    ) -> UnsafePointer<UInt8> {
        let check = key.pointee.check
        var at = start
        if !ValueScan.text(&at, stop: Bytes.semicolon, end: end) {
            if !isAcceptable(start, at) { log.note(.controlCharacter, line: line, field: field(key.pointee)) }
        }
        guard check.isDefined else { return at }
        if check.kind == .flag {
            let isBoolean = at - start == 1 && (start.pointee == Bytes.zero || start.pointee == UInt8(ascii: "1"))
            if !isBoolean { log.note(.infoValue, line: line, field: field(key.pointee)) }
            return at
        }
        if check.kind == .string, !check.isCigar, check.count == .any { return at }
        let expected = check.expected(alternates: alternates, genotypes: -1)
        if !ValueScan.isValid(start, at, check, expected: expected) {
            log.note(.infoValue, line: line, field: field(key.pointee))
        }
        return at
    }

    /// Bytes outside ASCII that are UTF-8, and spaces where the version allows them.
    private func isAcceptable(_ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) -> Bool {
        let bytes = UnsafeBufferPointer(start: start, count: end - start)
        guard bytes.allSatisfy({ $0 > 32 && $0 != 127 || $0 == 32 && allowsSpaces }) else { return false }
        return String(decoding: bytes, as: UTF8.self).utf8.elementsEqual(bytes)
    }

    /// `INFO/AC` for keys that the header or the format defines: others may be anything, even a name.
    private func field(_ key: Key) -> String {
        guard key.check.isDefined else { return "INFO" }
        return "INFO/" + String(decoding: names[key.name..<(key.name + key.length)], as: UTF8.self)
    }
}
