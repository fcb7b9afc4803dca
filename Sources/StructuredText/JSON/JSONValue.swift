/// A JSON value (RFC 8259) that remembers where each part stood, so that a fault can be shown to whoever wrote it.
package struct JSONValue: Sendable {
    package enum Content: Sendable {
        case null
        case bool(Bool)
        /// As written, so that nothing is lost to a binary fraction.
        case number(String)
        case string(String)
        case array([JSONValue])
        /// In the order written; the reader refuses a name given twice.
        case object([Member])
    }

    package struct Member: Sendable {
        package let name: String
        package let place: SourcePlace
        package let value: JSONValue

        package init(name: String, place: SourcePlace, value: JSONValue) {
            self.name = name
            self.place = place
            self.value = value
        }
    }

    package let content: Content
    /// Where the value begins. Line 0 for a value that was built rather than read.
    package let place: SourcePlace

    package init(_ content: Content, at place: SourcePlace = SourcePlace(line: 0, column: 0)) {
        self.content = content
        self.place = place
    }

    /// The value of a member, nil where the value is no object or has none of that name.
    package subscript(_ name: String) -> JSONValue? {
        guard case .object(let members) = content else { return nil }
        return members.first { $0.name == name }?.value
    }

    package var string: String? {
        guard case .string(let text) = content else { return nil }
        return text
    }

    package var bool: Bool? {
        guard case .bool(let value) = content else { return nil }
        return value
    }

    /// The number where it is whole and written without fraction or exponent.
    package var integer: Int? {
        guard case .number(let text) = content else { return nil }
        return Int(text)
    }

    package var double: Double? {
        guard case .number(let text) = content else { return nil }
        return Double(text)
    }

    package var array: [JSONValue]? {
        guard case .array(let values) = content else { return nil }
        return values
    }

    package var members: [Member]? {
        guard case .object(let members) = content else { return nil }
        return members
    }

    package var isNull: Bool {
        if case .null = content { return true }
        return false
    }

    /// What the value is, as an error message names it.
    package var kind: String {
        switch content {
        case .null: "null"
        case .bool: "true or false"
        case .number: "a number"
        case .string: "text"
        case .array: "a list"
        case .object: "an object"
        }
    }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByNilLiteral
{
    package init(stringLiteral value: String) { self.init(.string(value)) }
    package init(integerLiteral value: Int) { self.init(.number(String(value))) }
    package init(booleanLiteral value: Bool) { self.init(.bool(value)) }
    package init(nilLiteral: ()) { self.init(.null) }
    package init(arrayLiteral elements: JSONValue...) { self.init(.array(elements)) }

    package init(dictionaryLiteral elements: (String, JSONValue)...) {
        self.init(.object(elements.map { Member(name: $0, place: SourcePlace(line: 0, column: 0), value: $1) }))
    }

    package init(_ text: String?) { self.init(text.map { .string($0) } ?? .null) }
    package init(_ value: Bool) { self.init(.bool(value)) }
    package init(_ value: Int?) { self.init(value.map { .number(String($0)) } ?? .null) }
    package init(_ value: Double?) { self.init(value.map { .number("\($0)") } ?? .null) }
    package init(_ values: [JSONValue]) { self.init(.array(values)) }
    package init(_ values: [String]) { self.init(.array(values.map { JSONValue(.string($0)) })) }

    /// An object of the members that are not nil, in this order.
    package init(members: [(String, JSONValue?)]) {
        self.init(
            .object(
                members.compactMap { name, value in
                    value.map { Member(name: name, place: SourcePlace(line: 0, column: 0), value: $0) }
                }))
    }
}
