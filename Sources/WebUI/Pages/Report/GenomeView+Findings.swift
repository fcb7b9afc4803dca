internal import GenomeModel
internal import Operations
internal import ReportModel
internal import StructuredText

extension GenomeView {
    /// The findings of one assembly along its genome.
    init(_ findings: [Finding], of assembly: Assembly, called: Called, profiles: [Profile], _ language: Language) {
        let text = FindingText(language: language)
        var variants: [Variant] = []
        var stretches: [Stretch] = []
        var joints: [Joint] = []
        for finding in findings where finding.assembly == assembly {
            let title = text.title(finding)
            switch finding.content {
            case .smallVariant(let small):
                let variant = small.variant.variant
                variants.append(
                    Variant(
                        contig: variant.contig, position: Int(variant.position.value),
                        fraction: small.alleleFraction ?? (small.zygosity == .homozygous ? 1 : 0.5), text: title))
            case .copyNumber(let copies):
                let isGain = copies.kind == .gain || copies.kind == .amplification
                stretches.append(Stretch(interval: copies.interval, isGain: isGain, text: title))
            case .structural(let event):
                guard let second = event.second else { continue }
                joints.append(
                    Joint(
                        first: (event.first.contig, Int(event.first.position.value)),
                        second: (second.contig, Int(second.position.value)), text: title))
            case .signature, .biomarker, .expression, .secondary: continue
            }
        }
        self.init(
            assembly: assembly, variants: variants, stretches: stretches, joints: joints, called: called, profiles: profiles)
    }
}

extension Finding.Content {
    /// Symbols of the genes that it names.
    var geneSymbols: [String] {
        switch self {
        case .smallVariant(let small): [small.gene].compactMap { $0 }
        case .copyNumber(let copies): copies.genes
        case .structural(let event): [event.first.gene, event.second?.gene].compactMap { $0 }
        case .signature, .biomarker, .expression, .secondary: []
        }
    }
}
