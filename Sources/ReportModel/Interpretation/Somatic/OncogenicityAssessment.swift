package import StructuredText

/// Whether a variant drives cancer, by criteria and points (Horak et al. 2022). The order of the criteria makes no difference.
package struct OncogenicityAssessment: Hashable, Sendable {
    package struct Applied: Hashable, Sendable {
        package let criterion: OncogenicityCriterion
        /// What the evidence is, in words for a reader: never empty.
        package let evidence: LocalizedText
        package let references: [EvidenceReference]
        /// True where a program proposed it and nobody has made it their own.
        package let isProposed: Bool

        /// Nil without evidence.
        package init?(
            _ criterion: OncogenicityCriterion, evidence: LocalizedText, references: [EvidenceReference] = [],
            isProposed: Bool = false
        ) {
            guard evidence.sv.contains(where: { !$0.isWhitespace }), evidence.en.contains(where: { !$0.isWhitespace }) else {
                return nil
            }
            self.criterion = criterion
            self.evidence = evidence
            self.references = references
            self.isProposed = isProposed
        }
    }

    package let criteria: [Applied]
    package let points: Int
    package let oncogenicityClass: OncogenicityClass
    /// Criteria that are used beside one that excludes them, in the order of the standard. Shown, never repaired.
    package let excluded: [OncogenicityCriterion]

    /// Throws where a criterion is given twice.
    package init(_ criteria: [Applied]) throws(InterpretationFault) {
        let used = Set(criteria.map(\.criterion))
        guard used.count == criteria.count else { throw .criterionTwice }
        self.criteria = criteria
        points = criteria.reduce(0) { $0 + $1.criterion.points }
        oncogenicityClass = OncogenicityClass(points: points)
        excluded = OncogenicityCriterion.allCases.filter { used.contains($0) && !$0.excludedBy.isDisjoint(with: used) }
    }
}

extension OncogenicityAssessment.Applied: ReportJSONForm {
    package var json: JSONValue {
        JSONValue(members: [
            ("criterion", .word(criterion)), ("evidence", .form(evidence)), ("references", references.jsonUnlessEmpty),
            ("proposed", isProposed ? .bool(true) : .none),
        ])
    }

    package init(json: JSONValue) throws(ReportJSONError) {
        let members = try ReportJSONMembers(json, "criterion", known: ["criterion", "evidence", "references", "proposed"])
        guard
            let made = Self(
                try members.word("criterion"), evidence: try members.form("evidence"),
                references: try members.list("references"),
                isProposed: try members.optional("proposed", members.bool) ?? false)
        else { throw members.fault("evidence") }
        self = made
    }
}

extension OncogenicityAssessment: ReportJSONForm {
    /// Points and class stand beside the criteria for readers, and have to be theirs when read.
    package var json: JSONValue {
        JSONValue(members: [
            ("criteria", .some(criteria.json)), ("points", .integer(points)), ("class", .word(oncogenicityClass)),
        ])
    }

    package init(json: JSONValue) throws(ReportJSONError) {
        let members = try ReportJSONMembers(json, "oncogenicity", known: ["criteria", "points", "class"])
        let criteria: [Applied] = try members.list("criteria")
        do throws(InterpretationFault) { try self.init(criteria) } catch { throw members.fault("criteria") }
        guard try members.integer("points") == points else { throw members.fault("points") }
        guard try members.word("class") == oncogenicityClass else { throw members.fault("class") }
    }
}
