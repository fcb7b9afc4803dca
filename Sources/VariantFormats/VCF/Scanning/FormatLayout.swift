/// One FORMAT column of a file, understood once.
struct FormatLayout {
    /// The column's bytes, and how its values are checked: owned by `FormatLayouts`.
    let text: UnsafeMutablePointer<UInt8>
    let length: Int
    let checks: UnsafeMutablePointer<ValueCheck>
    let count: Int
    /// Places of GT, AD and AF among the keys, or -1.
    let genotype: Int
    let depths: Int
    let fraction: Int
    /// Keys are empty, double, not names, or GT is not the first.
    let isFaulty: Bool
}

/// The FORMAT columns that a file has had so far: a caller writes a handful of them.
struct FormatLayouts: ~Copyable {
    private static let limit = 64
    private let layouts: UnsafeMutablePointer<FormatLayout>
    private var count = 0
    private var oldest = 0
    private var latest = 0
    private let definitions: [[UInt8]: FieldDefinition]

    init(header: CallFileHeader) {
        layouts = .allocate(capacity: FormatLayouts.limit)
        definitions = Dictionary(header.format.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    deinit {
        for index in 0..<count { FormatLayouts.release(layouts[index]) }
        layouts.deallocate()
    }

    private static func release(_ layout: FormatLayout) {
        layout.text.deallocate()
        layout.checks.deallocate()
    }

    /// The layout of the column at `start`, which ends before `end`. Valid until the next is asked for.
    @inline(__always)
    mutating func layout(_ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) -> UnsafePointer<FormatLayout> {
        let length = end - start
        if count > 0, FormatLayouts.isSame(layouts[latest], start, length) { return UnsafePointer(layouts + latest) }
        return find(start, length)
    }

    @inline(__always)
    private static func isSame(_ layout: FormatLayout, _ start: UnsafePointer<UInt8>, _ length: Int) -> Bool {
        guard layout.length == length else { return false }
        var at = 0
        // Both texts are followed by at least eight bytes.
        while length - at >= 8 {
            guard Bytes.word(start + at) == Bytes.word(UnsafePointer(layout.text) + at) else { return false }
            at += 8
        }
        let mask = (1 as UInt64) << UInt64(8 * (length - at)) &- 1
        return (Bytes.word(start + at) ^ Bytes.word(UnsafePointer(layout.text) + at)) & mask == 0
    }

    private mutating func find(_ start: UnsafePointer<UInt8>, _ length: Int) -> UnsafePointer<FormatLayout> {
        for index in 0..<count where FormatLayouts.isSame(layouts[index], start, length) {
            latest = index
            return UnsafePointer(layouts + index)
        }
        let made = make(UnsafeBufferPointer(start: start, count: length))
        if count < FormatLayouts.limit {
            (layouts + count).initialize(to: made)
            latest = count
            count += 1
        } else {
            FormatLayouts.release(layouts[oldest])
            layouts[oldest] = made
            latest = oldest
            oldest = (oldest + 1) % FormatLayouts.limit
        }
        return UnsafePointer(layouts + latest)
    }

    private func make(_ column: UnsafeBufferPointer<UInt8>) -> FormatLayout {
        let keys = column.split(separator: Bytes.colon, omittingEmptySubsequences: false).map { Array($0) }
        let text = UnsafeMutablePointer<UInt8>.allocate(capacity: column.count + 8)
        text.initialize(repeating: 0, count: column.count + 8)
        for (index, byte) in column.enumerated() { text[index] = byte }
        let checks = UnsafeMutablePointer<ValueCheck>.allocate(capacity: keys.count)
        for (index, key) in keys.enumerated() {
            (checks + index).initialize(to: ValueCheck.format(key, definitions[key]))
        }
        func place(_ name: String) -> Int { keys.firstIndex { $0.elementsEqual(name.utf8) } ?? -1 }
        let isMissing = keys.count == 1 && keys[0] == [Bytes.dot]
        let isFaulty =
            Set(keys).count != keys.count || place("GT") > 0
            || (!isMissing && !keys.allSatisfy { definitions[$0] != nil || FormatLayouts.isKey($0) })
        return FormatLayout(
            text: text, length: column.count, checks: checks, count: keys.count, genotype: place("GT"),
            depths: place("AD"), fraction: place("AF"), isFaulty: isFaulty)
    }

    /// Letters and digits, as VCF 4.1 and 4.2 ask; keys that the header defines may have more.
    private static func isKey(_ key: [UInt8]) -> Bool {
        !key.isEmpty
            && key.allSatisfy { byte in
                switch byte {
                case 48...57, 65...90, 97...122: true
                default: false
                }
            }
    }
}
