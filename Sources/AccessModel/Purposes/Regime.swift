package import ClinicalModel

/// The law as it stands between two changes: for every purpose and every kind of consent the one rule that counts.
package struct Regime: Hashable, Sendable {
    /// The name of the law and the latest change that it holds, such as `sweden-2023-07-01`: the same for every day until the next.
    package let identifier: String
    /// The first day, nil for the time before the first change known.
    package let since: CivilDate?
    /// The rule in force, else the next that is dated, else the proposed one.
    package let purposes: [Purpose: PurposeRule]
    package let consents: [ConsentKind: ConsentRule]
    /// By purpose, in the order of their numbers: what `kindsThatStop` answers, computed once.
    private let stopping: [Purpose: [ConsentKind]]

    package init(
        identifier: String, since: CivilDate?, purposes: [Purpose: PurposeRule], consents: [ConsentKind: ConsentRule]
    ) {
        self.identifier = identifier
        self.since = since
        self.purposes = purposes
        self.consents = consents
        var stopping: [Purpose: [ConsentKind]] = [:]
        for kind in ConsentKind.allCases {
            guard let rule = consents[kind], Regime.holds(rule.force, since) else { continue }
            for purpose in rule.stops.union(rule.stopsBeyondProvider) { stopping[purpose, default: []].append(kind) }
        }
        self.stopping = stopping
    }

    package func holds(_ force: InForce) -> Bool { Regime.holds(force, since) }

    /// Whether a statement of `kind` has any effect under this regime.
    package func isInForce(_ kind: ConsentKind) -> Bool { consents[kind].map { holds($0.force) } ?? false }

    /// The kinds that keep a person's data out of answers to `purpose` for `recipient`, in force only, in the list's order.
    package func kindsThatStop(_ purpose: Purpose, for recipient: Recipient) -> [ConsentKind] {
        (stopping[purpose] ?? []).filter { consents[$0]?.stops(purpose, for: recipient) == true }
    }

    /// The consents in force that open `purpose`, any one of which is enough.
    package func kindsThatOpen(_ purpose: Purpose) -> [ConsentKind] {
        ConsentKind.allCases.filter { isInForce($0) && consents[$0]?.opens.contains(purpose) == true }
    }

    private static func holds(_ force: InForce, _ since: CivilDate?) -> Bool { since.map(force.holds(on:)) ?? false }
}
