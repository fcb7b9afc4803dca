internal import GenomeModel
package import StructuredText

/// Why a search is not understood, for whoever wrote it. It repeats nothing of the text.
package enum SearchTrouble: Hashable, Sendable {
    case tooLong
    /// Neither a variant, nor a range, nor a gene.
    case unknown
    case unknownContig
    case position
    case allele
    case noChange
    /// HGVS in the coordinates of a transcript or a protein.
    case notGenomic
    /// Cannot be read without the bases of the reference, which nodes do not have.
    case needsReference
    /// A digest or a hash, from which nothing can be read.
    case digest

    init(_ error: VariantNotationError, in text: String) {
        switch error.code {
        case .unrecognised, .notAnEvent, .notAPhrase: self = .unknown
        // A word without a number is a gene that is not known rather than a contig.
        case .unknownContig, .otherAssembly:
            self = text.contains(where: \.isNumber) && text.contains { ":-".contains($0) } ? .unknownContig : .unknown
        case .notAPosition, .pastEnd, .badRange, .lengthDiffers, .notMitochondrial: self = .position
        case .notAnAllele, .unsupportedChange: self = .allele
        case .noChange: self = .noChange
        case .notGenomic: self = .notGenomic
        case .referenceNeeded, .reference: self = .needsReference
        case .hashedKey, .notAKey, .digest: self = .digest
        }
    }

    package var message: LocalizedText {
        switch self {
        case .tooLong:
            LocalizedText(
                sv: "Texten är längre än \(SearchText.lengthLimit) tecken.",
                en: "The text is longer than \(SearchText.lengthLimit) characters.")
        case .unknown:
            LocalizedText(
                sv: "Det är varken en variant, ett intervall eller en gen som finns i MANE.",
                en: "This is neither a variant, nor a range, nor a gene that MANE has.")
        case .unknownContig:
            LocalizedText(
                sv: "Kromosomen är inte en av 1–22, X, Y och MT, och inte heller ett RefSeq-nummer för GRCh37 eller GRCh38.",
                en: "The chromosome is none of 1 to 22, X, Y and MT, nor a RefSeq accession of GRCh37 or GRCh38.")
        case .position:
            LocalizedText(
                sv: "Positionen är inte ett heltal på kromosomen.", en: "The position is not a whole number on the chromosome.")
        case .allele:
            LocalizedText(
                sv: "En allel består inte av A, C, G, T eller N, eller är inte utskriven.",
                en: "An allele is not made of A, C, G, T and N, or not written out.")
        case .noChange: LocalizedText(sv: "De två allelerna är lika.", en: "The two alleles are the same.")
        case .notGenomic:
            LocalizedText(
                sv: "HGVS med c., n., r. eller p. går inte att läsa här; bara genomiska positioner (g. och m.).",
                en: "HGVS with c., n., r. or p. cannot be read here; only genomic positions (g. and m.).")
        case .needsReference:
            LocalizedText(
                sv: "Varianten går inte att läsa utan referensgenomets baser.",
                en: "The variant cannot be read without the bases of the reference.")
        case .digest:
            LocalizedText(
                sv: "Det är en kontrollsumma, och ur den går varianten inte att läsa.",
                en: "This is a digest, from which the variant cannot be read.")
        }
    }

    package var remedy: LocalizedText {
        switch self {
        case .tooLong: LocalizedText(sv: "Skriv kortare.", en: "Write less.")
        case .unknown, .unknownContig, .position:
            LocalizedText(
                sv: "Skriv till exempel 17-43093464-G-A, 17:43044295-43125364 eller BRCA1.",
                en: "Write for example 17-43093464-G-A, 17:43044295-43125364 or BRCA1.")
        case .allele, .needsReference:
            LocalizedText(
                sv: "Skriv ut båda allelerna, med basen före en insertion eller deletion: 17-43124027-ACT-A.",
                en: "Write out both alleles, with the base before an insertion or deletion: 17-43124027-ACT-A.")
        case .noChange:
            LocalizedText(
                sv: "Skriv den allel som skiljer sig från referensen.", en: "Write the allele that differs from the reference.")
        case .notGenomic, .digest:
            LocalizedText(
                sv: "Skriv varianten som kromosom-position-REF-ALT, till exempel 17-43093464-G-A.",
                en: "Write the variant as contig-position-REF-ALT, for example 17-43093464-G-A.")
        }
    }
}
