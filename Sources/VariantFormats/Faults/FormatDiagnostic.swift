/// Something survivable that was found in a file, counted: the rest of the file was read.
public struct FormatDiagnostic: Hashable, Sendable {
    public enum Severity: String, Sendable {
        /// Ordinary data that is not indexed or was read with an assumption.
        case notice
        /// The file breaks its format; the record, genotype or value concerned was set aside as `Kind` says.
        case fault
    }

    public let kind: Kind
    /// How often.
    public let count: Int
    /// The first few places, in the order of the file.
    public let places: [FilePlace]

    public var severity: Severity { kind.severity }
    /// What was found, in one sentence.
    public var message: String { kind.message }
    /// What to do about it, in one sentence.
    public var remedy: String { kind.remedy }
}
