package import StructuredText

/// The steps of a submission, in order. Each is recorded when it has been done, and after a crash the next one goes on.
package enum IntakeStep: String, Sendable, CaseIterable {
    case received
    case filesComplete = "files-complete"
    case manifestValid = "manifest-valid"
    case qualityPassed = "quality-passed"
    case identityResolved = "identity-resolved"
    case indexed
    case available

    package var title: LocalizedText {
        switch self {
        case .received: LocalizedText(sv: "mottagen", en: "received")
        case .filesComplete:
            LocalizedText(sv: "filerna kompletta och kontrollsummorna rätt", en: "files complete and checksums right")
        case .manifestValid: LocalizedText(sv: "manifestet godkänt", en: "manifest valid")
        case .qualityPassed: LocalizedText(sv: "kvalitetsgränserna nådda", en: "quality thresholds met")
        case .identityResolved: LocalizedText(sv: "identiteterna säkrade", en: "identities resolved")
        case .indexed: LocalizedText(sv: "analyserna indexerade", en: "call sets indexed")
        case .available: LocalizedText(sv: "tillgänglig", en: "available")
        }
    }
}
