package import ClinicalModel
package import StructuredText

/// How far a version has come. `staged → current → superseded`, `staged → discarded`, and `superseded → current` where an import is taken back.
package enum KnowledgeState: String, Sendable, CaseIterable {
    case staged, current, superseded, discarded

    package var name: LocalizedText {
        switch self {
        case .staged: LocalizedText(sv: "inläst", en: "staged")
        case .current: LocalizedText(sv: "gällande", en: "current")
        case .superseded: LocalizedText(sv: "ersatt", en: "superseded")
        case .discarded: LocalizedText(sv: "förkastad", en: "discarded")
        }
    }
}

/// That a person saw what a version would change, compared with the version that was current then.
package struct DifferenceReceipt: Hashable, Sendable {
    package let version: VersionIdentifier
    /// Nil where no version was current.
    package let comparedWith: VersionIdentifier?
    package let counts: DifferenceCounts
    /// How many issued reports the change touches, all effects together, and how many of them need a look.
    package let affectedReports: Int
    package let reportsToReview: Int
    package let seenBy: String
    package let seenAt: Timestamp

    package init(
        version: VersionIdentifier, comparedWith: VersionIdentifier?, counts: DifferenceCounts, affectedReports: Int,
        reportsToReview: Int, seenBy: String, seenAt: Timestamp
    ) {
        self.version = version
        self.comparedWith = comparedWith
        self.counts = counts
        self.affectedReports = affectedReports
        self.reportsToReview = reportsToReview
        self.seenBy = seenBy
        self.seenAt = seenAt
    }
}

/// Why a step is refused.
package struct KnowledgeStateError: Error, Hashable, Sendable {
    package enum Code: String, Sendable, CaseIterable {
        case unknownVersion, alreadyImported, otherSeries, differenceNotSeen, differenceOutdated, notPossible
    }

    package let code: Code
    /// The state that the version is in; nil where it is in none.
    package let state: KnowledgeState?

    package init(_ code: Code, state: KnowledgeState? = nil) {
        self.code = code
        self.state = state
    }

    package var message: LocalizedText {
        switch code {
        case .unknownVersion: LocalizedText(sv: "Versionen är inte inläst.", en: "The version has not been imported.")
        case .alreadyImported: LocalizedText(sv: "Samma fil är redan inläst.", en: "The same file has been imported already.")
        case .otherSeries: LocalizedText(sv: "Versionen hör till en annan källa.", en: "The version is of another source.")
        case .differenceNotSeen:
            LocalizedText(sv: "Ingen har sett vad versionen ändrar.", en: "Nobody has seen what the version changes.")
        case .differenceOutdated:
            LocalizedText(
                sv: "En annan version har blivit gällande sedan skillnaden visades.",
                en: "Another version has become current since the difference was shown.")
        case .notPossible:
            LocalizedText(
                sv: "Versionen är \(state?.name.sv ?? "okänd"): steget är inte möjligt.",
                en: "The version is \(state?.name.en ?? "unknown"): the step is not possible.")
        }
    }

    package var remedy: LocalizedText {
        switch code {
        case .unknownVersion, .otherSeries: LocalizedText(sv: "Läs in filen först.", en: "Import the file first.")
        case .alreadyImported: LocalizedText(sv: "Fortsätt med den som finns.", en: "Continue with the one that is there.")
        case .differenceNotSeen, .differenceOutdated:
            LocalizedText(sv: "Visa skillnaden och bekräfta den.", en: "Show the difference and confirm it.")
        case .notPossible: LocalizedText(sv: "Läs in filen på nytt.", en: "Import the file again.")
        }
    }
}
