internal import ClinicalModel
internal import GenomeModel
package import Questions

extension BeaconFilter {
    /// What the filters of a request mean together; nobody is left out where there are none.
    package static func criterion(_ filters: [BeaconFilter]) throws(BeaconRequestError) -> Criterion {
        var parts: [Criterion] = []
        for filter in filters { parts.append(try filter.criterion()) }
        return Criterion.joining(parts)
    }

    private func criterion() throws(BeaconRequestError) -> Criterion {
        switch self {
        case .term(let id, let descends): return .condition(try BeaconFilter.condition(id, descends))
        case .comparison(let id, let sign, let value): return try BeaconFilter.criterion(id, sign, value)
        case .all(let parts): return try BeaconFilter.criterion(parts)
        case .any(let parts):
            var made: [Criterion] = []
            for part in parts { made.append(try part.criterion()) }
            return made.count == 1 ? made[0] : .or(made)
        case .none(let part): return .not(try part.criterion())
        }
    }

    // MARK: Terms

    /// NCIT and PATO for sex, as Beacons use them.
    static let sexes: [String: Sex] = [
        "NCIT:C16576": .female, "NCIT:C20197": .male, "NCIT:C17998": .unknown, "PATO:0000383": .female, "PATO:0000384": .male,
    ]
    /// Terms that stand for a field: age, sex.
    static let fieldTerms: [String: CohortField] = [
        "PATO:0000011": .age, "NCIT:C25150": .age, "PATO:0000047": .sex, "NCIT:C28421": .sex,
    ]
    /// Other spellings of the systems' prefixes, in upper case.
    static let prefixes: [String: CodeSystem] = [
        "SNOMED": .snomedCT, "SNOMEDCT": .snomedCT, "SNOMEDCT_US": .snomedCT, "ORPHANET": .orpha, "ORDO": .orpha, "MIM": .omim,
        "ICD-10": .icd10, "ICD10SE": .icd10, "ICD10CM": .icd10, "ICDO": .icdOMorphology, "ICDOM": .icdOMorphology,
        "ICDOT": .icdOTopography, "HPO": .hpo,
    ]

    /// `HP:0001250`, `NCIT:C16576`, or a custom term such as `area:rare`.
    private static func condition(_ id: String, _ descends: Bool) throws(BeaconRequestError) -> Condition {
        if let sex = sexes[id.uppercased()] { return .sex([sex]) }
        guard let colon = id.firstIndex(of: ":") else { throw BeaconRequestError(.filterUnknown, id) }
        let value = String(id[id.index(after: colon)...])
        if let field = CohortField(beacon: String(id[..<colon])), field != .age {
            return try condition(field, value, descends, of: id)
        }
        guard let code = code(id) else { throw BeaconRequestError(.filterUnknown, id) }
        let selection = selection(code, descends)
        switch code.system {
        case .hpo: return .phenotype(selection)
        case .atc: return .treatment(selection)
        default: return .diagnosis(selection)
        }
    }

    private static func code(_ text: String) -> Code? {
        if let code = Code(text) { return code }
        guard let colon = text.firstIndex(of: ":"), let system = prefixes[text[..<colon].uppercased()] else { return nil }
        return Code(system, String(text[text.index(after: colon)...]))
    }

    private static func selection(_ code: Code, _ descends: Bool) -> CodeSelection {
        descends ? .under([CodeSpan(code)]) : .among([code])
    }

    // MARK: Fields

    private static func criterion(
        _ id: String, _ sign: Operator, _ value: String
    ) throws(BeaconRequestError) -> Criterion {
        guard let field = CohortField(beacon: id) ?? fieldTerms[id.uppercased()] else {
            throw BeaconRequestError(.filterUnknown, id)
        }
        guard !value.contains("%") else { throw BeaconRequestError(.filterWildcard, id) }
        if field == .age { return try age(sign, value, of: id) }
        let condition = Criterion.condition(try condition(field, value, true, of: id))
        switch sign {
        case .equal: return condition
        case .not: return .not(condition)
        case .less, .lessOrEqual, .more, .moreOrEqual: throw BeaconRequestError(.filterOperator, id)
        }
    }

    /// Whole years: `P40Y`, `40`.
    private static func age(_ sign: Operator, _ value: String, of id: String) throws(BeaconRequestError) -> Criterion {
        let upper = value.uppercased()
        let digits = upper.hasPrefix("P") && upper.hasSuffix("Y") ? upper.dropFirst().dropLast() : upper[...]
        guard !digits.isEmpty, digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
            let years = Int(digits), years <= AgeSpan.limit
        else { throw BeaconRequestError(.filterValue, id, among: ["whole years from 0 to 150, such as P40Y or 40"]) }
        let span: AgeSpan? =
            switch sign {
            case .equal, .not: AgeSpan(from: years, through: years)
            case .less: AgeSpan(from: nil, through: years - 1)
            case .lessOrEqual: AgeSpan(from: nil, through: years)
            case .more: AgeSpan(from: years + 1, through: nil)
            case .moreOrEqual: AgeSpan(from: years, through: nil)
            }
        guard let span else { throw BeaconRequestError(.filterValue, id, among: ["an age that somebody can have"]) }
        return sign == .not ? .not(.condition(.age(span))) : .condition(.age(span))
    }

    private static func condition(
        _ field: CohortField, _ value: String, _ descends: Bool, of id: String
    ) throws(BeaconRequestError) -> Condition {
        func word<Word: RawRepresentable & CaseIterable>(
            _ type: Word.Type
        ) throws(BeaconRequestError) -> Word where Word.RawValue == String {
            guard let word = Word(rawValue: value.lowercased()) else {
                throw BeaconRequestError(.filterValue, id, among: Word.allCases.map(\.rawValue))
            }
            return word
        }
        func codes() throws(BeaconRequestError) -> CodeSelection {
            guard let code = code(value), field.systems.contains(code.system) else {
                throw BeaconRequestError(.filterValue, id, among: field.systems.map(\.prefix).sorted().map { $0 + ":…" })
            }
            return selection(code, descends)
        }
        func organisation() throws(BeaconRequestError) -> OrganisationCode {
            guard let code = OrganisationCode(value) else { throw BeaconRequestError(.filterValue, id) }
            return code
        }
        switch field {
        case .sex:
            if let sex = sexes[value.uppercased()] { return .sex([sex]) }
            return .sex([try word(Sex.self)])
        case .area: return .area([try word(Area.self)])
        case .origin: return .origin([try word(Origin.self)])
        case .assayKind: return .assayKind([try word(AssayVersion.Kind.self)])
        case .region:
            guard let code = RegionCode(value.hasPrefix("SE") ? value.dropFirst(2) : value[...]) else {
                throw BeaconRequestError(.filterValue, id, among: RegionCode.all.map(\.description))
            }
            return .region([code])
        case .assay:
            guard (1...255).contains(value.utf8.count), value.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F })
            else { throw BeaconRequestError(.filterValue, id) }
            return .assay([value])
        case .provider: return .provider([try organisation()])
        case .laboratory: return .laboratory([try organisation()])
        case .diagnosis: return .diagnosis(try codes())
        case .carrier: return .carrier(try codes())
        case .phenotype: return .phenotype(try codes())
        case .phenotypeExcluded: return .phenotypeExcluded(try codes())
        case .treatment: return .treatment(try codes())
        case .age: throw BeaconRequestError(.filterOperator, id)
        }
    }
}

extension CohortField {
    /// The field by its word, `assay-kind`, or as Beacon writes fields, `assayKind`.
    init?(beacon text: String) {
        let plain = text.lowercased().filter { $0 != "-" && $0 != "_" }
        guard let field = CohortField.allCases.first(where: { $0.rawValue.filter { $0 != "-" } == plain }) else { return nil }
        self = field
    }

    /// As Beacon writes fields: `assayKind`.
    var beaconName: String {
        switch self {
        case .assayKind: "assayKind"
        case .phenotypeExcluded: "phenotypeExcluded"
        default: rawValue
        }
    }
}

extension Criterion {
    /// All of them; `everyone` where there are none.
    static func joining(_ parts: [Criterion]) -> Criterion {
        let parts = parts.filter { $0 != .everyone }
        return parts.isEmpty ? .everyone : parts.count == 1 ? parts[0] : .and(parts)
    }
}
