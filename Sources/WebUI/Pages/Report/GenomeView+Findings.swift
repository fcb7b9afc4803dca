internal import GenomeModel
internal import ReportModel
internal import StructuredText

extension GenomeView {
    /// A report's findings along the genome; nil where none has a place on it. Findings of another assembly than the first one's are left out.
    init?(_ findings: [Finding], _ language: Language) {
        let text = FindingText(language: language)
        var variants: [(Assembly, Variant)] = []
        var stretches: [(Assembly, Stretch)] = []
        var joints: [(Assembly, Joint)] = []
        for finding in findings {
            let title = text.title(finding)
            switch finding.content {
            case .smallVariant(let small):
                let variant = small.variant.variant
                variants.append(
                    (
                        small.variant.assembly,
                        Variant(
                            contig: variant.contig, position: Int(variant.position.value),
                            fraction: small.alleleFraction ?? (small.zygosity == .homozygous ? 1 : 0.5), text: title)
                    ))
            case .copyNumber(let copies):
                let isGain = copies.kind == .gain || copies.kind == .amplification
                stretches.append((copies.assembly, Stretch(interval: copies.interval, isGain: isGain, text: title)))
            case .structural(let event):
                guard let second = event.second else { continue }
                joints.append(
                    (
                        event.assembly,
                        Joint(
                            first: (event.first.contig, Int(event.first.position.value)),
                            second: (second.contig, Int(second.position.value)), text: title)
                    ))
            case .signature, .biomarker, .expression, .secondary: continue
            }
        }
        guard let assembly = (variants.map(\.0) + stretches.map(\.0) + joints.map(\.0)).first else { return nil }
        self.init(
            assembly: assembly, variants: variants.filter { $0.0 == assembly }.map(\.1),
            stretches: stretches.filter { $0.0 == assembly }.map(\.1), joints: joints.filter { $0.0 == assembly }.map(\.1))
    }
}
