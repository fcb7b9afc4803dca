package import ClinicalModel

/// One of the eleven kinds as it stands for a person on a day: what has been said, whether it has effect, and what the person may say now.
package struct ConsentOverview: Hashable, Sendable {
    /// The statement that counts, of a kind or of one study.
    package struct Standing: Hashable, Sendable {
        /// The registration number, for `.study`.
        package let study: String?
        package let isGiven: Bool
        package let from: CivilDate
        package let giver: ConsentEvent.Giver
    }

    package let kind: ConsentKind
    package let rule: ConsentRule
    package let isInForce: Bool
    /// Empty where nothing has been said; one for each study of `.study`, at most one of any other kind.
    package let standings: [Standing]
    /// Whether the patient may say it, and take it back.
    package let patientMayGive: Bool
    package let patientMayLift: Bool

    package var holds: Bool { standings.contains(where: \.isGiven) }

    /// All kinds that the regime knows, by their numbers. What begins later, and what somebody said who may not, counts for nothing, as in
    /// `ConsentState`.
    package static func of(
        _ events: [ConsentEvent], under regime: Regime, on date: CivilDate
    ) -> [ConsentOverview] {
        ConsentKind.allCases.compactMap { kind in
            guard let rule = regime.consents[kind] else { return nil }
            var latest: [String?: ConsentEvent] = [:]
            for event in events where event.kind == kind && event.from <= date {
                guard (event.isGiven ? rule.givers : rule.lifters).contains(event.giver) else { continue }
                if let held = latest[event.study], (held.from, held.recorded) > (event.from, event.recorded) { continue }
                latest[event.study] = event
            }
            let standings = latest.values.sorted { ($0.study ?? "") < ($1.study ?? "") }.map {
                Standing(study: $0.study, isGiven: $0.isGiven, from: $0.from, giver: $0.giver)
            }
            return ConsentOverview(
                kind: kind, rule: rule, isInForce: regime.isInForce(kind), standings: standings,
                patientMayGive: rule.givers.contains(.patient), patientMayLift: rule.lifters.contains(.patient))
        }.sorted { $0.rule.number < $1.rule.number }
    }
}

extension Regime {
    /// Purposes in force that no statement of a person stops and none has to open: what the law does not let anybody refuse. Their own
    /// access is not among them.
    package var beyondRefusal: [Purpose] {
        Purpose.allCases.filter { purpose in
            guard purpose != .ownAccess, let rule = purposes[purpose], holds(rule.force) else { return false }
            let isOpened = rule.requirements.contains {
                [.patientConsentToAccess, .studyConsent, .ethicsApproval].contains($0.prerequisite)
            }
            return !isOpened
                && !consents.values.contains { $0.stops.contains(purpose) || $0.stopsBeyondProvider.contains(purpose) }
        }
    }
}
