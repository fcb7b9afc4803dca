/// Something survivable that was found in a structural call file, counted: `FormatDiagnostic` for what only such files have.
public struct StructuralDiagnostic: Hashable, Sendable {
    /// What can be found. The name is the code that receipts show.
    public enum Kind: UInt8, Sendable, CaseIterable {
        // Notices: ordinary data.
        case smallVariant
        case noChange
        case unsupportedSymbol
        case mateAbsent
        case zygosityUnknown
        // Faults: the file breaks its format, or contradicts itself.
        case breakendSyntax
        case breakendPartner
        case spanMissing
        case spanReversed
        case spanPastEnd
        case lengthDiffers
        case confidenceInterval
        case mateDiffers
        case copyNumber

        public var severity: FormatDiagnostic.Severity {
            rawValue < Kind.breakendSyntax.rawValue ? .notice : .fault
        }
        public var name: String { String(describing: self) }
    }

    public let kind: Kind
    /// How often.
    public let count: Int
    /// The first few places, in the order of the file.
    public let places: [FilePlace]

    public var severity: FormatDiagnostic.Severity { kind.severity }
    /// What was found, in one sentence.
    public var message: String { kind.message }
    /// What to do about it, in one sentence.
    public var remedy: String { kind.remedy }
}

extension StructuralDiagnostic.Kind: CountedKind {}

typealias StructuralLog = KindLog<StructuralDiagnostic.Kind>

extension StructuralLog {
    var diagnostics: [StructuralDiagnostic] {
        map { StructuralDiagnostic(kind: $0, count: $1.count, places: $1.places) }
    }
}
