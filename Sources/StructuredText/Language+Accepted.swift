extension Language {
    /// Of an `Accept-Language` field (RFC 9110 section 12.5.4) the one that is wanted most; nil where it names neither.
    package init?(accepted field: String) {
        var best: (language: Language, weight: Double)?
        for item in field.lowercased().split(separator: ",") {
            let parts = item.split(separator: ";").map { $0.drop { $0 == " " } }
            guard let tag = parts.first?.prefix(2) else { continue }
            let language: Language
            switch tag {
            // Norwegians and Danes read Swedish more easily than most who ask for neither language.
            case "sv", "nb", "nn", "no", "da": language = .sv
            case "en": language = .en
            default: continue
            }
            let weight = parts.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) } ?? 1
            if weight > best?.weight ?? 0 { best = (language, weight) }
        }
        guard let best else { return nil }
        self = best.language
    }
}
