internal import HTTPTypes

/// The items of a query, each with its name and value decoded once (RFC 3986; `+` is a space, as forms write it).
struct QueryItems {
    let items: [(name: String, value: String)]

    /// Throws a `Problem` for an escape that is none or that hides what is not UTF-8.
    init(_ query: String) throws {
        items = try query.split(separator: "&").map { item in
            let parts = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (try QueryItems.decode(parts[0]), parts.count == 2 ? try QueryItems.decode(parts[1]) : "")
        }
    }

    /// The value of a name; nil where it is not there. Twice is a fault: which one is meant?
    func only(_ name: String) throws -> String? {
        let found = items.filter { $0.name == name }
        guard found.count < 2 else {
            throw Problem(
                .badRequest, "parameter-twice", "A parameter is given twice.", remedy: "Give \(name) once.")
        }
        return found.first?.value
    }

    static func decode(_ text: some StringProtocol, isQuery: Bool = true) throws -> String {
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "+") where isQuery: bytes.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                guard let high = rest.popFirst().flatMap(hexadecimal), let low = rest.popFirst().flatMap(hexadecimal) else {
                    throw malformed
                }
                bytes.append(high << 4 | low)
            default: bytes.append(byte)
            }
        }
        guard let decoded = String(validating: bytes, as: UTF8.self), !bytes.contains(0) else { throw malformed }
        return decoded
    }

    private static func hexadecimal(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }

    private static var malformed: Problem {
        Problem(
            .badRequest, "escape-malformed", "The address has an escape that is none.",
            remedy: "Write % as %25, and other characters as their UTF-8 bytes.")
    }
}

extension StringProtocol {
    /// Without this character at both ends.
    func trimming(_ character: Character) -> String {
        var text = Substring(self)
        while text.first == character { text.removeFirst() }
        while text.last == character { text.removeLast() }
        return String(text)
    }
}
