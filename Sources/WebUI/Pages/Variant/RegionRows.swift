internal import AccessModel
internal import ClinicalModel
internal import Questions
internal import StructuredText

/// Each region of an answer in words: for the table, and for the map.
struct RegionRows {
    let answer: Answer
    let language: Language
    /// Where a region is asked for more; nil where nobody may.
    var asksAt: (RegionAnswer) -> SiteURL?
    /// Whether the regions told numbers of one variant, or only that they answered.
    var showsFigures = true
    /// What fills the tiles of the map, the most of any region being a full one.
    var measure: (RegionAnswer) -> Double? = { $0.frequency?.alleleFrequency }
    /// What a region that answered says, after its name and a colon.
    var sentence: (RegionAnswer, Language) -> String = FigureText.sentence

    var rows: [PageValue] {
        answer.regions.map { region in
            let figures = region.frequency
            return [
                "code": .text(region.region.description), "name": .text(RegionRows.name(region.region)),
                "anchor": .text(RegionRows.anchor(region.region)), "state": .text(RegionRows.state(region.state).text(language)),
                "stateKey": .text(region.state.rawValue), "carriers": .text(number(figures?.carriers ?? region.count, region)),
                "covered": .text(figures.map { PageNumber.whole($0.covered, language) } ?? ""),
                "alleles": .text(
                    figures.map {
                        PageNumber.whole($0.alleleCount, language) + " / " + PageNumber.whole($0.alleleNumber, language)
                    }
                        ?? ""),
                "frequency": .text(figures.flatMap(\.alleleFrequency).map { PageNumber.frequency($0, language) } ?? ""),
                "interval": .text(figures.map { FigureText.interval($0, language) } ?? ""),
                "reason": .text(region.reason?.text(language) ?? ""),
                "ask": .optional(asksAt(region)?.path),
                "askText": .text(
                    language(
                        sv: "Begär mer av \(RegionRows.name(region.region))", en: "Ask \(RegionRows.name(region.region)) for more"
                    )),
            ]
        }
    }

    private func number(_ count: Int?, _ region: RegionAnswer) -> String {
        if let band = region.band { return band.replacing("-", with: "–") }
        return count.map { PageNumber.whole($0, language) } ?? ""
    }

    /// A region's row of the table, where its tile leads.
    static func anchor(_ region: RegionCode) -> String { "region-\(region)" }

    /// Every region of the country, those that were not asked too; each tile leads to its row of the table on the same page. `columns` are
    /// the words for a region and for its answer.
    func map(title: String, columns: [String]) -> Chart {
        let answered = answer.regions.count { $0.state == .answered }
        let missing = FigureText.missing(answer, language)
        let description =
            language(
                sv: "\(answered) av \(answer.regions.count) regioner har svarat med ett antal.",
                en: "\(answered) of \(answer.regions.count) regions have answered with a number.")
            + (missing.isEmpty ? "" : " " + language(sv: "Övriga: ", en: "The others: ") + missing + ".")
            + language(
                sv: " Varje ruta leder till regionens rad i tabellen.", en: " Each tile leads to the region's row in the table.")
        return RegionTiles.chart("map", title: title, description: description, tiles: tiles, columns: columns)
    }

    private var tiles: [RegionTiles.Tile] {
        let known = Dictionary(answer.regions.map { ($0.region, $0) }, uniquingKeysWith: { first, _ in first })
        let highest = answer.regions.compactMap(measure).max() ?? 0
        return RegionCode.all.map { code in
            let name = RegionRows.name(code)
            let address = SiteURL.anchor(RegionRows.anchor(code)).path
            guard let region = known[code] else {
                let words = language(sv: "Ingen nod", en: "No node")
                return RegionTiles.Tile(
                    region: code, fill: .absent, label: words,
                    description: name + ": " + language(sv: "ingår inte i frågan.", en: "not part of the question."),
                    address: address)
            }
            let state = RegionRows.state(region.state).text(language)
            let count = number(region.frequency?.carriers ?? region.count, region)
            let label = count.isEmpty ? state : count
            let sentence =
                name + ": "
                + (region.state == .answered && showsFigures
                    ? sentence(region, language) : region.reason?.text(language) ?? state)
            return RegionTiles.Tile(
                region: code, fill: fill(region, highest), label: label, description: sentence, address: address)
        }
    }

    private func fill(_ region: RegionAnswer, _ highest: Double) -> RegionTiles.Tile.Fill {
        switch region.state {
        case .answered:
            guard let measured = measure(region), measured > 0, highest > 0 else { return .level(0) }
            return .level(1 + min(3, Int(measured / highest * 3.999)))
        case .suppressed: return .suppressed
        case .refused: return .refused
        case .late: return .late
        case .unreachable: return .unreachable
        }
    }

    static func name(_ code: RegionCode) -> String { Region.of(code)?.name ?? code.description }

    /// A state in one word, as it fits on a tile.
    static func state(_ state: RegionState) -> LocalizedText {
        switch state {
        case .answered: LocalizedText(sv: "Svarat", en: "Answered")
        case .suppressed: LocalizedText(sv: "Skyddat", en: "Protected")
        case .refused: LocalizedText(sv: "Nekat", en: "Refused")
        case .late: LocalizedText(sv: "För sen", en: "Late")
        case .unreachable: LocalizedText(sv: "Nås inte", en: "Away")
        }
    }
}

/// A variant's figures in words.
enum FigureText {
    /// `0,0019–0,0096`.
    static func interval(_ figures: FrequencyFigures, _ language: Language) -> String {
        figures.interval.map {
            PageNumber.frequency($0.lower, language) + "–" + PageNumber.frequency($0.upper, language)
        } ?? ""
    }

    /// `7 av 812 personer`.
    static func carriers(_ figures: FrequencyFigures, _ language: Language) -> String {
        PageNumber.whole(figures.carriers, language) + language(sv: " av ", en: " of ")
            + PageNumber.whole(figures.covered, language) + language(sv: " personer", en: " people")
    }

    static func sentence(_ region: RegionAnswer, _ language: Language) -> String {
        guard let figures = region.frequency else { return RegionRows.state(region.state).text(language) }
        return language(sv: "sedd hos ", en: "seen in ") + carriers(figures, language) + "."
    }

    /// Regions that gave no number, counted by state: `2 skyddat, 1 nås inte`.
    static func missing(_ answer: Answer, _ language: Language) -> String {
        RegionState.allCases.filter { $0 != .answered }.compactMap { state in
            let count = answer.regions.count { $0.state == state }
            return count == 0 ? nil : "\(count) \(RegionRows.state(state).text(language).lowercased())"
        }.joined(separator: ", ")
    }
}
