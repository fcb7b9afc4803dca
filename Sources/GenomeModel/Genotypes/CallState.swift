/// What one call set says of one variant where it says anything but "reference".
///
/// The raw values are part of the store format. They are ordered so that, where a call set names a variant twice,
/// the larger one stands: a passing carrier before a failed one, a larger zygosity before a smaller, any call before none.
public enum CallState: UInt8, Sendable, CaseIterable, Comparable {
    /// Reference or missing, in a record that failed its filters.
    case failedOther = 1
    /// `./.`: nothing was called.
    case noCall = 2
    /// One reference allele is known where two are expected (`0/.`, a haploid `0`): counts one allele in AN.
    case halfReference = 3
    case failedHemizygous = 4
    case failedHeterozygous = 5
    case failedHomozygous = 6
    /// One copy of the allele and no other: X and Y in males, MT, haploid and half-missing calls.
    case hemizygous = 7
    case heterozygous = 8
    case homozygous = 9

    @inlinable
    public static func < (left: CallState, right: CallState) -> Bool { left.rawValue < right.rawValue }

    /// The call set has the allele, whether or not the call passed its filters.
    @inlinable
    public var isCarrier: Bool { rawValue >= CallState.failedHemizygous.rawValue }

    /// The record failed its filters: outside AN.
    @inlinable
    public var isFailed: Bool {
        switch self {
        case .failedOther, .failedHemizygous, .failedHeterozygous, .failedHomozygous: true
        default: false
        }
    }

    /// The same call in a record that failed its filters.
    @inlinable
    public var failed: CallState {
        switch self {
        case .homozygous, .failedHomozygous: .failedHomozygous
        case .heterozygous, .failedHeterozygous: .failedHeterozygous
        case .hemizygous, .failedHemizygous: .failedHemizygous
        default: .failedOther
        }
    }
}
