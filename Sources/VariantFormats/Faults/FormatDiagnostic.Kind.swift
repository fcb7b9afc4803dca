extension FormatDiagnostic {
    /// What can be found. The name is the code that receipts show.
    public enum Kind: UInt8, Sendable, CaseIterable {
        // Notices: ordinary data.
        case symbolicAllele
        case breakend
        case overlappingDeletion
        case unspecifiedAllele
        case referenceBlock
        case otherContig
        case otherMitochondrion
        case telomerePosition
        case contigLinesMissing
        case contigLengthsMissing
        case diploidGenotype
        case genotypeNotExpected
        case manyAlleles
        case carriageReturn
        case lastLineUnended
        case targetName
        case targetEmpty
        case consequenceMissing
        case consequenceAllele
        // Faults: the file breaks its format.
        case fileFormat
        case metaLine
        case metaDefinition
        case metaReserved
        case metaAddress
        case headerColumns
        case notUTF8
        case controlCharacter
        case columnCount
        case contigName
        case position
        case identifier
        case referenceAllele
        case alternateAllele
        case referenceMismatch
        case quality
        case filter
        case infoValue
        case infoSyntax
        case formatSyntax
        case genotypeSyntax
        case alleleOutOfRange
        case sampleValue
        case sampleFields
        case duplicateVariant
        case unsorted
        case contigNotContiguous
        case emptyLine
        case consequenceColumns
        case consequenceTerms
        case consequenceImpact

        public var severity: Severity { rawValue < Kind.fileFormat.rawValue ? .notice : .fault }
        public var name: String { String(describing: self) }
    }
}
