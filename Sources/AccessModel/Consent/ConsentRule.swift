package import StructuredText

/// What the law says about one of the eleven kinds, from one date on.
package struct ConsentRule: Hashable, Sendable {
    /// The number of the kind in the list of eleven.
    package var number: Int
    package var title: LocalizedText
    package var force: InForce
    package var basis: LegalBasis
    package var givers: Set<ConsentEvent.Giver>
    package var lifters: Set<ConsentEvent.Giver>
    /// For a block or an objection: the purposes that end for this person's data.
    package var stops: Set<Purpose>
    /// Purposes that end only for those outside the care provider that holds the data.
    package var stopsBeyondProvider: Set<Purpose>
    /// For a consent: the purposes that it opens.
    package var opens: Set<Purpose>
    /// What it is about, and what goes on regardless: for the person to read.
    package var effect: LocalizedText
    package var doesNotStop: LocalizedText

    package init(
        number: Int, title: LocalizedText, force: InForce, basis: LegalBasis, givers: Set<ConsentEvent.Giver>,
        lifters: Set<ConsentEvent.Giver>, stops: Set<Purpose>, stopsBeyondProvider: Set<Purpose>, opens: Set<Purpose>,
        effect: LocalizedText, doesNotStop: LocalizedText
    ) {
        self.number = number
        self.title = title
        self.force = force
        self.basis = basis
        self.givers = givers
        self.lifters = lifters
        self.stops = stops
        self.stopsBeyondProvider = stopsBeyondProvider
        self.opens = opens
        self.effect = effect
        self.doesNotStop = doesNotStop
    }

    /// Whether a guardian may say this for a child. Never for blocks: a child's data cannot be blocked by its guardians.
    package var guardianMayGive: Bool { givers.contains(.guardian) }

    package func stops(_ purpose: Purpose, for recipient: Recipient) -> Bool {
        stops.contains(purpose) || (recipient != .ownProvider && stopsBeyondProvider.contains(purpose))
    }
}
