package import ClinicalModel

/// What a reviewer looks at first: who asked much, at odd hours, or about people whom they do not care for.
package struct LedgerReview: Hashable, Sendable {
    package struct Line: Hashable, Sendable {
        /// An actor's identity, a care unit or a pseudonym.
        package let name: String
        package let events: Int
        /// Outside 06–20 by Swedish clocks.
        package let atUnusualHours: Int
        package let withoutCareRelation: Int
        /// What figures of variants told of who belongs to the data, in nats, as the events say: repeats count again. See `MembershipRisk`.
        package let membershipRisk: Double
    }

    /// Both ends are included.
    package let period: ClosedRange<Timestamp>
    /// Each in the order of most events.
    package let actors: [Line]
    package let careUnits: [Line]
    package let patients: [Line]
    /// Events of the actor in the middle, the lower one of two.
    package let medianOfActors: Int
    /// Those with at least ten events and more than three times the median.
    package let actorsWithUnusualVolume: [String]

    static let unusualFactor = 3
    static let unusualMinimum = 10
}
