internal import ClinicalModel
internal import GRDB

/// Columns as values of the models. A text that no value has is reported as a fact: the row was written by a later version.
extension Row {
    func text(_ index: Int) throws -> String { try decode(String.self, atIndex: index) }
    func optionalText(_ index: Int) throws -> String? { try decode(String?.self, atIndex: index) }
    func integer(_ index: Int) throws -> Int { try decode(Int.self, atIndex: index) }
    func optionalInteger(_ index: Int) throws -> Int? { try decode(Int?.self, atIndex: index) }
    func flag(_ index: Int) throws -> Bool { try decode(Int.self, atIndex: index) != 0 }
    func time(_ index: Int) throws -> Timestamp { Timestamp(milliseconds: try integer(index)) }
    func optionalTime(_ index: Int) throws -> Timestamp? { try optionalInteger(index).map(Timestamp.init(milliseconds:)) }

    func value<Value>(_ index: Int, _ read: (String) -> Value?) throws -> Value {
        try Row.known(read(try text(index)))
    }

    func optionalValue<Value>(_ index: Int, _ read: (String) -> Value?) throws -> Value? {
        guard let text = try optionalText(index) else { return nil }
        return try Row.known(read(text))
    }

    func named<Value: RawRepresentable>(_ index: Int, as: Value.Type = Value.self) throws -> Value
    where Value.RawValue == String {
        try value(index) { Value(rawValue: $0) }
    }

    func optionalNamed<Value: RawRepresentable>(_ index: Int, as: Value.Type = Value.self) throws -> Value?
    where Value.RawValue == String {
        try optionalValue(index) { Value(rawValue: $0) }
    }

    func date(_ index: Int) throws -> CivilDate { try value(index) { CivilDate($0) } }
    func optionalDate(_ index: Int) throws -> CivilDate? { try optionalValue(index) { CivilDate($0) } }

    static func known<Value>(_ value: Value?) throws -> Value {
        guard let value else { throw RecordsError(.unreadableRow, place: "records") }
        return value
    }
}
