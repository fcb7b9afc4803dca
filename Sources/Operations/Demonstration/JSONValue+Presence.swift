internal import StructuredText

extension JSONValue {
    /// The value where `isThere`, else nothing. (A `nil` in a conditional expression would become JSON's null.)
    func when(_ isThere: Bool) -> JSONValue? { isThere ? Optional.some(self) : Optional.none }

    /// A list that is left out where it is empty.
    static func list(_ values: [JSONValue]) -> JSONValue? { JSONValue(values).when(!values.isEmpty) }

    /// A text that is left out where there is none.
    static func text(_ value: String?) -> JSONValue? { value.map { JSONValue(.string($0)) } }
}
