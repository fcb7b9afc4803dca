internal import ClinicalModel
internal import GenomeModel
package import StructuredText

extension Finding.Content {
    /// What was found, in a line, without what was measured: `EGFR c.2573T>G p.(Leu858Arg)`, `EML4::ALK`, `ERBB2: amplification`.
    package var name: LocalizedText {
        switch self {
        case .smallVariant(let found): found.name
        case .copyNumber(let found): found.name
        case .structural(let found): found.name
        case .signature(let found): LocalizedText(same: found.name)
        case .biomarker(let found): found.marker.name
        case .expression(let found): LocalizedText(same: found.gene)
        case .secondary(let found):
            switch found.alteration {
            case .smallVariant(let small): small.name
            case .copyNumber(let copies): copies.name
            case .structural(let structural): structural.name
            }
        }
    }
}

extension LocalizedText {
    /// What is written alike in both languages.
    fileprivate init(same text: String) { self.init(sv: text, en: text) }

    fileprivate func after(_ text: String) -> LocalizedText { LocalizedText(sv: text + ": " + sv, en: text + ": " + en) }
}

extension SmallVariantFinding {
    fileprivate var name: LocalizedText {
        let words = [gene, coding, protein].compactMap { $0 }
        // A gene alone does not say which variant of it.
        return LocalizedText(same: (words.count > 1 ? words : words + [variant.variant.notation]).joined(separator: " "))
    }
}

extension CopyNumberFinding {
    fileprivate var name: LocalizedText { kind.name.after(genes.isEmpty ? interval.notation : genes.joined(separator: ", ")) }
}

extension StructuralFinding {
    fileprivate var name: LocalizedText {
        if let name = fusionName { return LocalizedText(same: name) }
        let genes = [first.gene, second?.gene].compactMap { $0 }
        return kind.name.after(genes.isEmpty ? "\(first.contig.name):\(first.position.value)" : genes.joined(separator: ", "))
    }
}

extension BiomarkerFinding.Marker {
    package var name: LocalizedText {
        switch self {
        case .tmb: LocalizedText(same: "TMB")
        case .msi: LocalizedText(same: "MSI")
        case .hrd: LocalizedText(same: "HRD")
        case .methylationClass: LocalizedText(sv: "Metyleringsklass", en: "Methylation class")
        case .pdl1(let scoring): LocalizedText(same: "PD-L1 " + scoring.rawValue.uppercased())
        case .ihc(let antigen): LocalizedText(same: antigen)
        }
    }
}

extension CopyNumberFinding.Kind {
    package var name: LocalizedText {
        switch self {
        case .homozygousDeletion: LocalizedText(sv: "homozygot deletion", en: "homozygous deletion")
        case .loss: LocalizedText(sv: "förlust", en: "loss")
        case .copyNeutralLOH: LocalizedText(sv: "kopieneutral LOH", en: "copy-neutral LOH")
        case .gain: LocalizedText(sv: "extra kopior", en: "gain")
        case .amplification: LocalizedText(sv: "amplifiering", en: "amplification")
        }
    }
}

extension StructuralFinding.Kind {
    package var name: LocalizedText {
        switch self {
        case .deletion: LocalizedText(sv: "deletion", en: "deletion")
        case .duplication: LocalizedText(sv: "duplikation", en: "duplication")
        case .inversion: LocalizedText(sv: "inversion", en: "inversion")
        case .insertion: LocalizedText(sv: "insertion", en: "insertion")
        case .translocation: LocalizedText(sv: "translokation", en: "translocation")
        case .fusion: LocalizedText(sv: "fusion", en: "fusion")
        case .exonSkipping: LocalizedText(sv: "exonbortfall", en: "exon skipping")
        }
    }
}
