import AccessModel
import ClinicalModel
import StructuredText

/// A decision for people.
enum DecisionText {
    static func text(_ decision: Decision, _ region: RegionCode, _ language: Language) -> String {
        func say(_ sv: String, _ en: String) -> String { language == .sv ? sv : en }
        var lines = ["\(region) \(Region.of(region)?.name ?? ""): \(decision.granularity.rawValue.uppercased())"]
        lines.append("  " + say("grund", "basis") + ": " + decision.basisText(language))
        lines.append("  " + say("beslutar", "decides") + ": " + decision.decides.text(language))
        lines.append("  " + say("regelverk", "regime") + ": " + decision.regime + ", " + decision.policy)
        lines += decision.obligations.map { "  " + say("skyldighet", "obligation") + ": " + $0.text.text(language) }
        lines += decision.reasons.map { "  \($0.isFor ? "+" : "−") \($0.text.text(language)) (\($0.reference))" }
        return lines.joined(separator: "\n") + "\n"
    }
}
