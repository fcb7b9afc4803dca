internal import AccessModel
internal import ClinicalModel
internal import Questions
internal import StructuredText

/// An answer by region: on a map, and in a table with a bar for each count.
struct CohortAnswerView {
    let answer: Answer
    let decisions: [RegionCode: Decision]
    let reporting: RefusalReporting?
    let language: Language

    var value: PageValue {
        let largest = max(1, answer.regions.compactMap(\.count).max() ?? 1)
        let answered = answer.regions.filter { $0.state == .answered }.count
        let reports = reporting?.addresses(answer, decisions) ?? [:]
        let elapsed = PageNumber.decimal(answer.elapsedMilliseconds, decimals: 0, language) + "\u{A0}ms"
        return [
            "title": .text(language(sv: "Svar", en: "Answer")), "map": .markup(map.drawing.markup),
            "mapTitle": .text(language(sv: "I regionerna", en: "By region")),
            "total": answer.total.map { .text(PageNumber.whole($0, language)) } ?? .nothing,
            "totalText": .text(
                answer.total == 1 ? language(sv: "person", en: "person") : language(sv: "personer", en: "people")),
            "noTotal": .text(language(sv: "Ingen region gav något antal.", en: "No region gave a number.")),
            "summary": .text(
                language(
                    sv: "\(answered) av \(answer.regions.count) regioner svarade med ett antal, på \(elapsed).",
                    en: "\(answered) of \(answer.regions.count) regions answered with a number, in \(elapsed).")),
            "partialText": answer.isComplete || answer.total == nil
                ? .nothing
                : .text(
                    language(
                        sv: "Summan gäller bara dem som svarade. De andra är inte noll.",
                        en: "The sum is of those that answered. The others are not zero.")),
            "caption": .text(language(sv: "Antal personer efter region", en: "Number of people by region")),
            "columns": [
                .text(language(sv: "Region", en: "Region")), .text(language(sv: "Läge", en: "State")),
                .text(language(sv: "Antal", en: "Number")), .text(language(sv: "Varför inte mer", en: "Why not more")),
            ],
            "rows": .list(
                answer.regions.map { region in
                    let band = region.band.map { $0.replacing("-", with: "–") }
                    return [
                        "name": .text(RegionRows.name(region.region)), "anchor": .text(RegionRows.anchor(region.region)),
                        "obstacle": RefusalReporting.fields(reports[region.region], language),
                        "state": .text(region.state.rawValue), "stateText": .text(region.state.cohortTitle.text(language)),
                        "count": .text(region.count.map { PageNumber.whole($0, language) } ?? band ?? "–"),
                        "bar": region.count.map { .text(String($0 * 100 / largest)) } ?? .nothing,
                        "reason": .text(region.reason?.text(language) ?? ""),
                    ]
                }),
            "facts": [
                ["name": .text(language(sv: "Rättslig grund", en: "Legal basis")), "value": .text(answer.basis)],
                ["name": .text(language(sv: "Den som bestämmer", en: "Who decides")), "value": .text(answer.decides)],
                ["name": .text(language(sv: "Rättsläge", en: "Regime")), "value": .text(answer.regime)],
                [
                    "name": .text(language(sv: "Utgåvor", en: "Releases")),
                    "value": .text(CohortReleaseText.text(answer.dataRelease, language)),
                ],
            ],
        ]
    }

    /// Filled by the count of each region, the largest being a full tile. The table beside it has the same and more.
    private var map: Chart {
        RegionRows(
            answer: answer, language: language, asksAt: { _ in nil }, measure: { $0.count.map(Double.init) },
            sentence: CohortAnswerView.sentence
        ).map(
            title: language(sv: "Antal personer efter region", en: "Number of people by region"),
            columns: [language(sv: "Region", en: "Region"), language(sv: "Antal", en: "Number")])
    }

    private static func sentence(_ region: RegionAnswer, _ language: Language) -> String {
        guard let count = region.count else { return region.state.cohortTitle.text(language) }
        let number = PageNumber.whole(count, language)
        return count == 1
            ? language(sv: "1 person uppfyller villkoren.", en: "1 person meets the criteria.")
            : language(sv: "\(number) personer uppfyller villkoren.", en: "\(number) people meet the criteria.")
    }
}
