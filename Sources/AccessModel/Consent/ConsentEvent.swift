package import ClinicalModel

/// Somebody said yes or no. Events are added, never changed: the latest one of a kind and a study that has come into force is what holds.
package struct ConsentEvent: Hashable, Sendable {
    package enum Giver: String, Sendable, CaseIterable {
        /// The person the data is about.
        case patient
        case guardian
        /// Staff that records what the law asks of them, such as lifting a block in an emergency.
        case staff
    }

    package let kind: ConsentKind
    /// The registration number of the study, for `.study`; nil otherwise.
    package let study: String?
    /// Whether the statement holds from here (a block, an objection or a consent is made) or ends here.
    package let isGiven: Bool
    /// Takes effect with the first question on this day or later.
    package let from: CivilDate
    package let giver: Giver
    /// When it was recorded; of two with the same `from` the later recorded holds.
    package let recorded: Timestamp

    package init(kind: ConsentKind, study: String?, isGiven: Bool, from: CivilDate, giver: Giver, recorded: Timestamp) {
        self.kind = kind
        self.study = study
        self.isGiven = isGiven
        self.from = from
        self.giver = giver
        self.recorded = recorded
    }
}
