internal import ClinicalModel
package import StructuredText

extension Question {
    /// Reads the JSON form from text. Throws what is not JSON, or no question, with its place.
    package static func parse(json text: String, as expected: Form? = nil) throws(QuestionError) -> Question {
        let value: JSONValue
        do throws(JSONSyntaxError) {
            value = try JSONReader.read(text)
        } catch {
            throw QuestionError(.notJSON, at: error.place, syntax: error)
        }
        return try Question(json: value, as: expected)
    }

    /// Reads the JSON form: `{"count": criterion}`, `{"frequency": variant, "where": criterion}`, or a criterion alone, which is a
    /// count.
    package init(json: JSONValue, as expected: Form? = nil) throws(QuestionError) {
        guard let members = json.members else { throw QuestionError(.wrongType, at: json.place) }
        var reader = QuestionJSON()
        if let variant = json["frequency"] {
            guard expected != .count else { throw QuestionError(.otherForm, at: json.place, found: "frequency") }
            for member in members where member.name != "frequency" && member.name != "where" {
                throw QuestionError(.unknownMember, at: member.place, found: member.name, among: ["where"])
            }
            kind = .frequency(try reader.variant(variant))
            criterion =
                try json["where"].map { value throws(QuestionError) in try reader.criterion(value).criterion } ?? .everyone
        } else {
            guard expected != .frequency else { throw QuestionError(.otherForm, at: json.place, found: "count") }
            kind = .count
            if let counted = json["count"] {
                for member in members where member.name != "count" {
                    throw QuestionError(.unknownMember, at: member.place, found: member.name)
                }
                criterion = try reader.criterion(counted).criterion
            } else {
                criterion = try reader.criterion(json).criterion
            }
        }
        guard text.unicodeScalars.count <= Question.lengthLimit else { throw QuestionError(.tooLong, at: json.place) }
    }
}

/// Walks over a criterion in JSON. The reader that built the value has bounded its depth.
private struct QuestionJSON {
    private var conditions = 0

    mutating func criterion(_ json: JSONValue) throws(QuestionError) -> (criterion: Criterion, depth: Int) {
        guard let members = json.members else { throw QuestionError(.wrongType, at: json.place) }
        guard let member = members.first, members.count == 1 else { throw QuestionError(.notOneMember, at: json.place) }
        switch member.name {
        case "and": return try joined(member, Criterion.and)
        case "or": return try joined(member, Criterion.or)
        case "not":
            let part = try criterion(member.value)
            return (.not(part.criterion), try deeper(part.depth, member.place))
        default:
            conditions += 1
            guard conditions <= Question.conditionLimit else { throw QuestionError(.tooManyConditions, at: member.place) }
            return (try single(member), 1)
        }
    }

    private mutating func joined(
        _ member: JSONValue.Member, _ join: ([Criterion]) -> Criterion
    ) throws(QuestionError) -> (criterion: Criterion, depth: Int) {
        guard let values = member.value.array, !values.isEmpty else {
            throw QuestionError(.wrongType, at: member.value.place)
        }
        var parts: [Criterion] = []
        var depth = 0
        for value in values {
            let part = try criterion(value)
            parts.append(part.criterion)
            depth = max(depth, part.depth)
        }
        if parts.count == 1 { return (parts[0], depth) }
        return (join(parts), try deeper(depth, member.place))
    }

    private func deeper(_ depth: Int, _ place: SourcePlace) throws(QuestionError) -> Int {
        guard depth < Question.depthLimit else { throw QuestionError(.tooDeep, at: place) }
        return depth + 1
    }

    private func single(_ member: JSONValue.Member) throws(QuestionError) -> Criterion {
        switch member.name {
        case "all":
            guard member.value.bool == true else { throw QuestionError(.wrongType, at: member.value.place) }
            return .everyone
        case "carries":
            guard member.value.members != nil else { return .condition(.carries(try variant(member.value))) }
            return .condition(.carries(try CallPhrase(json: member.value).text))
        default:
            guard let field = CohortField(rawValue: member.name) else {
                throw QuestionError(
                    .unknownField, at: member.place, found: member.name,
                    among: CohortField.allCases.map(\.rawValue) + ["all", "carries", "and", "or", "not"])
            }
            return .condition(try condition(field, member.value))
        }
    }

    private func condition(_ field: CohortField, _ json: JSONValue) throws(QuestionError) -> Condition {
        if field == .age { return .age(try age(json)) }
        guard let members = json.members else {
            return try Condition.read(field, isUnder: false, try values(json, field, mayBeRanges: false))
        }
        guard field.takesCodes, let under = json["under"], members.count == 1 else {
            throw QuestionError(.wrongType, at: json.place, field: field)
        }
        return try Condition.read(field, isUnder: true, try values(under, field, mayBeRanges: true))
    }

    private func values(_ json: JSONValue, _ field: CohortField, mayBeRanges: Bool) throws(QuestionError) -> [WrittenValue] {
        var values: [WrittenValue] = []
        for value in json.array ?? [json] {
            guard let text = value.string else { throw QuestionError(.wrongType, at: value.place, field: field) }
            if mayBeRanges, let dots = text.firstRange(of: "..") {
                values.append(
                    WrittenValue(
                        first: String(text[..<dots.lowerBound]), last: String(text[dots.upperBound...]), place: value.place))
            } else {
                values.append(WrittenValue(first: text, last: nil, place: value.place))
            }
        }
        guard !values.isEmpty else { throw QuestionError(.wrongType, at: json.place, field: field) }
        return values
    }

    private func age(_ json: JSONValue) throws(QuestionError) -> AgeSpan {
        if let years = json.integer {
            guard let span = AgeSpan(from: years, through: years) else {
                throw QuestionError(.badAge, at: json.place, field: .age)
            }
            return span
        }
        guard let members = json.members else { throw QuestionError(.wrongType, at: json.place, field: .age) }
        for member in members where member.name != "from" && member.name != "through" || member.value.integer == nil {
            throw QuestionError(.wrongType, at: member.place, field: .age)
        }
        guard let span = AgeSpan(from: json["from"]?.integer, through: json["through"]?.integer) else {
            throw QuestionError(.badAge, at: json.place, field: .age)
        }
        return span
    }

    func variant(_ json: JSONValue) throws(QuestionError) -> String {
        guard let text = json.string, QuestionLexer.isVariant(text) else { throw QuestionError(.badVariant, at: json.place) }
        return text
    }
}
