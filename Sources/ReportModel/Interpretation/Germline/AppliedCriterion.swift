package import StructuredText

/// One criterion as somebody, or a proposal, used it for one variant.
package struct AppliedCriterion: Hashable, Sendable {
    package let criterion: ACMGCriterion
    package let strength: EvidenceStrength
    /// What the evidence is, in words for a reader: never empty.
    package let evidence: LocalizedText
    package let references: [EvidenceReference]
    /// True where a program proposed it and nobody has made it their own.
    package let isProposed: Bool

    /// Nil at a strength that the criterion cannot have, or without evidence.
    package init?(
        _ criterion: ACMGCriterion, at strength: EvidenceStrength? = nil, evidence: LocalizedText,
        references: [EvidenceReference] = [], isProposed: Bool = false
    ) {
        let strength = strength ?? criterion.defaultStrength
        guard criterion.mayBeUsed(at: strength), evidence.sv.contains(where: { !$0.isWhitespace }),
            evidence.en.contains(where: { !$0.isWhitespace })
        else { return nil }
        self.criterion = criterion
        self.strength = strength
        self.evidence = evidence
        self.references = references
        self.isProposed = isProposed
    }

    /// `PVS1`, `PM2_Supporting`: with the strength where it is not the criterion's own.
    package var label: String {
        strength == criterion.defaultStrength ? criterion.rawValue : criterion.rawValue + "_" + strength.suffix
    }

    /// Towards pathogenic above zero, towards benign below; 0 for BA1, which the points leave out.
    package var points: Int { (strength.points ?? 0) * (criterion.direction == .pathogenic ? 1 : -1) }
}

extension AppliedCriterion: ReportJSONForm {
    package var json: JSONValue {
        JSONValue(members: [
            ("criterion", .word(criterion)), ("strength", .word(strength)), ("evidence", .form(evidence)),
            ("references", references.jsonUnlessEmpty), ("proposed", isProposed ? .bool(true) : .none),
        ])
    }

    package init(json: JSONValue) throws(ReportJSONError) {
        let members = try ReportJSONMembers(
            json, "criterion", known: ["criterion", "strength", "evidence", "references", "proposed"])
        guard
            let made = AppliedCriterion(
                try members.word("criterion"), at: try members.word("strength", EvidenceStrength.self),
                evidence: try members.form("evidence"), references: try members.list("references"),
                isProposed: try members.optional("proposed", members.bool) ?? false)
        else { throw members.fault("strength") }
        self = made
    }
}
