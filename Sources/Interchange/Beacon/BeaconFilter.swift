internal import StructuredText

/// A filter of a request, as it was written. Filters of a list are joined by and.
package indirect enum BeaconFilter: Hashable, Sendable {
    package enum Operator: String, Sendable, CaseIterable {
        case equal = "="
        case not = "!"
        case less = "<"
        case lessOrEqual = "<="
        case more = ">"
        case moreOrEqual = ">="
    }

    /// An ontology term or a custom one.
    case term(String, withDescendants: Bool)
    case comparison(String, Operator, String)
    /// Extensions: groups of filters.
    case all([BeaconFilter])
    case any([BeaconFilter])
    case none(BeaconFilter)

    /// How deeply groups may be nested.
    static let depthLimit = 16
    /// Filters in one request, groups not counted.
    static let countLimit = 128

    /// As the summary of the request gives it back.
    package var text: String {
        switch self {
        case .term(let id, _): id
        case .comparison(let id, let sign, let value): id + sign.rawValue + value
        case .all(let parts): "(" + parts.map(\.text).joined(separator: " and ") + ")"
        case .any(let parts): "(" + parts.map(\.text).joined(separator: " or ") + ")"
        case .none(let part): "not " + part.text
        }
    }

    var count: Int {
        switch self {
        case .term, .comparison: 1
        case .all(let parts), .any(let parts): parts.reduce(0) { $0 + $1.count }
        case .none(let part): part.count
        }
    }

    /// Reads the value of `filters`: a list, one filter alone, or texts with commas between them.
    static func list(_ value: JSONValue) throws(BeaconRequestError) -> [BeaconFilter] {
        var filters: [BeaconFilter] = []
        for one in value.array ?? [value] where !one.isNull {
            if let text = one.string {
                for part in text.split(separator: ",") { filters.append(try BeaconFilter(BeaconValue.trimmed(part))) }
            } else {
                filters.append(try BeaconFilter(one, depth: 0))
            }
        }
        guard filters.reduce(0, { $0 + $1.count }) <= countLimit else { throw BeaconRequestError(.filtersTooMany) }
        return filters
    }

    /// `HP:0001250`, `sex=female`, `age>=P40Y`.
    private init(_ text: String) throws(BeaconRequestError) {
        guard let start = text.firstIndex(where: { "<>=!".contains($0) }) else {
            guard !text.isEmpty else { throw BeaconRequestError(.filterShape) }
            self = .term(text, withDescendants: true)
            return
        }
        let rest = text[start...]
        let sign: Operator = rest.hasPrefix("<=") ? .lessOrEqual : rest.hasPrefix(">=") ? .moreOrEqual : .one(rest.first)
        let id = BeaconValue.trimmed(text[..<start])
        let value = BeaconValue.trimmed(rest.dropFirst(sign.rawValue.count))
        guard !id.isEmpty, !value.isEmpty else { throw BeaconRequestError(.filterShape) }
        self = .comparison(id, sign, value)
    }

    private static let members: Set<String> = [
        "id", "operator", "value", "scope", "includeDescendantTerms", "similarity", "or", "and", "not", "type", "label",
        "excluded",
    ]

    private init(_ value: JSONValue, depth: Int) throws(BeaconRequestError) {
        guard depth < BeaconFilter.depthLimit else { throw BeaconRequestError(.filtersTooMany) }
        guard let members = value.members, !members.isEmpty else { throw BeaconRequestError(.filterShape) }
        for member in members where !BeaconFilter.members.contains(member.name) {
            throw BeaconRequestError(.unknownName, member.name, among: BeaconFilter.members.sorted())
        }
        if let group = try BeaconFilter.group(value, members, depth: depth) {
            self = group
            return
        }
        try BeaconFilter.checkScope(value["scope"])
        if let similarity = value["similarity"], !similarity.isNull {
            guard similarity.string?.lowercased() == "exact" else { throw BeaconRequestError(.similarity) }
        }
        guard let id = value["id"]?.string, !id.isEmpty else { throw BeaconRequestError(.filterShape) }
        let filter: BeaconFilter
        if let compared = value["value"], !compared.isNull {
            filter = try .comparison(id, Operator(value["operator"], of: id), BeaconFilter.written(compared, of: id))
        } else {
            guard value["operator"]?.isNull ?? true else { throw BeaconRequestError(.filterShape) }
            let flag = value["includeDescendantTerms"].flatMap { $0.isNull ? nil : $0 }
            let descends = try flag.map { value throws(BeaconRequestError) in
                try BeaconValue(name: "includeDescendantTerms", value: value).flag()
            }
            filter = .term(id, withDescendants: descends ?? true)
        }
        let excluded = try value["excluded"].map { value throws(BeaconRequestError) in
            try BeaconValue(name: "excluded", value: value).flag()
        }
        self = excluded == true ? .none(filter) : filter
    }

    private static func group(
        _ value: JSONValue, _ members: [JSONValue.Member], depth: Int
    ) throws(BeaconRequestError) -> BeaconFilter? {
        let named = members.filter { ["or", "and", "not"].contains($0.name) }
        guard let only = named.first else { return nil }
        guard members.count == 1 else { throw BeaconRequestError(.filterShape, only.name) }
        var parts: [BeaconFilter] = []
        for one in only.value.array ?? [only.value] {
            if let text = one.string {
                parts.append(try BeaconFilter(text))
            } else {
                parts.append(try BeaconFilter(one, depth: depth + 1))
            }
        }
        guard !parts.isEmpty else { throw BeaconRequestError(.filterShape, only.name) }
        switch only.name {
        case "or": return .any(parts)
        case "and": return .all(parts)
        default:
            guard parts.count == 1 else { throw BeaconRequestError(.filterShape, only.name) }
            return .none(parts[0])
        }
    }

    /// A scope says which entries a term describes; here it is known from the term, so it is checked and no more.
    private static func checkScope(_ value: JSONValue?) throws(BeaconRequestError) {
        guard let value, !value.isNull else { return }
        for one in value.array ?? [value] {
            guard let text = one.string, BeaconEntryType(named: text) != nil else { throw BeaconRequestError(.scopeUnknown) }
        }
    }

    private static func written(_ value: JSONValue, of id: String) throws(BeaconRequestError) -> String {
        switch value.content {
        case .string(let text) where !text.isEmpty: return text
        case .number(let number): return number
        default: throw BeaconRequestError(.filterValue, id)
        }
    }
}

extension BeaconFilter.Operator {
    fileprivate static func one(_ character: Character?) -> Self {
        character.flatMap { Self(rawValue: String($0)) } ?? .equal
    }

    fileprivate init(_ value: JSONValue?, of id: String) throws(BeaconRequestError) {
        guard let value, !value.isNull else {
            self = .equal
            return
        }
        guard let text = value.string, let sign = Self(rawValue: text == "!=" ? "!" : text) else {
            throw BeaconRequestError(.filterOperator, id)
        }
        self = sign
    }
}
