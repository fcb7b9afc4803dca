internal import GenomeModel
internal import StructuredText

/// Why a Beacon request cannot be answered as it is written: always the client's to mend. It never repeats a value, only names of parameters.
package struct BeaconRequestError: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Code: String, Sendable, CaseIterable {
        case notJSON, notAnObject, unknownName, givenTwice, wrongType, notAWholeNumber, outOfRange, unknownWord
        case assemblyMissing, assemblyUnknown, assemblyDiffers
        case referenceMissing, contigUnknown, positionsMissing, positionPairs, emptyRange, pastEnd
        case allelesMissing, wildcardBases, notAVariant, twoQueries, geneUnknown, geneAssembly, notHeld
        case variantMissing, variantNotHere, alleleNeeded
        case similarity, filterShape, filterUnknown, filterOperator, filterValue, filterWildcard, scopeUnknown, filtersTooMany
        case datasetUnknown, datasetPartial, identifier
    }

    package let code: Code
    /// The parameter concerned, as far as it can be shown: at most 60 printable ASCII characters.
    package let name: String
    /// What may stand there.
    package let among: [String]
    /// What the notation of variants says, or the JSON reader.
    package let cause: String?

    package init(_ code: Code, _ name: String = "", among: [String] = [], cause: String? = nil) {
        self.code = code
        self.name = String(name.unicodeScalars.filter { (0x20..<0x7F).contains($0.value) }.map(Character.init).prefix(60))
        self.among = among
        self.cause = cause
    }

    package var description: String { message + " " + remedy }
}
