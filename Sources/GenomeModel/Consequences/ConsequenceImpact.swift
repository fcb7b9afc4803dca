/// How much a consequence is thought to matter to the gene product: the four classes that VEP and SnpEff share.
///
/// The raw values are part of the annotation file's format. They ascend with the impact.
public enum ConsequenceImpact: UInt8, Sendable, CaseIterable, Comparable {
    case modifier = 1
    case low = 2
    case moderate = 3
    case high = 4

    /// `HIGH`, `MODERATE`, `LOW` or `MODIFIER`.
    public var name: String {
        switch self {
        case .modifier: "MODIFIER"
        case .low: "LOW"
        case .moderate: "MODERATE"
        case .high: "HIGH"
        }
    }

    /// Nil for any other text; upper and lower case are the same.
    public init?(name: some StringProtocol) {
        guard let impact = ConsequenceImpact.allCases.first(where: { $0.name == name.uppercased() }) else { return nil }
        self = impact
    }

    public static func < (left: ConsequenceImpact, right: ConsequenceImpact) -> Bool { left.rawValue < right.rawValue }
}
