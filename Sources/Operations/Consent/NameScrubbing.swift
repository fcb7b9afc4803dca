/// Takes names out of a text, whole names only: `P-1` goes and `P-12` stays.
struct NameScrubbing {
    /// Longest first, so that a name is not cut by a shorter one in it.
    private let names: [[UInt8]]
    private static let mark = Array("…".utf8)

    init(_ names: [String]) {
        self.names = Set(names).filter { !$0.isEmpty }.map { Array($0.utf8) }.sorted { $0.count > $1.count }
    }

    func callAsFunction(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            let name = names.first { name in
                bytes[index...].starts(with: name) && NameScrubbing.isWhole(bytes, index..<index + name.count)
            }
            if let name {
                result += NameScrubbing.mark
                index += name.count
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Names are made of letters, digits and `-._`; a point that ends a sentence is no part of one.
    private static func isWhole(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        if range.lowerBound > 0, isLetter(bytes[range.lowerBound - 1]) || bytes[range.lowerBound - 1] == UInt8(ascii: ".") {
            return false
        }
        guard range.upperBound < bytes.count else { return true }
        let next = bytes[range.upperBound]
        if isLetter(next) { return false }
        guard next == UInt8(ascii: "."), range.upperBound + 1 < bytes.count else { return true }
        return !isLetter(bytes[range.upperBound + 1])
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
        }
    }
}
