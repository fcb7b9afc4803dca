package import ClinicalModel
package import StructuredText

/// What an alteration of a tumour means: whether it drives cancer, and what it changes.
package struct SomaticInterpretation: Hashable, Sendable {
    /// `Finding.identifier`: a fusion, an amplification or a biomarker is interpreted like a small variant.
    package let finding: String
    /// Nil for what the standard leaves out: fusions, copy numbers, biomarkers.
    package let variant: VariantIdentifier?
    /// HGNC symbols.
    package let genes: [String]
    /// OncoTree.
    package let tumourType: Code
    package let oncogenicity: OncogenicityAssessment?
    package let actionability: [Actionability]

    /// Throws without any assessment.
    package init(
        finding: String, variant: VariantIdentifier?, genes: [String], tumourType: Code,
        oncogenicity: OncogenicityAssessment?, actionability: [Actionability]
    ) throws(InterpretationFault) {
        guard oncogenicity != nil || !actionability.isEmpty else { throw .noAssessment }
        self.finding = finding
        self.variant = variant
        self.genes = genes
        self.tumourType = tumourType
        self.oncogenicity = oncogenicity
        self.actionability = actionability
    }

    /// The strongest tier; nil where nothing is assessed for action.
    package var highestTier: AMPTier? {
        AMPTier.allCases.first { tier in actionability.contains { $0.tier == tier } }
    }
}

extension SomaticInterpretation: ReportJSONForm {
    package var json: JSONValue {
        JSONValue(members: [
            ("finding", .text(finding)), ("variant", .described(variant)), ("genes", .some(JSONValue(genes))),
            ("tumourType", .described(tumourType)), ("oncogenicity", .form(oncogenicity)),
            ("actionability", actionability.jsonUnlessEmpty),
        ])
    }

    package init(json: JSONValue) throws(ReportJSONError) {
        let members = try ReportJSONMembers(
            json, "somatic", known: ["finding", "variant", "genes", "tumourType", "oncogenicity", "actionability"])
        let finding = try members.text("finding")
        let variant = try members.optional("variant") { (name) throws(ReportJSONError) in
            try members.named(name) { VariantIdentifier($0) }
        }
        let (genes, tumour) = (try members.texts("genes"), try members.code("tumourType"))
        let oncogenicity = try members.optional("oncogenicity") { (name) throws(ReportJSONError) in
            try members.form(name, OncogenicityAssessment.self)
        }
        let actionability: [Actionability] = try members.list("actionability")
        do throws(InterpretationFault) {
            try self.init(
                finding: finding, variant: variant, genes: genes, tumourType: tumour, oncogenicity: oncogenicity,
                actionability: actionability)
        } catch {
            throw members.fault("oncogenicity")
        }
    }
}
