/// Why a text is not an interval of the assembly. Says which part is wrong, never what it was.
public enum IntervalNotationError: Error, Hashable, Sendable, CustomStringConvertible {
    case unknownContig
    /// The accession belongs to the named assembly, not to the one asked about.
    case otherAssembly(Assembly)
    case notAPosition
    case pastEnd
    case reversed

    public var description: String {
        switch self {
        case .unknownContig:
            "The contig is not one of 1 to 22, X, Y and MT, with or without chr, nor an accession of the assembly. "
                + "Write contig:first-last, contig:position or contig."
        case .otherAssembly(let stated):
            "The accession belongs to \(stated.rawValue), which is not the assembly in use. "
                + "Ask in \(stated.rawValue), or convert the interval first."
        case .notAPosition:
            "A position is not a whole number from 1 on. Write contig:first-last, both 1-based and included."
        case .pastEnd:
            "The interval reaches past the end of the contig. Check the assembly and the positions."
        case .reversed: "The interval ends before it starts. Write the smaller position first."
        }
    }
}
