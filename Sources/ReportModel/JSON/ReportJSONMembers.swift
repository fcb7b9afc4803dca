internal import ClinicalModel
internal import StructuredText

/// The members of a JSON object, each read as what it has to be.
struct ReportJSONMembers {
    private let object: JSONValue
    /// Where the object stood in the value around it, for faults of its own.
    private let name: String

    /// Throws where `json` is no object or has a member beyond `known`.
    init(_ json: JSONValue, _ name: String, known: [String]) throws(ReportJSONError) {
        guard let members = json.members else { throw ReportJSONError(.wrongType, at: json.place, member: name) }
        for member in members where !known.contains(member.name) {
            throw ReportJSONError(.unknownMember, at: member.place, member: member.name)
        }
        object = json
        self.name = name
    }

    /// Why the value as a whole cannot be, for rules over several members.
    func fault(_ member: String) -> ReportJSONError {
        ReportJSONError(.badValue, at: (object[member] ?? object).place, member: member)
    }

    private func value(_ member: String) throws(ReportJSONError) -> JSONValue {
        guard let value = object[member] else { throw ReportJSONError(.missing, at: object.place, member: member) }
        return value
    }

    func has(_ member: String) -> Bool { object[member] != nil }

    private func read<Value>(
        _ member: String, _ type: (JSONValue) -> Value?
    ) throws(ReportJSONError) -> Value {
        let json = try value(member)
        guard let found = type(json) else { throw ReportJSONError(.wrongType, at: json.place, member: member) }
        return found
    }

    func text(_ member: String) throws(ReportJSONError) -> String { try read(member, \.string) }
    func integer(_ member: String) throws(ReportJSONError) -> Int { try read(member, \.integer) }
    func bool(_ member: String) throws(ReportJSONError) -> Bool { try read(member, \.bool) }

    /// A finite number.
    func number(_ member: String) throws(ReportJSONError) -> Double {
        let number = try read(member, \.double)
        guard number.isFinite else { throw fault(member) }
        return number
    }

    /// A text that `make` turns into what it names; nil of `make` is a bad value.
    func named<Value>(_ member: String, _ make: (String) -> Value?) throws(ReportJSONError) -> Value {
        guard let found = make(try text(member)) else { throw fault(member) }
        return found
    }

    func word<Word: RawRepresentable<String>>(
        _ member: String, _ type: Word.Type = Word.self
    ) throws(ReportJSONError) -> Word {
        try named(member, Word.init(rawValue:))
    }

    func date(_ member: String) throws(ReportJSONError) -> CivilDate { try named(member) { CivilDate($0) } }
    func time(_ member: String) throws(ReportJSONError) -> Timestamp { try named(member) { Timestamp($0) } }
    func code(_ member: String) throws(ReportJSONError) -> Code { try named(member) { Code($0) } }
    func region(_ member: String) throws(ReportJSONError) -> RegionCode { try named(member) { RegionCode($0) } }

    func organisation(_ member: String) throws(ReportJSONError) -> OrganisationCode {
        try named(member) { OrganisationCode($0) }
    }

    func form<Form: ReportJSONForm>(_ member: String, _ type: Form.Type = Form.self) throws(ReportJSONError) -> Form {
        try Form(json: try value(member))
    }

    /// What `read` finds, nil where the member is not there.
    func optional<Value>(
        _ member: String, _ read: (String) throws(ReportJSONError) -> Value
    ) throws(ReportJSONError) -> Value? {
        has(member) ? try read(member) : nil
    }

    /// Empty where the member is not there.
    func list<Form: ReportJSONForm>(_ member: String, _ type: Form.Type = Form.self) throws(ReportJSONError) -> [Form] {
        guard has(member) else { return [] }
        var forms: [Form] = []
        for json in try read(member, \.array) { forms.append(try Form(json: json)) }
        return forms
    }

    /// A list of texts, each made into what it names; empty where the member is not there.
    func namedList<Value>(_ member: String, _ make: (String) -> Value?) throws(ReportJSONError) -> [Value] {
        guard has(member) else { return [] }
        var values: [Value] = []
        for json in try read(member, \.array) {
            guard let text = json.string else { throw ReportJSONError(.wrongType, at: json.place, member: member) }
            guard let value = make(text) else { throw ReportJSONError(.badValue, at: json.place, member: member) }
            values.append(value)
        }
        return values
    }

    func texts(_ member: String) throws(ReportJSONError) -> [String] { try namedList(member) { $0 } }

    func words<Word: RawRepresentable<String>>(
        _ member: String, _ type: Word.Type = Word.self
    ) throws(ReportJSONError) -> [Word] {
        try namedList(member, Word.init(rawValue:))
    }
}
