import GenomeModel

/// One record of a structural call file, taken apart: columns as bytes of the line, nothing judged yet.
struct StructuralRecord {
    let line: Int
    let columns: [ArraySlice<UInt8>]
    /// The values of INFO by key; a flag has none. Of a key that stands twice the first counts.
    let info: [ArraySlice<UInt8>: ArraySlice<UInt8>]
    /// The keys of FORMAT, in order.
    let format: [ArraySlice<UInt8>]

    init(_ text: [UInt8], line: Int) {
        self.line = line
        columns = text.split(separator: Bytes.tab, omittingEmptySubsequences: false)
        var info: [ArraySlice<UInt8>: ArraySlice<UInt8>] = [:]
        if columns.count > 7 {
            for field in columns[7].split(separator: Bytes.semicolon) {
                let parts = field.split(separator: Bytes.equals, maxSplits: 1, omittingEmptySubsequences: false)
                if info[parts[0]] == nil { info[parts[0]] = parts.count > 1 ? parts[1] : [] }
            }
        }
        self.info = info
        format = columns.count > 8 ? columns[8].split(separator: Bytes.colon, omittingEmptySubsequences: false) : []
    }

    var identifier: ArraySlice<UInt8>? { isMissing(columns[2]) ? nil : columns[2] }
    var reference: ArraySlice<UInt8> { columns[3] }
    var alternates: [ArraySlice<UInt8>] {
        isMissing(columns[4]) ? [] : columns[4].split(separator: Bytes.comma, omittingEmptySubsequences: false)
    }

    /// FILTER is neither PASS nor a full stop.
    var isFailed: Bool { !isMissing(columns[6]) && !columns[6].elementsEqual("PASS".utf8) }

    func value(_ key: StaticString) -> ArraySlice<UInt8>? {
        guard let value = info[ArraySlice(Array("\(key)".utf8))], !isMissing(value), !value.isEmpty else { return nil }
        return value
    }

    /// The `index`th of a key's values, or its only one.
    func value(_ key: StaticString, of index: Int) -> ArraySlice<UInt8>? {
        guard let value = value(key) else { return nil }
        let values = value.split(separator: Bytes.comma, omittingEmptySubsequences: false)
        let chosen = values.count == 1 ? values[0] : index < values.count ? values[index] : []
        return chosen.isEmpty || isMissing(chosen) ? nil : chosen
    }

    func number(_ key: StaticString, of index: Int = 0) -> Int? { value(key, of: index).flatMap(WholeNumber.read) }

    func text(_ key: StaticString) -> String? { value(key).map { String(decoding: $0, as: UTF8.self) } }

    private func isMissing(_ text: ArraySlice<UInt8>) -> Bool { text.count == 1 && text.first == Bytes.dot }
}
