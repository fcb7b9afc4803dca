import Glibc

/// Checks INFO: keys, their types and numbers of values.
///
/// Records of a file mostly have the same keys in the same order, so each key remembers which one came next: one
/// eight-byte comparison then tells the key and with it the check (measured: without this, looking keys up by hash, INFO
/// took twice the time).
struct InfoScanner: ~Copyable {
    private struct Key {
        /// The first eight bytes (fewer: the rest is zero) and the mask to compare under.
        var word: UInt64
        var mask: UInt64
        var length: Int
        /// Where the whole name lies in `names`.
        var name: Int
        var check: ValueCheck
        var next: Int
    }

    /// More keys than any real file has; those beyond are checked as if they had no definition.
    private static let limit = 4096
    private static let buckets = 8192

    private let keys: UnsafeMutablePointer<Key>
    private var count = 0
    private var names: [UInt8] = []
    /// Open addressing: index of a key, or -1.
    private let table: UnsafeMutablePointer<Int32>
    private var first = -1
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

    private static func bucket(_ word: UInt64, _ length: Int) -> Int {
        Int(truncatingIfNeeded: ((word ^ UInt64(length)) &* 0x9E37_79B9_7F4A_7C15) >> 51)
    }

    private func find(_ start: UnsafePointer<UInt8>, _ length: Int) -> Int {
        let word = InfoScanner.prefix(start, length)
        var bucket = InfoScanner.bucket(word, length)
        while table[bucket] >= 0 {
            let key = keys[Int(table[bucket])]
            if key.word == word, key.length == length, length <= 8 || hasName(key, start) { return Int(table[bucket]) }
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
        let mask = length >= 8 ? UInt64.max : (1 << UInt64(8 * length)) &- 1
        (keys + count).initialize(
            to: Key(word: word, mask: mask, length: length, name: names.count, check: check, next: -1))
        names.append(contentsOf: UnsafeBufferPointer(start: start, count: length))
        var bucket = InfoScanner.bucket(word, length)
        while table[bucket] >= 0 { bucket = (bucket + 1) & (InfoScanner.buckets - 1) }
        table[bucket] = Int32(count)
        count += 1
        return count - 1
    }

    /// Whether the key at `at` is `index`: its bytes, then one that ends a key.
    @inline(__always)
    private func isKey(_ index: Int, _ at: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) -> Bool {
        let key = keys + index
        guard Bytes.word(at) & key.pointee.mask == key.pointee.word else { return false }
        let after = at + key.pointee.length
        guard after <= end else { return false }
        let byte = after.pointee
        guard byte == Bytes.equals || byte == Bytes.semicolon || byte < 33 else { return false }
        return key.pointee.length <= 8 || hasName(key.pointee, at)
    }

    /// Checks the INFO column at `start`; returns its end (a tab, or the end of the line).
    mutating func scan(
        _ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, alternates: Int, line: Int, _ log: inout DiagnosticLog
    ) -> UnsafePointer<UInt8> {
        if start < end, start.pointee == Bytes.dot, start + 1 == end || start[1] == Bytes.tab { return start + 1 }
        var at = start
        var last = -1
        var predicted = first
        while true {
            var index = -1
            if predicted >= 0 {
                if isKey(predicted, at, end) {
                    index = predicted
                } else {
                    // An optional key that is absent here: try the one after it.
                    let skipped = keys[predicted].next
                    if skipped >= 0, isKey(skipped, at, end) { index = skipped }
                }
            }
            if index < 0 {
                index = lookUp(at, end, line, &log)
                if index >= 0 {
                    if last >= 0 { keys[last].next = index } else { first = index }
                }
            }
            if index >= 0 {
                at += keys[index].length
                predicted = keys[index].next
                last = index
                if at < end, at.pointee == Bytes.equals {
                    at += 1
                    at = scanValue(index, at, end, alternates, line, &log)
                } else if keys[index].check.isDefined, keys[index].check.kind != .flag {
                    log.note(.infoValue, line: line, field: field(index))
                }
            } else {
                // Not a key, or one too many: skip to the next.
                predicted = -1
                _ = ValueScan.text(&at, stop: Bytes.semicolon, end: end)
            }
            guard at < end, at.pointee == Bytes.semicolon else { return at }
            at += 1
            // A semicolon at the end, which several tools write.
            if at == end || at.pointee == Bytes.tab {
                log.note(.infoSyntax, line: line, field: "INFO")
                return at
            }
        }
    }

    private mutating func lookUp(
        _ at: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, _ line: Int, _ log: inout DiagnosticLog
    ) -> Int {
        var stop = at
        while stop < end, stop.pointee > 32, stop.pointee != Bytes.equals, stop.pointee != Bytes.semicolon { stop += 1 }
        let length = stop - at
        guard length > 0,
            stop == end || stop.pointee == Bytes.equals || stop.pointee == Bytes.semicolon || stop.pointee == Bytes.tab
        else {
            log.note(.infoSyntax, line: line, field: "INFO")
            return -1
        }
        let found = find(at, length)
        if found >= 0 { return found }
        let id = Array(UnsafeBufferPointer(start: at, count: length))
        return insert(at, length, ValueCheck.info(id, nil))
    }

    @inline(__always)
    private func scanValue(
        _ index: Int, _ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, _ alternates: Int, _ line: Int,
        _ log: inout DiagnosticLog
    ) -> UnsafePointer<UInt8> {
        let check = keys[index].check
        var at = start
        var found = -1
        switch check.kind {
        case .integer: found = ValueScan.integers(&at)
        case .float: found = ValueScan.decimals(&at, isUnsigned: check.isUnsigned)
        default: break
        }
        if found >= 0, at == end || at.pointee == Bytes.semicolon || at.pointee == Bytes.tab {
            let expected = check.expected(alternates: alternates, genotypes: -1)
            if expected >= 0, expected != found { log.note(.infoValue, line: line, field: field(index)) }
            return at
        }
        return scanOther(index, start, end, alternates, line, &log)
    }

    private func scanOther(
        _ index: Int, _ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, _ alternates: Int, _ line: Int,
        _ log: inout DiagnosticLog
    ) -> UnsafePointer<UInt8> {
        let check = keys[index].check
        var at = start
        if !ValueScan.text(&at, stop: Bytes.semicolon, end: end) {
            if !isAcceptable(start, at) { log.note(.controlCharacter, line: line, field: field(index)) }
        }
        guard check.isDefined else { return at }
        if check.kind == .flag {
            let isBoolean = at - start == 1 && (start.pointee == Bytes.zero || start.pointee == UInt8(ascii: "1"))
            if !isBoolean { log.note(.infoValue, line: line, field: field(index)) }
            return at
        }
        if check.kind == .string, !check.isCigar, check.count == .any { return at }
        let expected = check.expected(alternates: alternates, genotypes: -1)
        if !ValueScan.isValid(start, at, check, expected: expected) {
            log.note(.infoValue, line: line, field: field(index))
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
    private func field(_ index: Int) -> String {
        let key = keys[index]
        guard key.check.isDefined else { return "INFO" }
        return "INFO/" + String(decoding: names[key.name..<(key.name + key.length)], as: UTF8.self)
    }
}
