package import StructuredText

/// How far one version of a report has come.
package enum ReportState: String, Sendable, CaseIterable {
    case draft, reviewed, signed
    /// A later version has been signed.
    case amended
    case withdrawn

    /// Whether somebody has still to do something about it.
    package var isOpen: Bool { self == .draft || self == .reviewed }

    package var name: LocalizedText {
        switch self {
        case .draft: LocalizedText(sv: "Utkast", en: "Draft")
        case .reviewed: LocalizedText(sv: "Granskat", en: "Reviewed")
        case .signed: LocalizedText(sv: "Signerat", en: "Signed")
        case .amended: LocalizedText(sv: "Ersatt av en senare version", en: "Amended by a later version")
        case .withdrawn: LocalizedText(sv: "Återkallat", en: "Withdrawn")
        }
    }

    /// The state after an act; nil where it cannot be done in this one.
    package func after(_ act: ReportAct) -> ReportState? {
        switch (self, act) {
        case (.draft, .fill), (.reviewed, .sendBack): .draft
        case (.draft, .review): .reviewed
        case (.reviewed, .sign): .signed
        case (.signed, .amend): .amended
        case (.draft, .withdraw), (.reviewed, .withdraw), (.signed, .withdraw): .withdrawn
        default: nil
        }
    }
}

/// What can be done with a version of a report.
package enum ReportAct: String, Sendable, CaseIterable {
    /// Giving a draft another content.
    case fill
    case review
    /// Giving what has been reviewed back to be worked on.
    case sendBack = "send-back"
    case sign
    /// Done by the signing of a later version, never by itself.
    case amend
    case withdraw

    /// Whether it cannot be done without saying why.
    package var needsWords: Bool { self == .sendBack || self == .withdraw }
}
