extension BeaconRequestError {
    package var message: String {
        switch code {
        case .notJSON: "The body is not JSON" + (cause.map { ": \($0)" } ?? ".")
        case .notAnObject: "The body is not an object."
        case .unknownName: "The name '\(name)' is not known here."
        case .givenTwice: "The parameter '\(name)' is given twice with different values."
        case .wrongType: "The parameter '\(name)' has a value of the wrong type."
        case .notAWholeNumber: "The parameter '\(name)' is not a whole number."
        case .outOfRange: "The parameter '\(name)' is out of range."
        case .unknownWord: "The parameter '\(name)' has a value that is not one of its words."
        case .assemblyMissing: "The assembly is not stated."
        case .assemblyUnknown: "The assembly is neither GRCh37 nor GRCh38."
        case .assemblyDiffers: "The parts of the request name different assemblies."
        case .referenceMissing: "Positions are given without referenceName."
        case .contigUnknown: "The reference is not one of 1 to 22, X, Y and MT, nor the RefSeq accession of one."
        case .positionsMissing: "The query names no positions."
        case .positionPairs: "The positions are neither one start, one start and one end, nor two of each."
        case .emptyRange: "The range holds no base: coordinates are 0-based and half-open."
        case .pastEnd: "A position is past the end of the contig."
        case .allelesMissing: "A start without an end names one allele, and alternateBases is missing."
        case .wildcardBases: "An allele has other letters than A, C, G and T, or none."
        case .notAVariant: "The allele cannot be read" + (cause.map { ": \($0)" } ?? ".")
        case .twoQueries: "The request asks for variants in two ways at once."
        case .geneUnknown: "The gene is not among those whose place is known (MANE 1.0)."
        case .geneAssembly: "The places of genes are known on GRCh38 only."
        case .notHeld: "This Beacon does not hold what '\(name)' asks for."
        case .variantMissing: "The request names no variant, and variants are not listed without one."
        case .variantNotHere: "This endpoint takes no variant."
        case .alleleNeeded: "People who carry any variant of a range or a gene can be listed, not counted."
        case .similarity: "Filters are matched exactly; other similarities are not supported."
        case .filterShape: "A filter is not written as Beacon v2 writes filters."
        case .filterUnknown: "The filter '\(name)' is not known."
        case .filterOperator: "The operator of the filter '\(name)' does not go with it."
        case .filterValue: "The value of the filter '\(name)' is not one of its values."
        case .filterWildcard: "The filter '\(name)' has a wildcard."
        case .scopeUnknown: "The scope of a filter is no entry type."
        case .filtersTooMany: "The filters are too many or nested too deeply."
        case .datasetUnknown: "There is no such dataset or cohort."
        case .datasetPartial: "A dataset of one assembly or origin is asked for its variants only."
        case .identifier: "The identifier of the entry cannot be read" + (cause.map { ": \($0)" } ?? ".")
        }
    }

    package var remedy: String {
        switch code {
        case .notJSON, .notAnObject: "Send an object as Beacon v2's beaconRequestBody describes it."
        case .unknownName, .unknownWord, .filterValue:
            among.isEmpty ? "See /filtering_terms." : "Known are: \(among.joined(separator: ", "))."
        case .givenTwice: "Keep the one that is meant."
        case .wrongType: "See Beacon v2's request parameters for its form."
        case .notAWholeNumber: "Write it with digits only."
        case .outOfRange: "See docs/beacon.md for the limits."
        case .assemblyMissing: "Send assemblyId with GRCh37 or GRCh38, or a RefSeq accession as referenceName."
        case .assemblyUnknown: "Send assemblyId with GRCh37 or GRCh38 (hg19 and hg38 are understood)."
        case .assemblyDiffers: "Name one."
        case .referenceMissing: "Send referenceName, such as refseq:NC_000017.11 or 17."
        case .contigUnknown: "Send referenceName, such as refseq:NC_000017.11 or 17."
        case .positionsMissing, .positionPairs:
            "Send one start with alternateBases (sequence), one start and one end (range), or two of each (bracket)."
        case .emptyRange: "Let end be greater than start, and write the smaller of two values first."
        case .pastEnd: "Check the assembly and the position."
        case .allelesMissing: "Send alternateBases, best with referenceBases, or an end for a range query."
        case .wildcardBases:
            "Write both alleles out, a deletion or insertion with the base before it, or ask for a range."
        case .notAVariant: "Send HGVS in genomic coordinates (g. or m.) or SPDI, with both alleles written out."
        case .twoQueries:
            "Send positions, geneId or aminoacidChange, or genomicAlleleShortForm; one of them, with bases or with variantType."
        case .geneUnknown: "Send a symbol of HGNC or its identifier, or the positions."
        case .geneAssembly: "Ask in GRCh38, or send the positions."
        case .notHeld: "Ask by position, gene, allele or amino acid; of variantType known are DEL, DUP, CNV, INS, INV and BND."
        case .variantMissing: "Send a sequence, range, bracket or gene query, or genomicAlleleShortForm."
        case .variantNotHere: "Leave it out."
        case .alleleNeeded:
            "Name one allele, set requestedGranularity to record, or ask /g_variants for the variants themselves."
        case .similarity: "Set similarity to exact, or leave it out."
        case .filterShape: "Write {\"id\": …}, with operator and value for an alphanumeric field."
        case .filterUnknown: "See /filtering_terms for those that are."
        case .filterOperator: "Use = or !; for age also <, <=, > and >=."
        case .filterWildcard: "Write the value out."
        case .scopeUnknown: "Use one of: \(BeaconEntryType.allCases.map(\.rawValue).joined(separator: ", "))."
        case .filtersTooMany: "Ask in several requests."
        case .datasetUnknown: "See /datasets and /cohorts for those that exist."
        case .datasetPartial: "Name the region's whole dataset, such as SE24, or ask for its g_variants."
        case .identifier: "Take the identifier from an answer of this Beacon."
        }
    }
}
