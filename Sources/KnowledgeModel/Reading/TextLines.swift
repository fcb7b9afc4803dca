internal import StructuredText

/// The lines of a text in bytes, without their line ends (LF or CRLF), numbered from 1.
struct TextLines: Sequence, IteratorProtocol {
    private let bytes: [UInt8]
    private var start = 0
    private var number = 0

    /// Throws where the text is empty or not UTF-8, naming the line. A byte order mark is passed over.
    init(_ bytes: [UInt8]) throws(KnowledgeFault) {
        self.bytes = bytes
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
        guard start < bytes.count else { throw KnowledgeFault(.empty) }
        guard (try? UTF8Span(validating: bytes.span)) != nil else {
            throw KnowledgeFault(.notUTF8, at: TextLines.firstFault(bytes))
        }
    }

    /// Whether the last line lacks its end, as a download that broke off does.
    var endsInLine: Bool { bytes.last != UInt8(ascii: "\n") }

    mutating func next() -> (number: Int, line: ArraySlice<UInt8>)? {
        guard start < bytes.count else { return nil }
        let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
        let line = bytes[start..<(end > start && bytes[end - 1] == UInt8(ascii: "\r") ? end - 1 : end)]
        start = end + 1
        number += 1
        return (number, line)
    }

    private static func firstFault(_ bytes: [UInt8]) -> SourcePlace {
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        var (line, column) = (1, 1)
        while true {
            switch decoder.decode(&iterator) {
            case .scalarValue("\n"): (line, column) = (line + 1, 1)
            case .scalarValue: column += 1
            case .emptyInput, .error: return SourcePlace(line: line, column: column)
            }
        }
    }
}
