extension FormatDiagnostic.Kind {
    package var message: String {
        switch self {
        case .symbolicAllele: "A symbolic allele such as <DEL> is not indexed."
        case .breakend: "A breakend allele is not indexed."
        case .overlappingDeletion: "The allele * (deleted by an upstream variant) is not indexed."
        case .unspecifiedAllele: "The allele <NON_REF> or <*> is not indexed."
        case .referenceBlock: "A record without an alternate allele (reference block) is not indexed."
        case .otherContig: "A record on a sequence other than chromosomes 1-22, X, Y and MT is not indexed."
        case .otherMitochondrion:
            """
            The file's mitochondrial sequence is not the reference of the assembly: records on it are not \
            indexed.
            """
        case .telomerePosition: "A record at position 0 (telomere) is not indexed."
        case .contigLinesMissing: "The header has no contig lines, so that the assembly could not be checked."
        case .contigLengthsMissing: "Contig lines have no lengths, so that the assembly could not be checked by them."
        case .diploidGenotype:
            """
            A genotype has two alleles where one is expected (X or Y in a male outside the pseudo-autosomal \
            regions, or MT): a carrier counts as hemizygous.
            """
        case .genotypeNotExpected:
            """
            A genotype stands where none is expected (Y in a female, the Y copy of the pseudo-autosomal \
            regions, X or Y with the sex unknown) and is not indexed.
            """
        case .manyAlleles:
            """
            A genotype has more than two alleles: it counts as homozygous when all are the variant, else as \
            heterozygous when one is.
            """
        case .carriageReturn: "Lines end with a carriage return."
        case .lastLineUnended: "The last line, whole as far as can be seen, does not end with a newline."
        case .fileFormat: "The first line is not a known ##fileformat."
        case .metaLine: "A header line is not ##key=value with balanced brackets and quotes."
        case .metaDefinition:
            """
            A definition in the header lacks ID, Number, Type or Description, has them in another order, or \
            has a value that the format does not know.
            """
        case .metaReserved: "A definition in the header contradicts what the format reserves its ID for."
        case .metaAddress: "A header line has an address that is not one."
        case .headerColumns: "The #CHROM line has a FORMAT column and no samples."
        case .notUTF8: "Bytes are not UTF-8 text."
        case .controlCharacter: "A field holds a space or a control character where none may be."
        case .columnCount: "A record has more or fewer columns than the header; it was skipped."
        case .contigName: "CHROM is not a sequence name; the record was skipped."
        case .position: "POS is not a number; the record was skipped."
        case .identifier: "ID is not a list of identifiers separated by semicolons."
        case .referenceAllele: "REF holds other letters than A, C, G, T and N; the record was skipped."
        case .alternateAllele:
            """
            ALT holds an allele that is neither bases nor a known symbol, or equals REF; the allele was \
            skipped.
            """
        case .referenceMismatch: "REF contradicts the reference sequence; the record was skipped."
        case .quality: "QUAL is not a number of 0 or more."
        case .filter: "FILTER is not PASS, a full stop, or a list of names separated by semicolons."
        case .infoValue: "An INFO value contradicts the type or the number of values that its key is defined with."
        case .infoSyntax: "INFO is not a list of keys and values separated by semicolons."
        case .formatSyntax: "FORMAT is not a list of distinct keys with GT first."
        case .genotypeSyntax: "A genotype cannot be read; it counts as not called."
        case .alleleOutOfRange: "A genotype names an allele that the record does not have; it counts as not called."
        case .sampleValue: "A sample's value contradicts the type or the number of values that its key is defined with."
        case .sampleFields: "A sample has more values than FORMAT has keys."
        case .duplicateVariant: "A variant is in the file twice (the larger zygosity counts)."
        case .unsorted: "Records are not in the order of their positions."
        case .contigNotContiguous: "The records of a contig do not stand together."
        case .emptyLine: "A line is empty."
        case .targetName: "A target lies on a sequence other than chromosomes 1-22, X, Y and MT and is left out."
        case .targetEmpty: "A target has no bases (its start equals its end) and is left out."
        case .consequenceMissing: "A record has no consequences."
        case .consequenceAllele: "A consequence is of an allele that the record does not have, and is left out."
        case .consequenceColumns:
            """
            A consequence has more or fewer columns than the header says; it was read where only the last are missing, \
            and skipped otherwise.
            """
        case .consequenceTerms: "A consequence has no terms, or terms that are not names; it was skipped."
        case .consequenceImpact:
            "The impact of a consequence is not HIGH, MODERATE, LOW or MODIFIER; the one of its terms was taken."
        }
    }

    var remedy: String {
        switch self {
        case .symbolicAllele: "Nothing to do: structural variants are kept elsewhere."
        case .breakend: "Nothing to do: structural variants are kept elsewhere."
        case .overlappingDeletion: "Nothing to do: the deletion is indexed where it is called."
        case .unspecifiedAllele: "Nothing to do."
        case .referenceBlock: "Nothing to do: what could be seen is known from the assay's targets."
        case .otherContig: "Nothing to do."
        case .otherMitochondrion: "Call against NC_012920.1 if mitochondrial variants matter."
        case .telomerePosition: "Nothing to do."
        case .contigLinesMissing: "Add them with `bcftools reheader --fai`."
        case .contigLengthsMissing: "Add them with `bcftools reheader --fai`."
        case .diploidGenotype: "Check the sex in the sheet if there are many on X."
        case .genotypeNotExpected: "Check the sex in the sheet if there are many."
        case .manyAlleles: "Check that the file was called with ploidy 2."
        case .carriageReturn: "Convert the file with `dos2unix`."
        case .lastLineUnended: "Check that the file was copied completely."
        case .fileFormat: "Start the file with a line such as ##fileformat=VCFv4.2."
        case .metaLine: "Correct the line."
        case .metaDefinition: "Correct the line."
        case .metaReserved: "Use the reserved Number and Type, or another ID."
        case .metaAddress: "Correct the line."
        case .headerColumns: "Leave the FORMAT column out, or add the samples."
        case .notUTF8: "Convert the file to UTF-8."
        case .controlCharacter: "Correct the field."
        case .columnCount: "Correct the record."
        case .contigName: "Correct the record."
        case .position: "Correct the record."
        case .identifier: "Correct the field."
        case .referenceAllele: "Correct the record."
        case .alternateAllele: "Correct the record."
        case .referenceMismatch: "Check that the file was made with this reference."
        case .quality: "Correct the field."
        case .filter: "Correct the field."
        case .infoValue: "Correct the field, or its definition in the header."
        case .infoSyntax: "Correct the field."
        case .formatSyntax: "Correct the field."
        case .genotypeSyntax: "Correct the field."
        case .alleleOutOfRange: "Correct the field."
        case .sampleValue: "Correct the field, or its definition in the header."
        case .sampleFields: "Correct the field."
        case .duplicateVariant: "Merge the records, for example with `bcftools norm -d`."
        case .unsorted: "Sort the file with `bcftools sort`."
        case .contigNotContiguous: "Sort the file with `bcftools sort`."
        case .emptyLine: "Remove it."
        case .targetName: "Nothing to do, unless a contig is misspelt."
        case .targetEmpty: "Remove the line."
        case .consequenceMissing: "Nothing to do, unless all records are without: then annotate the file."
        case .consequenceAllele: "Annotate after records are split by allele and left-aligned, not before."
        case .consequenceColumns: "Check that INFO was not changed after the file was annotated."
        case .consequenceTerms: "Correct the field."
        case .consequenceImpact: "Correct the field."
        }
    }
}
