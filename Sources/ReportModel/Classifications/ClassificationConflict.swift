package import ClinicalModel
package import StructuredText

/// Laboratories that classify one variant for one condition on different sides of a boundary.
package struct ClassificationConflict: Hashable, Sendable {
    /// How much hangs on it.
    package enum Severity: String, Sendable, CaseIterable, Comparable {
        /// Uncertain against benign: nothing is done either way.
        case minor
        /// Pathogenic against uncertain: one carrier is followed and their relatives are tested, another is not.
        case actionable
        /// Pathogenic against benign.
        case opposed

        package static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }

        private var rank: Int {
            switch self {
            case .minor: 0
            case .actionable: 1
            case .opposed: 2
            }
        }

        package var name: LocalizedText {
            switch self {
            case .minor: LocalizedText(sv: "Oklar mot benign", en: "Uncertain against benign")
            case .actionable: LocalizedText(sv: "Patogen mot oklar", en: "Pathogenic against uncertain")
            case .opposed: LocalizedText(sv: "Patogen mot benign", en: "Pathogenic against benign")
            }
        }

        /// The severity of a set of groups; nil where there is no conflict.
        package init?(_ groups: Set<ClassificationGroup>) {
            if groups.isSuperset(of: [.pathogenic, .benign]) {
                self = .opposed
            } else if groups.isSuperset(of: [.pathogenic, .uncertain]) {
                self = .actionable
            } else if groups.isSuperset(of: [.uncertain, .benign]) {
                self = .minor
            } else {
                return nil
            }
        }
    }

    package let subject: SharedClassification.Subject
    package let severity: Severity
    /// The day on which the classification arrived that made it a conflict.
    package let arose: CivilDate
    /// By region, then laboratory.
    package let positions: [SharedClassification]

    /// Nil where the positions do not conflict.
    init?(_ subject: SharedClassification.Subject, _ positions: [SharedClassification], arose: CivilDate) {
        guard let severity = Severity(Set(positions.map(\.pathogenicityClass.group))) else { return nil }
        self.subject = subject
        self.severity = severity
        self.arose = arose
        self.positions = positions
    }

    /// Days since it arose.
    package func age(on date: CivilDate) -> Int { max(0, date.daysSince1970 - arose.daysSince1970) }
}
