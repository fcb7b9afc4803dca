internal import GenomeModel
internal import StructuredText

extension CallPhrase {
    var json: JSONValue {
        func list(_ values: [String]) -> JSONValue? {
            // `nil` alone would be JSON's null.
            values.isEmpty ? Optional.none : values.count == 1 ? JSONValue(.string(values[0])) : JSONValue(values)
        }
        switch self {
        case .consequence(let query):
            return JSONValue(members: [
                ("gene", (query.geneSymbol ?? query.geneID).map { JSONValue(.string($0)) }),
                ("coding", query.hgvsCoding.map { JSONValue(.string($0)) }),
                ("protein", query.hgvsProtein.map { JSONValue(.string($0)) }),
                ("impact", list(query.impacts.sorted().reversed().map(\.name))), ("consequence", list(query.terms.sorted())),
            ])
        case .events(let kinds, let interval, let length):
            return JSONValue(members: [
                ("event", kinds.isEmpty ? "any" : list(CallPhrase.symbols(kinds))), ("in", JSONValue(.string(interval))),
                (
                    "length",
                    length.map { ["from": JSONValue(Int($0.lowerBound)), "through": JSONValue(Int($0.upperBound))] }
                ),
            ])
        }
    }

    /// Reads the object behind `carries`.
    init(json: JSONValue) throws(QuestionError) {
        guard let members = json.members else { throw QuestionError(.badVariant, at: json.place) }
        let isEvent = json["event"] != nil
        let names = isEvent ? ["event", "in", "length"] : ["gene", "coding", "protein", "impact", "consequence"]
        for member in members where !names.contains(member.name) {
            throw QuestionError(.badPhrase, at: member.place, found: member.name, among: names)
        }
        self = isEvent ? try CallPhrase.events(json) : .consequence(try CallPhrase.consequence(json))
    }

    private static func consequence(_ json: JSONValue) throws(QuestionError) -> ConsequenceQuery {
        var query = ConsequenceQuery()
        if let gene = try text(json["gene"]) { (query.geneSymbol, query.geneID) = CallPhrase.gene(gene) }
        query.hgvsCoding = try text(json["coding"])
        query.hgvsProtein = try text(json["protein"])
        for value in try texts(json["impact"]) {
            guard let impact = ConsequenceImpact(name: value.uppercased()) else {
                throw QuestionError(.badPhrase, at: json["impact"]?.place ?? json.place)
            }
            query.impacts.insert(impact)
        }
        query.terms = Set(try texts(json["consequence"]))
        guard json["gene"] != nil || query.hgvsCoding != nil || query.hgvsProtein != nil else {
            throw QuestionError(.badPhrase, at: json.place)
        }
        return query
    }

    private static func events(_ json: JSONValue) throws(QuestionError) -> CallPhrase {
        var kinds: Set<StructuralKind> = []
        for symbol in try texts(json["event"]) where symbol.lowercased() != "any" {
            guard let named = CallPhrase.kinds(symbol) else {
                throw QuestionError(.badPhrase, at: json["event"]?.place ?? json.place)
            }
            kinds.formUnion(named)
        }
        guard let interval = try text(json["in"]) else { throw QuestionError(.badPhrase, at: json.place) }
        var length: ClosedRange<UInt32>?
        if let given = json["length"] {
            let (first, last) = (given["from"]?.integer ?? 1, given["through"]?.integer ?? Int(lengthLimit))
            guard given.members != nil, first >= 0, first <= last, last <= Int(lengthLimit) else {
                throw QuestionError(.badPhrase, at: given.place)
            }
            length = UInt32(first)...UInt32(last)
        }
        return .events(kinds: kinds, interval: interval, length: length)
    }

    private static func text(_ json: JSONValue?) throws(QuestionError) -> String? {
        guard let json, !json.isNull else { return nil }
        guard let text = json.string, QuestionLexer.isVariant(text) else { throw QuestionError(.badPhrase, at: json.place) }
        return text
    }

    private static func texts(_ json: JSONValue?) throws(QuestionError) -> [String] {
        guard let json, !json.isNull else { return [] }
        var texts: [String] = []
        for value in json.array ?? [json] {
            if let text = try text(value) { texts.append(text) }
        }
        guard !texts.isEmpty else { throw QuestionError(.badPhrase, at: json.place) }
        return texts
    }
}
