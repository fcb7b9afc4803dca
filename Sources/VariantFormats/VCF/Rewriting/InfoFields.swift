/// Finds the fields of an INFO column that have one of some names.
struct InfoFields: Sendable {
    private let ids: [[UInt8]]
    /// By first byte: whether any name begins so.
    private let isFirst: [Bool]

    init(ids: [String]) {
        self.ids = ids.map { Array($0.utf8) }
        isFirst = (0...255).map { byte in ids.contains { $0.utf8.first == UInt8(byte) } }
    }

    /// Whether any field of the column has one of the names.
    func isAny(in column: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) -> Bool {
        var at = column
        while at < end {
            if isFirst[Int(at.pointee)], isOurs(at, end) { return true }
            at = InfoFields.fieldEnd(at, end) + 1
        }
        return false
    }

    /// The other fields, each with a `;` before it.
    func others(in column: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, into kept: inout [UInt8]) {
        var at = column
        while at < end {
            let stop = InfoFields.fieldEnd(at, end)
            if !isOurs(at, end) {
                kept.append(Bytes.semicolon)
                kept.append(contentsOf: UnsafeBufferPointer(start: at, count: stop - at))
            }
            at = stop + 1
        }
    }

    private func isOurs(_ field: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) -> Bool {
        ids.contains { id in
            guard end - field >= id.count, UnsafeBufferPointer(start: field, count: id.count).elementsEqual(id) else {
                return false
            }
            let after = field + id.count
            return after == end || after.pointee == Bytes.equals || after.pointee == Bytes.semicolon
        }
    }

    private static func fieldEnd(_ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) -> UnsafePointer<UInt8> {
        var at = start
        while at < end {
            let mask = Bytes.matches(Bytes.word(at), Bytes.semicolon)
            if mask != 0 { return min(at + Bytes.first(mask), end) }
            at += 8
        }
        return end
    }
}
