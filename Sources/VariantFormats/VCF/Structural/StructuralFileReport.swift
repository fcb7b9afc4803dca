/// What a structural call file was found to hold.
///
/// `alleles == events + joinedMates + setAside`, always: no allele goes unaccounted for.
public struct StructuralFileReport: Hashable, Sendable {
    /// Lines after the header, whatever became of them.
    public var records = 0
    /// Records of which nothing could be taken, because of a fault or because of where they lie.
    public var skippedRecords = 0
    /// ALT alleles of the records that were not skipped.
    public var alleles = 0
    /// Distinct adjacencies, single breakends, spans and insertions, whoever has them.
    public var events = 0
    /// Breakends that were joined to a mate that stands as their event.
    public var joinedMates = 0
    /// Alleles that are no event, or from which none could be made; the diagnostics say why.
    public var setAside = 0
    /// Calls handed out: (event, call set) pairs in any state but reference.
    public var calls = 0
    /// For each call set, the events that it carries, passing or not.
    public var carriers: [Int] = []
    /// What any call file can have, notices first.
    public var diagnostics: [FormatDiagnostic] = []
    /// What structural ones can have besides, notices first.
    public var structuralDiagnostics: [StructuralDiagnostic] = []

    public init() {}

    /// Whether anything broke the format.
    public var hasFaults: Bool {
        diagnostics.contains { $0.severity == .fault } || structuralDiagnostics.contains { $0.severity == .fault }
    }
}
