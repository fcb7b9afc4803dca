package import StructuredText

extension FindingFeatures {
    /// The finding as a sentence names it: `BRAF V600E`, `EML4::ALK`, `TMB 14.2`.
    package var label: LocalizedText {
        switch kind {
        case .smallVariant(let variant):
            same(variant.gene + " " + (variant.protein?.description ?? variant.coding ?? variant.consequence.rawValue))
        case .copyNumber(let change): named(change.gene, FindingFeatures.names[change.change] ?? same(change.change.rawValue))
        case .fusion(let fusion): same((fusion.fivePrime ?? "?") + "::" + (fusion.threePrime ?? "?"))
        case .exonSkipping(let gene, let exons):
            named(gene, LocalizedText(sv: "utan exon \(text(exons))", en: "without exon \(text(exons))"))
        case .signature(let signature):
            same(signature.name + (signature.value.map { " \($0)" } ?? ""))
        case .expression(let gene, let state):
            named(gene, FindingFeatures.expressions[state] ?? same(state.rawValue))
        case .methylation(let gene, let state):
            named(
                gene,
                state == .methylated
                    ? LocalizedText(sv: "metylerad", en: "methylated") : LocalizedText(sv: "ometylerad", en: "unmethylated"))
        case .form(let gene, let name): same(name.hasPrefix(gene) ? name : gene + " " + name)
        }
    }

    private func same(_ text: String) -> LocalizedText { LocalizedText(sv: text, en: text) }

    private func named(_ gene: String, _ text: LocalizedText) -> LocalizedText {
        LocalizedText(sv: gene + " " + text.sv, en: gene + " " + text.en)
    }

    private func text(_ exons: ClosedRange<Int>) -> String {
        exons.count == 1 ? "\(exons.lowerBound)" : "\(exons.lowerBound)–\(exons.upperBound)"
    }

    private static let names: [CopyNumberFeatures.Change: LocalizedText] = [
        .amplification: LocalizedText(sv: "amplifierad", en: "amplified"),
        .gain: LocalizedText(sv: "med extra kopior", en: "gained"),
        .oneCopyLost: LocalizedText(sv: "med en kopia förlorad", en: "with one copy lost"),
        .deepDeletion: LocalizedText(sv: "med båda kopiorna förlorade", en: "with both copies lost"),
        .lossOfHeterozygosity: LocalizedText(sv: "med förlorad heterozygoti", en: "with loss of heterozygosity"),
    ]

    private static let expressions: [ExpressionState: LocalizedText] = [
        .present: LocalizedText(sv: "uttryckt", en: "expressed"),
        .high: LocalizedText(sv: "överuttryckt", en: "overexpressed"),
        .low: LocalizedText(sv: "underuttryckt", en: "underexpressed"),
        .lost: LocalizedText(sv: "utan uttryck", en: "not expressed"),
        .nuclear: LocalizedText(sv: "uttryckt i kärnan", en: "expressed in the nucleus"),
        .cytoplasmic: LocalizedText(sv: "uttryckt i cytoplasman", en: "expressed in the cytoplasm"),
    ]
}
