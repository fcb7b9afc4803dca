internal import ClinicalModel
internal import ReportModel
internal import StructuredText

/// Reads what a finding of a case is taken for.
struct DemonstrationMeaning {
    let finding: Finding
    let named: NamedVariant?

    /// By the rules that combine criteria; the class that is written has to be theirs.
    func germline(_ node: AccessFileNode) throws(AccessFileError) -> InterpretationContent {
        let fields = try node.fields(["condition", "class", "criteria"])
        guard let small = finding.content.smallVariant, let gene = small.gene else { throw node.error(.missingKey("variant")) }
        guard let condition = Code(try fields["condition"].text()) else { throw try fields["condition"].error(.badCode) }
        let criteria = try fields["criteria"].forms(AppliedCriterion.self, remedy: NamedVariant.remedy)
        let found = try fields["class"].one(of: PathogenicityClass.self)
        do throws(InterpretationFault) {
            return .germline(
                try GermlineInterpretation(
                    variant: small.variant, gene: gene, condition: condition, specification: "ACMG/AMP 2015",
                    criteria: criteria, basis: .combiningRules, pathogenicityClass: found))
        } catch {
            throw try fields["class"].error(
                .other("the criteria do not come to \(found.rawValue)", remedy: "Change the criteria, or the class."))
        }
    }

    /// Nil for a finding that nobody interprets.
    func somatic(_ fields: AccessFileFields) throws(AccessFileError) -> InterpretationContent? {
        guard let node = fields.optional("tumour-type") else { return nil }
        guard let tumourType = Code(try node.text()) else { throw node.error(.badCode) }
        let actionability = try fields.optional("actionability")?.forms(Actionability.self, remedy: NamedVariant.remedy) ?? []
        let criteria = named?.oncogenicity ?? []
        do throws(InterpretationFault) {
            return .somatic(
                try SomaticInterpretation(
                    finding: finding.identifier, variant: finding.content.smallVariant?.variant, genes: genes,
                    tumourType: tumourType, oncogenicity: criteria.isEmpty ? nil : OncogenicityAssessment(criteria),
                    actionability: actionability))
        } catch {
            throw node.error(.other("nothing is said of what it means", remedy: "Give its actionability."))
        }
    }

    private var genes: [String] {
        switch finding.content {
        case .copyNumber(let change): change.genes
        case .structural(let event): [event.first.gene, event.second?.gene].compactMap { $0 }
        default: [finding.content.smallVariant?.gene].compactMap { $0 }
        }
    }
}
