/// What a tumour or a person must have for an evidence item to be about them: features joined by AND, OR and NOT.
package indirect enum MolecularProfile: Hashable, Sendable {
    case feature(ProfileFeature)
    case all([MolecularProfile])
    case any([MolecularProfile])
    case not(MolecularProfile)
    /// A part that is not understood, as it was written. It never matches.
    case unreadable(String)

    /// Whether every part is understood.
    package var isReadable: Bool {
        switch self {
        case .feature: true
        case .all(let parts), .any(let parts): parts.allSatisfy(\.isReadable)
        case .not(let part): part.isReadable
        case .unreadable: false
        }
    }

    /// Every feature, those under NOT among them, in the order written.
    package var features: [ProfileFeature] {
        switch self {
        case .feature(let feature): [feature]
        case .all(let parts), .any(let parts): parts.flatMap(\.features)
        case .not(let part): part.features
        case .unreadable: []
        }
    }

    /// The parts that are not understood.
    package var unreadableParts: [String] {
        switch self {
        case .feature: []
        case .all(let parts), .any(let parts): parts.flatMap(\.unreadableParts)
        case .not(let part): part.unreadableParts
        case .unreadable(let text): [text]
        }
    }

    /// One part as it is, several under a joint.
    static func joined(_ parts: [MolecularProfile], _ join: ([MolecularProfile]) -> MolecularProfile) -> MolecularProfile {
        parts.count == 1 ? parts[0] : join(parts)
    }
}
