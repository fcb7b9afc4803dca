/// Reads JSON (RFC 8259) strictly, keeping the place of every value.
///
/// Stricter than the standard where a reader may choose: a name given twice is refused, since two readers would take
/// different ones; so are texts over `sizeLimit` bytes and nesting over `depthLimit`. Cost: one pass over the bytes.
package struct JSONReader {
    package static let depthLimit = 80
    package static let sizeLimit = 16 * 1_048_576

    /// The value in `bytes`. Throws the first fault with its place.
    package static func read(_ bytes: [UInt8]) throws(JSONSyntaxError) -> JSONValue {
        guard bytes.count <= sizeLimit else { throw JSONSyntaxError(.tooLarge, at: SourcePlace(line: 1, column: 1)) }
        var reader = JSONReader(bytes: bytes)
        // A byte order mark is not JSON, but editors on Windows write one. It is not a column of the line.
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            reader.index = 3
            reader.lineStart = 3
        }
        if let fault = reader.firstByteThatIsNotUTF8() { throw JSONSyntaxError(.notUTF8, at: fault) }
        reader.skipSpace()
        let value = try reader.value(depth: 0)
        reader.skipSpace()
        guard reader.index == bytes.count else { throw reader.fault(.trailingText) }
        return value
    }

    package static func read(_ text: String) throws(JSONSyntaxError) -> JSONValue { try read(Array(text.utf8)) }

    private let bytes: [UInt8]
    private var index = 0
    private var line = 1
    private var lineStart = 0
    /// The last place that was counted on this line, so that a text in one line is not counted from its start for every value.
    private var counted = (index: 0, column: 1)

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private var place: SourcePlace { place(at: index) }

    private func place(at index: Int) -> SourcePlace {
        // Scalars, not bytes: continuation bytes do not move the column.
        var (start, column) = counted.index >= lineStart && counted.index <= index ? counted : (lineStart, 1)
        while start < index {
            if bytes[start] & 0xC0 != 0x80 { column += 1 }
            start += 1
        }
        return SourcePlace(line: line, column: column)
    }

    private mutating func countedPlace() -> SourcePlace {
        let place = self.place
        counted = (index, place.column)
        return place
    }

    private func fault(_ code: JSONSyntaxError.Code, name: String = "") -> JSONSyntaxError {
        JSONSyntaxError(index >= bytes.count && code == .unexpectedCharacter ? .unexpectedEnd : code, at: place, name: name)
    }

    private func firstByteThatIsNotUTF8() -> SourcePlace? {
        // The decoder stops at the first fault; its place is counted only then.
        guard (try? UTF8Span(validating: bytes.span)) == nil else { return nil }
        var decoder = UTF8()
        var iterator = bytes[index...].makeIterator()
        var (line, column) = (1, 1)
        while true {
            switch decoder.decode(&iterator) {
            case .scalarValue("\n"): (line, column) = (line + 1, 1)
            case .scalarValue: column += 1
            case .emptyInput: return SourcePlace(line: line, column: column)
            case .error: return SourcePlace(line: line, column: column)
            }
        }
    }

    private mutating func skipSpace() {
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): index += 1
            case UInt8(ascii: "\n"):
                index += 1
                line += 1
                lineStart = index
            default: return
            }
        }
    }

    private mutating func value(depth: Int) throws(JSONSyntaxError) -> JSONValue {
        guard depth < JSONReader.depthLimit else { throw fault(.tooDeep) }
        guard index < bytes.count else { throw fault(.unexpectedEnd) }
        let start = countedPlace()
        switch bytes[index] {
        case UInt8(ascii: "{"): return JSONValue(.object(try object(depth: depth)), at: start)
        case UInt8(ascii: "["): return JSONValue(.array(try array(depth: depth)), at: start)
        case UInt8(ascii: "\""): return JSONValue(.string(try string()), at: start)
        case UInt8(ascii: "t"): return JSONValue(try word("true", .bool(true)), at: start)
        case UInt8(ascii: "f"): return JSONValue(try word("false", .bool(false)), at: start)
        case UInt8(ascii: "n"): return JSONValue(try word("null", .null), at: start)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return JSONValue(.number(try number()), at: start)
        default: throw fault(.unexpectedCharacter)
        }
    }

    private mutating func word(_ word: String, _ content: JSONValue.Content) throws(JSONSyntaxError) -> JSONValue.Content {
        for byte in word.utf8 {
            guard index < bytes.count, bytes[index] == byte else { throw fault(.unexpectedCharacter) }
            index += 1
        }
        return content
    }

    private mutating func take(_ character: Unicode.Scalar) throws(JSONSyntaxError) {
        guard index < bytes.count, bytes[index] == UInt8(ascii: character) else { throw fault(.unexpectedCharacter) }
        index += 1
    }

    private func next(is character: Unicode.Scalar) -> Bool { index < bytes.count && bytes[index] == UInt8(ascii: character) }

    private mutating func object(depth: Int) throws(JSONSyntaxError) -> [JSONValue.Member] {
        try take("{")
        skipSpace()
        var members: [JSONValue.Member] = []
        // Of few names a look at each is cheaper than a set of them.
        var names = Set<String>()
        if next(is: "}") {
            index += 1
            return members
        }
        while true {
            skipSpace()
            let start = countedPlace()
            guard next(is: "\"") else { throw fault(.unexpectedCharacter) }
            let name = try string()
            if members.count == 16 { names = Set(members.map(\.name)) }
            let isNew = members.count < 16 ? !members.contains { $0.name == name } : names.insert(name).inserted
            guard isNew else { throw JSONSyntaxError(.duplicateName, at: start, name: name) }
            skipSpace()
            try take(":")
            skipSpace()
            members.append(JSONValue.Member(name: name, place: start, value: try value(depth: depth + 1)))
            skipSpace()
            if next(is: "}") {
                index += 1
                return members
            }
            try take(",")
        }
    }

    private mutating func array(depth: Int) throws(JSONSyntaxError) -> [JSONValue] {
        try take("[")
        skipSpace()
        var values: [JSONValue] = []
        if next(is: "]") {
            index += 1
            return values
        }
        while true {
            skipSpace()
            values.append(try value(depth: depth + 1))
            skipSpace()
            if next(is: "]") {
                index += 1
                return values
            }
            try take(",")
        }
    }

    private mutating func number() throws(JSONSyntaxError) -> String {
        let start = index
        if next(is: "-") { index += 1 }
        let whole = digits()
        guard whole > 0, !(whole > 1 && bytes[index - whole] == UInt8(ascii: "0")) else { throw fault(.badNumber) }
        if next(is: ".") {
            index += 1
            guard digits() > 0 else { throw fault(.badNumber) }
        }
        if next(is: "e") || next(is: "E") {
            index += 1
            if next(is: "+") || next(is: "-") { index += 1 }
            guard digits() > 0 else { throw fault(.badNumber) }
        }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    private mutating func digits() -> Int {
        let start = index
        while index < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index]) { index += 1 }
        return index - start
    }

    private mutating func string() throws(JSONSyntaxError) -> String {
        try take("\"")
        var text: [UInt8] = []
        var start = index
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\""):
                let end = index
                index += 1
                // Nearly every text: nothing in it was escaped.
                if text.isEmpty { return String(decoding: bytes[start..<end], as: UTF8.self) }
                text.append(contentsOf: bytes[start..<end])
                return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"):
                text.append(contentsOf: bytes[start..<index])
                index += 1
                text.append(contentsOf: String(try escape()).utf8)
                start = index
            case 0..<0x20: throw fault(.controlCharacter)
            default: index += 1
            }
        }
        throw fault(.unexpectedEnd)
    }

    private mutating func escape() throws(JSONSyntaxError) -> Unicode.Scalar {
        guard index < bytes.count else { throw fault(.unexpectedEnd) }
        let byte = bytes[index]
        index += 1
        switch byte {
        case UInt8(ascii: "\""): return "\""
        case UInt8(ascii: "\\"): return "\\"
        case UInt8(ascii: "/"): return "/"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"):
            let first = try codeUnit()
            guard UTF16.isLeadSurrogate(first) else {
                guard let scalar = Unicode.Scalar(first) else { throw fault(.badEscape) }
                return scalar
            }
            guard next(is: "\\"), index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "u") else {
                throw fault(.badEscape)
            }
            index += 2
            let second = try codeUnit()
            guard UTF16.isTrailSurrogate(second),
                let scalar = Unicode.Scalar(0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(second) - 0xDC00))
            else { throw fault(.badEscape) }
            return scalar
        default:
            index -= 1
            throw fault(.badEscape)
        }
    }

    private mutating func codeUnit() throws(JSONSyntaxError) -> UInt16 {
        guard index + 4 <= bytes.count else { throw fault(.badEscape) }
        let text = String(decoding: bytes[index..<index + 4], as: UTF8.self)
        guard text.utf8.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }), let unit = UInt16(text, radix: 16)
        else { throw fault(.badEscape) }
        index += 4
        return unit
    }
}
