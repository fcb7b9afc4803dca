package import StructuredText

/// A value with a JSON form that is read strictly: an unknown member, a missing one and a bad value are refused with their place.
///
/// `init(json: value.json)` gives `value` again, always.
package protocol ReportJSONForm: Equatable, Sendable {
    var json: JSONValue { get }

    init(json: JSONValue) throws(ReportJSONError)
}

extension ReportJSONForm {
    /// Reads the form from text.
    package init(jsonText text: String) throws(ReportJSONError) {
        let value: JSONValue
        do throws(JSONSyntaxError) {
            value = try JSONReader.read(text)
        } catch {
            throw ReportJSONError(.notJSON, at: error.place, member: "")
        }
        try self.init(json: value)
    }
}

extension Sequence where Element: ReportJSONForm {
    /// The list's form, in its order.
    var json: JSONValue { JSONValue(map(\.json)) }

    /// Nil for an empty list, which is left out.
    var jsonUnlessEmpty: JSONValue? {
        let values = map(\.json)
        return values.isEmpty ? .none : .some(JSONValue(values))
    }
}

extension JSONValue {
    /// A word of a closed list.
    init(word: some RawRepresentable<String>) { self.init(.string(word.rawValue)) }

    /// Whatever is written as its description: a date, a time, a code, an identity.
    init(described value: some CustomStringConvertible) { self.init(.string(value.description)) }
}

extension Optional where Wrapped == JSONValue {
    /// Left out where there is none. (`nil` alone would be JSON's null, which is a literal of the type too.)
    static func member<Value>(_ value: Value?, _ write: (Value) -> JSONValue) -> JSONValue? {
        guard let value else { return .none }
        return .some(write(value))
    }

    static func text(_ value: String?) -> JSONValue? { member(value) { JSONValue(.string($0)) } }
    static func integer(_ value: Int?) -> JSONValue? { member(value) { JSONValue(.number(String($0))) } }
    static func number(_ value: Double?) -> JSONValue? { member(value) { JSONValue(.number("\($0)")) } }
    static func bool(_ value: Bool?) -> JSONValue? { member(value) { JSONValue(.bool($0)) } }
    static func word(_ value: (some RawRepresentable<String>)?) -> JSONValue? { member(value) { JSONValue(word: $0) } }
    static func described(_ value: (some CustomStringConvertible)?) -> JSONValue? { member(value) { JSONValue(described: $0) } }
    static func form(_ value: (some ReportJSONForm)?) -> JSONValue? { member(value) { $0.json } }
}
