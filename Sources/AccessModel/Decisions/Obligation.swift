package import StructuredText

/// What whoever computes the answer must do.
package enum Obligation: Hashable, Sendable {
    /// Counts from 1 to n - 1 are left out, and so is what would give them away.
    case suppressBelow(Int)
    /// Counts from 1 to n - 1 are shown as that interval.
    case bandBelow(Int)
    /// Computed from the last publication, so that nobody is singled out by asking before and after.
    case publishedBatchesOnly
    /// People are named by a key of their own for the project or permit, nil where none was given.
    case pseudonymise(forProject: String?)
    /// Each person whose records are given out can see it in their log.
    case logForPatient
    /// One number or interval for each provider, nothing else.
    case figureOnly
    /// Only people whose consent to the study (or a general one, once in force) is in effect.
    case consentingOnly(study: String)
    case holderDecidesOnRecords
    case secureEnvironment

    package var text: LocalizedText {
        switch self {
        case .suppressBelow(let limit):
            LocalizedText(sv: "Antal under \(limit) visas inte.", en: "Counts under \(limit) are not shown.")
        case .bandBelow(let limit):
            LocalizedText(
                sv: "Antal under \(limit) visas som intervallet 1–\(limit - 1).",
                en: "Counts under \(limit) are shown as the interval 1–\(limit - 1).")
        case .publishedBatchesOnly:
            LocalizedText(
                sv: "Svaret beräknas på den senaste publiceringen.", en: "The answer is computed from the latest publication.")
        case .pseudonymise:
            LocalizedText(
                sv: "Personer anges med projektets egna pseudonymer.", en: "People are given by the project's own pseudonyms.")
        case .logForPatient:
            LocalizedText(
                sv: "Åtkomsten loggas så att patienten kan se den.", en: "The access is logged so that the patient can see it.")
        case .figureOnly:
            LocalizedText(
                sv: "Endast ett antal eller ett intervall per vårdgivare lämnas ut.",
                en: "Only a number or an interval for each care provider is given out.")
        case .consentingOnly:
            LocalizedText(
                sv: "Endast personer som har samtyckt till studien ingår.",
                en: "Only people who have agreed to the study are included.")
        case .holderDecidesOnRecords:
            LocalizedText(
                sv: "Uppgifter om enskilda begärs från den vårdgivare som har dem, och den beslutar.",
                en: "Records are requested from the care provider that holds them, which decides.")
        case .secureEnvironment:
            LocalizedText(
                sv: "Uppgifterna får bara behandlas i en säker behandlingsmiljö.",
                en: "The data may only be processed in a secure environment.")
        }
    }
}
