extension StructuralDiagnostic.Kind {
    package var message: String {
        switch self {
        case .smallVariant:
            "An allele of bases that takes away or adds fewer than 50, or as many as it takes away, is no structural event."
        case .noChange: "A segment without a change in the number of copies, such as <COPY_NORMAL>, is no event."
        case .unsupportedSymbol:
            "A symbolic allele other than DEL, DUP, CNV, INS and INV, such as a repeat <STR12>, is not indexed."
        case .mateAbsent: "A breakend's mate is not in the file; the event was taken from the one record."
        case .zygosityUnknown:
            "A call says that the event is there and not in how many copies: it counts as one allele (hemizygous)."
        case .breakendSyntax:
            "ALT holds a breakend that is neither bases beside one bracketed place nor bases beside a full stop; the allele was skipped."
        case .breakendPartner: "A breakend's partner is not a position on a sequence of the assembly; the allele was skipped."
        case .spanMissing: "A symbolic allele has neither END nor SVLEN as a whole number; the allele was skipped."
        case .spanReversed: "END is not behind POS; the allele was skipped."
        case .spanPastEnd: "An event ends past the end of its contig; the allele was skipped."
        case .lengthDiffers: "SVLEN and END differ by more than a base; the one that the file's version prefers was taken."
        case .confidenceInterval:
            "A confidence interval is not two whole numbers, the lower first; what could be read of it was taken."
        case .mateDiffers: "Two mates contradict each other; each was kept as an event of its own."
        case .copyNumber: "CN is not a number of 0 or more; it was left out."
        }
    }

    var remedy: String {
        switch self {
        case .smallVariant: "Nothing to do: submit the file of small variants beside this one."
        case .noChange: "Nothing to do."
        case .unsupportedSymbol: "Nothing to do, unless the caller can write the event as one of these."
        case .mateAbsent: "Check that the file was not cut down to a region or a filter that parts mates."
        case .zygosityUnknown: "Nothing to do; a genotyping caller would tell."
        case .breakendSyntax: "Write it as t[p[, t]p], ]p]t or [p[t, or as t. or .t for a single breakend."
        case .breakendPartner: "Check the position in the brackets and the assembly."
        case .spanMissing: "Give END, or from VCF 4.4 SVLEN."
        case .spanReversed: "Correct END; POS is the base before the event."
        case .spanPastEnd: "Check END, SVLEN and the assembly."
        case .lengthDiffers: "Correct SVLEN or END."
        case .confidenceInterval: "Write it as two whole numbers with a comma, for example CIPOS=-10,20."
        case .mateDiffers: "Check that each mate names the other's position and joins the same sides."
        case .copyNumber: "Correct the value, or write a full stop."
        }
    }
}
