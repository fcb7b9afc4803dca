/// What of a count may be told.
package enum Disclosure: Hashable, Sendable {
    /// Why a count is withheld. For the owner's ledger alone: told to whoever asked, it would say how small the count is.
    package enum Ground: String, Sendable, CaseIterable {
        /// The count is under the threshold.
        case few
        /// Nearly everyone belongs, and the few who do not could be counted.
        case complement
        /// A neighbouring question differs by a few people, or has a few.
        case neighbour
        /// An earlier answer to the same recipient differs by a few people.
        case earlierAnswer = "earlier-answer"
        /// With what the recipient has been told of variants before, it would show who belongs to the data: see `MembershipRisk`.
        case membershipRisk = "membership-risk"
    }

    case exact(Int)
    case band(ClosedRange<Int>)
    case suppressed(Ground)

    /// The count is told, exactly or as a band: later questions of the same recipient are held against its people.
    package var isTold: Bool {
        switch self {
        case .exact, .band: true
        case .suppressed: false
        }
    }

    /// As the JSON of an answer writes a band: `1-4`.
    package var bandText: String? {
        guard case .band(let band) = self else { return nil }
        return "\(band.lowerBound)-\(band.upperBound)"
    }
}
