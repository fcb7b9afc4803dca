package import ClinicalModel
package import StructuredText

/// What a tumour's alteration changes for the treatment, the diagnosis or the prognosis of one tumour type, with its evidence.
package struct Actionability: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case sensitivity, resistance
        case diagnostic, prognostic

        /// Whether it is about a therapy.
        package var isTherapeutic: Bool { self == .sensitivity || self == .resistance }
    }

    package let kind: Kind
    package let tier: AMPTier
    /// For a match with a drug; nil where nobody has ranked it, and for resistance, diagnosis and prognosis.
    package let escat: ESCATTier?
    /// ATC; several are given together.
    package let drugs: [Code]
    /// Drugs without a code yet, by their international name.
    package let uncodedDrugs: [String]
    /// OncoTree.
    package let tumourType: Code
    /// What it says of the diagnosis or the prognosis, or a remark on the therapy.
    package let statement: LocalizedText
    package let references: [EvidenceReference]

    package init(
        kind: Kind, tier: AMPTier, escat: ESCATTier? = nil, drugs: [Code] = [], uncodedDrugs: [String] = [], tumourType: Code,
        statement: LocalizedText, references: [EvidenceReference]
    ) throws(ActionabilityFault) {
        guard tumourType.system == .oncotree else { throw .tumourTypeNotOncoTree }
        guard drugs.allSatisfy({ $0.system == .atc }) else { throw .drugNotATC }
        let hasDrug = !drugs.isEmpty || uncodedDrugs.contains { !$0.isEmpty }
        if tier.tier <= 2 {
            guard hasDrug || !kind.isTherapeutic else { throw .drugMissing }
            guard !references.isEmpty else { throw .referenceMissing }
        }
        guard kind.isTherapeutic || !hasDrug else { throw .drugWithoutTherapy }
        guard escat == nil || kind == .sensitivity else { throw .escatWithoutMatch }
        self.kind = kind
        self.tier = tier
        self.escat = escat
        self.drugs = drugs
        self.uncodedDrugs = uncodedDrugs
        self.tumourType = tumourType
        self.statement = statement
        self.references = references
    }
}

extension Actionability: ReportJSONForm {
    package var json: JSONValue {
        JSONValue(members: [
            ("kind", .word(kind)), ("tier", .word(tier)), ("escat", .word(escat)),
            ("drugs", drugs.isEmpty ? .none : .some(JSONValue(drugs.map(\.description)))),
            ("uncodedDrugs", uncodedDrugs.isEmpty ? .none : .some(JSONValue(uncodedDrugs))),
            ("tumourType", .described(tumourType)), ("statement", .form(statement)),
            ("references", references.jsonUnlessEmpty),
        ])
    }

    package init(json: JSONValue) throws(ReportJSONError) {
        let members = try ReportJSONMembers(
            json, "actionability",
            known: ["kind", "tier", "escat", "drugs", "uncodedDrugs", "tumourType", "statement", "references"])
        let escat = try members.optional("escat") { (name) throws(ReportJSONError) in try members.word(name, ESCATTier.self) }
        let (kind, tier) = (try members.word("kind", Kind.self), try members.word("tier", AMPTier.self))
        let drugs = try members.namedList("drugs") { Code($0) }
        let (uncoded, tumour) = (try members.texts("uncodedDrugs"), try members.code("tumourType"))
        let statement = try members.form("statement", LocalizedText.self)
        let references: [EvidenceReference] = try members.list("references")
        do throws(ActionabilityFault) {
            try self.init(
                kind: kind, tier: tier, escat: escat, drugs: drugs, uncodedDrugs: uncoded, tumourType: tumour,
                statement: statement, references: references)
        } catch {
            throw members.fault(error.member)
        }
    }
}
