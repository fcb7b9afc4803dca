internal import ClinicalModel
internal import Operations
internal import Records
internal import StructuredText

extension ListSubmissions.Row.State {
    var title: LocalizedText {
        switch self {
        case .uploading: LocalizedText(sv: "Filer saknas", en: "Files are missing")
        case .received: LocalizedText(sv: "Tas emot", en: "Being taken in")
        case .available: LocalizedText(sv: "Mottagen", en: "Accepted")
        case .quarantined: LocalizedText(sv: "I karantän", en: "In quarantine")
        case .superseded: LocalizedText(sv: "Ersatt av en rättad", en: "Superseded by a mended one")
        case .emptied: LocalizedText(sv: "Förstörd genom beslut", en: "Destroyed by decision")
        }
    }

    /// As the style sheet names what is well, waits, or needs somebody.
    var style: String {
        switch self {
        case .available: "answered"
        case .uploading, .received: "late"
        case .quarantined: "refused"
        case .superseded, .emptied: "suppressed"
        }
    }
}

extension ListSubmissions.Row {
    /// Who counts what it brought.
    var release: LocalizedText? {
        guard state == .available, callSets > 0 else { return nil }
        if released == callSets {
            return LocalizedText(
                sv: "Utgiven: andra regioners frågor räknar den.", en: "Released: other regions' questions count it.")
        }
        if released == 0 {
            return LocalizedText(
                sv: "Inte utgiven än: ingen utom ägaren räknar den.", en: "Not released yet: nobody but the owner counts it.")
        }
        return LocalizedText(
            sv: "\(released) av \(callSets) analyser utgivna.", en: "\(released) of \(callSets) call sets released.")
    }
}

extension RecordedCallSet.State {
    var title: LocalizedText {
        switch self {
        case .available: LocalizedText(sv: "används", en: "in use")
        case .useStopped: LocalizedText(sv: "får inte användas", en: "use stopped")
        case .showingStopped: LocalizedText(sv: "får inte visas utanför enheten", en: "not shown outside the unit")
        case .replaced: LocalizedText(sv: "ersatt av en omanalys", en: "replaced by a re-analysis")
        }
    }
}

/// The kinds of a manifest's files.
enum FileRoleText {
    static func title(_ role: String, _ language: Language) -> String {
        switch SubmissionManifest.File.Role(rawValue: role) {
        case .variants: language(sv: "varianter", en: "variants")
        case .targets: language(sv: "målområden", en: "targets")
        case .report: language(sv: "svar", en: "report")
        case .other, nil: language(sv: "annat", en: "other")
        }
    }
}

/// How long a file is, as people say it.
enum ByteText {
    static func size(_ bytes: Int, _ language: Language) -> String {
        let units = ["byte", "KiB", "MiB", "GiB", "TiB"]
        var (amount, unit) = (Double(bytes), 0)
        while amount >= 1024, unit < units.count - 1 {
            amount /= 1024
            unit += 1
        }
        if unit == 0 {
            return PageNumber.whole(bytes, language) + "\u{A0}" + language(sv: "byte", en: bytes == 1 ? "byte" : "bytes")
        }
        return PageNumber.decimal(amount, decimals: amount < 10 ? 1 : 0, language) + "\u{A0}" + units[unit]
    }
}
