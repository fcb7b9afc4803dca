internal import ClinicalModel
internal import StructuredText

/// The releases that an answer was computed from, in words: `01:batch 3 of 2026-11-21` for each region, with spaces between them.
enum CohortReleaseText {
    static func text(_ release: String?, _ language: Language) -> String {
        guard let release else { return language(sv: "ingen", en: "none") }
        var regions: [String] = []
        for word in release.split(separator: " ") {
            let isRegion = RegionCode(word.prefix(2)) != nil && word.dropFirst(2).hasPrefix(":")
            if isRegion || regions.isEmpty { regions.append(String(word)) } else { regions[regions.count - 1] += " " + word }
        }
        return regions.map { words($0, language) }.joined(separator: "; ")
    }

    /// As it is written where it has another form.
    private static func words(_ text: String, _ language: Language) -> String {
        let parts = text.split(whereSeparator: { $0 == ":" || $0 == " " })
        guard let code = parts.first.flatMap({ RegionCode($0) }) else { return text }
        let name = Region.of(code)?.name ?? code.description
        guard parts.count == 5, parts[1] == "batch", let number = Int(parts[2]), let day = CivilDate(parts[4]) else {
            return name + language(sv: ": ingen utgåva än", en: ": no release yet")
        }
        return name + language(sv: ": utgåva \(number), ", en: ": release \(number), ") + DateText.shortDay(day, language)
    }
}
