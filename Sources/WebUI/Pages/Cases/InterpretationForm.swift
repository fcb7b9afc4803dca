internal import ClinicalModel
internal import ReportModel
internal import StructuredText

/// Reads the editor's form into an interpretation. What was there before is kept where nobody has touched it: a translated text, and that a
/// criterion is a program's and nobody's yet.
struct InterpretationForm {
    let form: PageForm
    let language: Language
    /// The version that was edited; nil for a new interpretation.
    let before: InterpretationContent?

    /// A field that cannot be read, by its name in the form.
    struct Fault: Error, Hashable {
        let field: String
    }

    static let statementRows = 4

    func germline(_ variant: VariantIdentifier) throws -> InterpretationContent {
        guard let gene = form.text("gene") else { throw Fault(field: "gene") }
        guard let condition = form.text("condition").flatMap({ Code($0) }) else { throw Fault(field: "condition") }
        let criteria = try ACMGCriterion.allCases.compactMap(criterion)
        let basis = form.text("basis").flatMap(GermlineInterpretation.Basis.init) ?? .combiningRules
        let classification = ACMGClassification(criteria)
        let found: PathogenicityClass
        switch basis {
        case .combiningRules: found = classification.classByRules
        case .points: found = classification.classByPoints
        case .judgement:
            guard let chosen = form.text("class").flatMap(PathogenicityClass.init) else { throw Fault(field: "class") }
            found = chosen
        }
        var earlier: GermlineInterpretation?
        if case .germline(let content)? = before { earlier = content }
        return .germline(
            try GermlineInterpretation(
                variant: variant, gene: gene, condition: condition,
                specification: form.text("specification") ?? "ACMG/AMP 2015", criteria: criteria, basis: basis,
                pathogenicityClass: found,
                judgement: basis == .judgement ? text("judgement", earlier?.judgement) : nil))
    }

    private func criterion(_ criterion: ACMGCriterion) throws -> AppliedCriterion? {
        guard let strength = form.text("strength-\(criterion.rawValue)").flatMap(EvidenceStrength.init) else { return nil }
        var known: AppliedCriterion?
        if case .germline(let content)? = before { known = content.criteria.first { $0.criterion == criterion } }
        guard let evidence = text("evidence-\(criterion.rawValue)", known?.evidence),
            let made = AppliedCriterion(
                criterion, at: strength, evidence: evidence, references: try references("references-\(criterion.rawValue)"),
                isProposed: isStillProposed(known?.isProposed, criterion.rawValue))
        else { throw Fault(field: "evidence-\(criterion.rawValue)") }
        return made
    }

    func somatic(_ finding: Finding) throws -> InterpretationContent {
        guard let tumourType = form.text("tumour-type").flatMap({ Code($0) ?? Code(.oncotree, $0) }) else {
            throw Fault(field: "tumour-type")
        }
        let applied = try OncogenicityCriterion.allCases.compactMap(oncogenicity)
        let statements = try (0..<InterpretationForm.statementRows).compactMap { try statement($0, tumourType) }
        let small = finding.content.smallVariant
        return .somatic(
            try SomaticInterpretation(
                finding: finding.identifier, variant: small?.variant, genes: [form.text("gene")].compactMap { $0 },
                tumourType: tumourType, oncogenicity: applied.isEmpty ? nil : OncogenicityAssessment(applied),
                actionability: statements))
    }

    private func oncogenicity(_ criterion: OncogenicityCriterion) throws -> OncogenicityAssessment.Applied? {
        guard form.text("use-\(criterion.rawValue)") != nil else { return nil }
        var known: OncogenicityAssessment.Applied?
        if case .somatic(let content)? = before { known = content.oncogenicity?.criteria.first { $0.criterion == criterion } }
        guard let evidence = text("evidence-\(criterion.rawValue)", known?.evidence),
            let made = OncogenicityAssessment.Applied(
                criterion, evidence: evidence, references: try references("references-\(criterion.rawValue)"),
                isProposed: isStillProposed(known?.isProposed, criterion.rawValue))
        else { throw Fault(field: "evidence-\(criterion.rawValue)") }
        return made
    }

    private func statement(_ row: Int, _ tumourType: Code) throws -> Actionability? {
        guard let kind = form.text("kind-\(row)").flatMap(Actionability.Kind.init) else { return nil }
        guard let tier = form.text("tier-\(row)").flatMap(AMPTier.init) else { throw Fault(field: "tier-\(row)") }
        let written = (form.text("drugs-\(row)") ?? "").split(separator: ",").map { $0.trimmingSpaces }.filter { !$0.isEmpty }
        let codes = written.map { Code($0) ?? Code(.atc, $0) }
        var earlier: LocalizedText?
        if case .somatic(let content)? = before, content.actionability.indices.contains(row) {
            earlier = content.actionability[row].statement
        }
        return try Actionability(
            kind: kind, tier: tier, escat: form.text("escat-\(row)").flatMap(ESCATTier.init), drugs: codes.compactMap { $0 },
            uncodedDrugs: zip(written, codes).filter { $1 == nil }.map(\.0), tumourType: tumourType,
            statement: text("statement-\(row)", earlier) ?? LocalizedText(sv: "", en: ""),
            references: try references("statement-references-\(row)"))
    }

    /// A program's criterion stays one until somebody says that it holds, or writes evidence of their own.
    private func isStillProposed(_ wasProposed: Bool?, _ criterion: String) -> Bool {
        (wasProposed ?? false) && form.text("confirm-\(criterion)") == nil
    }

    /// What was written, in both languages; the earlier text where it is unchanged in the reader's.
    private func text(_ name: String, _ earlier: LocalizedText?) -> LocalizedText? {
        guard let written = form.text(name).map({ $0.replacing("\r\n", with: "\n") }) else { return nil }
        if let earlier, earlier.text(language) == written { return earlier }
        return LocalizedText(sv: written, en: written)
    }

    private func references(_ name: String) throws -> [EvidenceReference] {
        try (form.text(name) ?? "").split(whereSeparator: { $0.isWhitespace || $0 == "," }).map { part in
            let pieces = part.split(separator: ":", maxSplits: 1).map(String.init)
            guard pieces.count == 2, let source = EvidenceReference.Source(rawValue: pieces[0].lowercased()),
                let reference = EvidenceReference(source, pieces[1])
            else { throw Fault(field: name) }
            return reference
        }
    }
}

extension Substring {
    fileprivate var trimmingSpaces: String {
        let inner = drop(while: \.isWhitespace)
        guard let last = inner.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(inner[...last])
    }
}
