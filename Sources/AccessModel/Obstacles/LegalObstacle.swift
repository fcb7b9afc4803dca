package import ClinicalModel
package import StructuredText

/// A report that the law stood in the way of something that somebody's work needed. It says nothing of any patient or variant.
package struct LegalObstacle: Hashable, Sendable {
    /// Characters of a point of law.
    package static let longestPoint = 300

    package enum State: String, Sendable, CaseIterable {
        case reported
        case underReview = "under-review"
        /// Passed on to whoever can change the law or its application.
        case forwarded
        case closed

        package var name: LocalizedText {
            switch self {
            case .reported: LocalizedText(sv: "Anmält", en: "Reported")
            case .underReview: LocalizedText(sv: "Bedöms", en: "Under review")
            case .forwarded: LocalizedText(sv: "Skickat vidare", en: "Passed on")
            case .closed: LocalizedText(sv: "Avslutat", en: "Closed")
            }
        }
    }

    /// What somebody writes when reporting.
    package struct Report: Hashable, Sendable {
        package let purpose: Purpose
        /// `Reason.Code.text` of what refused.
        package let reason: Reason.Code
        /// As a lawyer would look it up: `PDL 2 kap. 4 §; SOU 2023:76`.
        package let legalPoint: String
        /// The region that refused; nil where the law refuses everywhere.
        package let refusing: RegionCode?
        package let words: String

        package init(purpose: Purpose, reason: Reason.Code, legalPoint: String, refusing: RegionCode?, words: String) {
            self.purpose = purpose
            self.reason = reason
            self.legalPoint = legalPoint
            self.refusing = refusing
            self.words = words
        }
    }

    /// From 1, in the region.
    package let number: Int
    package let report: Report
    /// `Actor.identity`.
    package let reporter: String
    package let role: Actor.Role
    /// Nil where the reporter has none.
    package let unit: String?
    package let reported: Timestamp
    package let state: State
    /// What became of it, by whom and when; nil while it is only reported.
    package let note: String?
    package let handler: String?
    package let handled: Timestamp?

    package init(
        number: Int, report: Report, reporter: String, role: Actor.Role, unit: String?, reported: Timestamp, state: State,
        note: String?, handler: String?, handled: Timestamp?
    ) {
        self.number = number
        self.report = report
        self.reporter = reporter
        self.role = role
        self.unit = unit
        self.reported = reported
        self.state = state
        self.note = note
        self.handler = handler
        self.handled = handled
    }

    /// What may follow: a closed one stays closed, and nothing goes back to being only reported.
    package static func mayMove(from: State, to: State) -> Bool {
        switch (from, to) {
        case (.closed, _), (_, .reported): false
        default: from != to
        }
    }
}
