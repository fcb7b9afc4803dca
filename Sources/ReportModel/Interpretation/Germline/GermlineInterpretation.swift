package import ClinicalModel
package import StructuredText

/// What an inherited variant means for one condition: the criteria with their evidence, what they come to, and which way of combining the
/// laboratory used.
package struct GermlineInterpretation: Hashable, Sendable {
    /// Which of the two ways of combining the class rests on.
    package enum Basis: String, Sendable, CaseIterable {
        case combiningRules = "combining-rules"
        case points
        /// A human's judgement against both, with its reason.
        case judgement
    }

    package let variant: VariantIdentifier
    /// HGNC symbol.
    package let gene: String
    /// ORPHA, OMIM or another code of the disease.
    package let condition: Code
    /// The criteria as their sources specify them: `ACMG/AMP 2015`, or a gene's own specification with its version.
    package let specification: String
    package let criteria: [AppliedCriterion]
    package let basis: Basis
    package let pathogenicityClass: PathogenicityClass
    /// Why the class is another than both ways give; needed for a judgement, and only then.
    package let judgement: LocalizedText?

    /// Throws where a criterion is given twice, the class is not the one that its basis gives, or a judgement lacks its reason.
    package init(
        variant: VariantIdentifier, gene: String, condition: Code, specification: String, criteria: [AppliedCriterion],
        basis: Basis, pathogenicityClass: PathogenicityClass, judgement: LocalizedText? = nil
    ) throws(InterpretationFault) {
        guard Set(criteria.map(\.criterion)).count == criteria.count else { throw .criterionTwice }
        let classification = ACMGClassification(criteria)
        switch basis {
        case .combiningRules: guard pathogenicityClass == classification.classByRules else { throw .classNotOfBasis }
        case .points: guard pathogenicityClass == classification.classByPoints else { throw .classNotOfBasis }
        case .judgement: break
        }
        guard (basis == .judgement) == (judgement != nil) else { throw .judgementReason }
        self.variant = variant
        self.gene = gene
        self.condition = condition
        self.specification = specification
        self.criteria = criteria
        self.basis = basis
        self.pathogenicityClass = pathogenicityClass
        self.judgement = judgement
    }

    package var classification: ACMGClassification { ACMGClassification(criteria) }
}

extension GermlineInterpretation: ReportJSONForm {
    package var json: JSONValue {
        JSONValue(members: [
            ("variant", .described(variant)), ("gene", .text(gene)), ("condition", .described(condition)),
            ("specification", .text(specification)), ("criteria", .some(criteria.json)), ("basis", .word(basis)),
            ("class", .word(pathogenicityClass)), ("judgement", .form(judgement)),
        ])
    }

    package init(json: JSONValue) throws(ReportJSONError) {
        let members = try ReportJSONMembers(
            json, "germline",
            known: ["variant", "gene", "condition", "specification", "criteria", "basis", "class", "judgement"])
        let criteria: [AppliedCriterion] = try members.list("criteria")
        let judgement = try members.optional("judgement") { (name) throws(ReportJSONError) in
            try members.form(name, LocalizedText.self)
        }
        let variant = try members.named("variant") { VariantIdentifier($0) }
        let (gene, condition) = (try members.text("gene"), try members.code("condition"))
        let specification = try members.text("specification")
        let (basis, found) = (try members.word("basis", Basis.self), try members.word("class", PathogenicityClass.self))
        do throws(InterpretationFault) {
            try self.init(
                variant: variant, gene: gene, condition: condition, specification: specification, criteria: criteria,
                basis: basis, pathogenicityClass: found, judgement: judgement)
        } catch {
            throw members.fault("class")
        }
    }
}
