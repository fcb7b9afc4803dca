package import ClinicalModel

/// What a person's statements amount to on one day under one regime. Computed from the events, never stored.
package struct ConsentState: Hashable, Sendable {
    /// Kinds whose latest statement holds and that are in force. `.study` is here where any study is.
    package let inEffect: Set<ConsentKind>
    /// Registration numbers of the studies that the person has agreed to.
    package let studies: Set<String>
    /// Kinds that the person has stated but that the regime only proposes or dates later: without effect.
    package let withoutEffect: Set<ConsentKind>

    /// Nothing has been said.
    package static let silent = ConsentState(inEffect: [], studies: [], withoutEffect: [])

    private init(inEffect: Set<ConsentKind>, studies: Set<String>, withoutEffect: Set<ConsentKind>) {
        self.inEffect = inEffect
        self.studies = studies
        self.withoutEffect = withoutEffect
    }

    /// Folds one person's events, in any order. Of a kind and a study the event with the latest `from` that has come counts, of two
    /// from the same day the one recorded later. A statement by somebody who may not make it (a guardian's block) counts for nothing.
    package init(_ events: some Sequence<ConsentEvent>, under regime: Regime, on date: CivilDate) {
        var latest: [Key: ConsentEvent] = [:]
        for event in events where event.from <= date {
            guard let rule = regime.consents[event.kind],
                (event.isGiven ? rule.givers : rule.lifters).contains(event.giver)
            else { continue }
            let key = Key(kind: event.kind, study: event.study)
            if let held = latest[key], (held.from, held.recorded) > (event.from, event.recorded) { continue }
            latest[key] = event
        }
        let given = latest.values.filter(\.isGiven)
        inEffect = Set(given.map(\.kind).filter(regime.isInForce))
        studies = Set(given.filter { regime.isInForce($0.kind) }.compactMap(\.study))
        withoutEffect = Set(given.map(\.kind).filter { !regime.isInForce($0) })
    }

    package func isInEffect(_ kind: ConsentKind) -> Bool { inEffect.contains(kind) }

    /// What keeps this person's data out of an answer to `purpose` for `recipient`; empty where nothing does.
    package func stops(_ purpose: Purpose, for recipient: Recipient, under regime: Regime) -> [ConsentKind] {
        inEffect.isEmpty ? [] : regime.kindsThatStop(purpose, for: recipient).filter(inEffect.contains)
    }

    /// Whether the person has agreed to a study, by a consent to it or by a general one that is in force.
    package func agrees(toStudy number: String, under regime: Regime) -> Bool {
        studies.contains(number) || regime.kindsThatOpen(.research).contains { $0 != .study && inEffect.contains($0) }
    }

    private struct Key: Hashable {
        let kind: ConsentKind
        let study: String?
    }
}
