internal import GenomeModel
internal import StructuredText
internal import VariantFormats

/// Holds the stated sex against the zygosity of the X chromosome. It warns, and decides nothing.
///
/// Of the variants on X outside the pseudo-autosomal regions, people with two X carry a good part heterozygous (about half of
/// those seen, as on an autosome), people with one hardly any but errors. Under `minimum` variants, or between the limits, nothing is said:
/// loss of an X in a tumour, close relatives as parents and X0, XXY and the like lie there.
enum SexCheck {
    static let minimum = 12
    /// Share of heterozygous variants: above, there are two X; below, one.
    static let twoFrom = 0.30
    static let oneUpTo = 0.08

    static func contradicts(_ sex: Sex, _ zygosity: CallFileReport.ZygosityOnX) -> Bool {
        let all = zygosity.heterozygous + zygosity.homozygousOrSingle
        guard all >= minimum else { return false }
        let share = Double(zygosity.heterozygous) / Double(all)
        return switch sex {
        case .female: share <= oneUpTo
        case .male: share >= twoFrom
        case .unknown: false
        }
    }

    static func warning(_ callSet: String) -> SubmissionReceipt.Warning {
        SubmissionReceipt.Warning(
            kind: .sexFromX, place: callSet,
            message: LocalizedText(
                sv:
                    "X-kromosomens zygositet talar emot det angivna könet. Provet kan vara förväxlat; se efter innan svaret lämnas.",
                en:
                    "The zygosity of X speaks against the stated sex. The sample may have been swapped; look before the answer is given."
            ))
    }
}
