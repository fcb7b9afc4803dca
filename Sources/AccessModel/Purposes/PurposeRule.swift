package import StructuredText

/// What the law says about one purpose, from one date on.
package struct PurposeRule: Hashable, Sendable {
    /// To whom records are open beyond what everybody gets.
    package struct Wider: Hashable, Sendable {
        package let granularity: Granularity
        package let roles: Set<Actor.Role>

        package init(granularity: Granularity, roles: Set<Actor.Role>) {
            self.granularity = granularity
            self.roles = roles
        }
    }

    /// Whose records may be given.
    package enum RecordScope: String, Sendable, CaseIterable {
        /// Only of the patient whom the question is about.
        case namedPatient = "named-patient"
        case cohort
    }

    /// A prerequisite and where it is written.
    package struct Requirement: Hashable, Sendable {
        package let prerequisite: Prerequisite
        package let reference: String

        package init(_ prerequisite: Prerequisite, _ reference: String) {
            self.prerequisite = prerequisite
            self.reference = reference
        }
    }

    package var title: LocalizedText
    package var force: InForce
    package var basis: LegalBasis
    package var decider: Decider
    package var decides: LocalizedText
    /// Where a kind of data opens later than the rule, or is only proposed; a kind that is not named opens with the rule.
    package var dataKinds: [DataKind: InForce]
    package var roles: Set<Actor.Role>
    /// In the order in which they are told.
    package var requirements: [Requirement]
    /// What each recipient may have at most; a recipient that is not named, and no farther one either, may have nothing.
    package var highest: [Recipient: Granularity]
    package var wider: Wider?
    package var recordScope: RecordScope
    package var smallNumbers: SmallNumbers
    /// Whether the region's policy has a say about what leaves the provider.
    package var isBoundByPolicy: Bool
    package var duties: [Duty]
    /// Why the purpose is refused while the rule is not in force, in the words of a source.
    package var refusal: LegalBasis?

    package init(
        title: LocalizedText, force: InForce, basis: LegalBasis, decider: Decider, decides: LocalizedText,
        dataKinds: [DataKind: InForce], roles: Set<Actor.Role>, requirements: [Requirement],
        highest: [Recipient: Granularity], wider: Wider?, recordScope: RecordScope, smallNumbers: SmallNumbers,
        isBoundByPolicy: Bool, duties: [Duty], refusal: LegalBasis?
    ) {
        self.title = title
        self.force = force
        self.basis = basis
        self.decider = decider
        self.decides = decides
        self.dataKinds = dataKinds
        self.roles = roles
        self.requirements = requirements
        self.highest = highest
        self.wider = wider
        self.recordScope = recordScope
        self.smallNumbers = smallNumbers
        self.isBoundByPolicy = isBoundByPolicy
        self.duties = duties
        self.refusal = refusal
    }

    /// The most that somebody in `role` at `recipient` may have: what anybody farther away may have is open to the nearer.
    package func limit(for recipient: Recipient, role: Actor.Role) -> Granularity {
        let plain = recipient.orFarther.compactMap { highest[$0] }.max() ?? .refused
        guard plain > .refused, let wider, wider.roles.contains(role) else { return plain }
        return max(plain, wider.granularity)
    }

    /// From when data of `kind` may be used under the rule.
    package func force(of kind: DataKind) -> InForce { dataKinds[kind] ?? force }
}
