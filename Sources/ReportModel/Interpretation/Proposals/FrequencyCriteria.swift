internal import StructuredText

/// BA1, BS1 and PM2 from population frequencies.
enum FrequencyCriteria {
    static func verdicts(_ input: GermlineProposalInput) -> [ACMGCriterion: GermlineVerdict] {
        let thresholds = input.thresholds
        let counted = input.populations.filter { $0.alleleNumber >= thresholds.leastAlleles }
        let continental = counted.filter(\.population.isContinental)
        guard let highest = continental.max(by: { $0.share < $1.share }) else {
            return [.ba1: .left(.dataMissing), .bs1: .left(.dataMissing), .pm2: .left(.dataMissing)]
        }
        var verdicts: [ACMGCriterion: GermlineVerdict] = [.ba1: .left(.notSupported), .bs1: .left(.notSupported)]
        if highest.share > thresholds.standAlone {
            switch input.isBA1Exception {
            case false?: verdicts[.ba1] = .supported(.standAlone, text(highest, above: thresholds.standAlone, thresholds))
            // Somebody has to look whether it is one of the exceptions, or it is one.
            case nil: verdicts[.ba1] = .left(.dataMissing)
            case true?: verdicts[.ba1] = .left(.needsHuman)
            }
        } else if let strong = thresholds.strong {
            if highest.share > strong { verdicts[.bs1] = .supported(.strong, text(highest, above: strong, thresholds)) }
        } else {
            verdicts[.bs1] = .left(.dataMissing)
        }
        verdicts[.pm2] = rare(counted, highest, thresholds)
        return verdicts
    }

    /// Every population that shows enough alleles has to be as rare; being common among founders is enough against it.
    private static func rare(
        _ counted: [PopulationObservation], _ highest: PopulationObservation, _ thresholds: FrequencyThresholds
    ) -> GermlineVerdict {
        guard counted.allSatisfy({ $0.share <= thresholds.rare }) else { return .left(.notSupported) }
        let alleles = counted.map(\.alleleNumber).reduce(0, +)
        return .supported(
            thresholds.rareStrength,
            LocalizedText(
                sv:
                    "Högst \(percent(thresholds.rare)) i alla \(counted.count) populationer med minst \(thresholds.leastAlleles) alleler (\(alleles) alleler, \(highest.source)). Gräns: \(thresholds.source).",
                en:
                    "At most \(percent(thresholds.rare)) in all \(counted.count) populations with at least \(thresholds.leastAlleles) alleles (\(alleles) alleles, \(highest.source)). Threshold: \(thresholds.source)."
            ))
    }

    private static func text(
        _ seen: PopulationObservation, above limit: Double, _ thresholds: FrequencyThresholds
    ) -> LocalizedText {
        let figures = "\(seen.alleleCount)/\(seen.alleleNumber) = \(percent(seen.share))"
        return LocalizedText(
            sv: "\(figures) i \(seen.source) (\(seen.population.label)), över \(percent(limit)). Gräns: \(thresholds.source).",
            en:
                "\(figures) in \(seen.source) (\(seen.population.label)), above \(percent(limit)). Threshold: \(thresholds.source)."
        )
    }

    /// Two significant figures are enough for a reader: `7.2 %`, `0.012 %`.
    static func percent(_ share: Double) -> String {
        guard share > 0 else { return "0 %" }
        var scale = 10.0
        while share * 100 * scale < 10 && scale < 1e9 { scale *= 10 }
        let rounded = (share * 100 * scale).rounded() / scale
        return rounded == rounded.rounded() ? "\(Int(rounded)) %" : "\(rounded) %"
    }
}

extension PopulationObservation {
    /// 0 where nothing could have been seen.
    var share: Double { frequency ?? 0 }
}

extension PopulationObservation.Population {
    /// As an evidence text names it.
    var label: String {
        switch self {
        case .continental(let name), .founder(let name): name
        case .whole: "all"
        }
    }
}
