internal import AccessModel
internal import ClinicalModel
internal import Questions
internal import StructuredText

/// On what ground an answer was given or refused, region by region where they differ, in words.
struct LawText {
    let answer: Answer
    let decisions: [RegionCode: Decision]
    /// Nil where whoever looks reports nothing.
    let reporting: RefusalReporting?
    let language: Language

    var content: PageValue {
        let ordered = decisions.sorted { $0.key < $1.key }
        let shown = ordered.first { !$0.value.isRefused } ?? ordered.first
        let release = releases
        return [
            "title": .text(language(sv: "Grunden för svaret", en: "What the answer rests on")),
            "basis": .text(shown?.value.basisText(language) ?? ""), "hasBasis": .flag(shown != nil),
            "decides": .text(shown.map { language(sv: "Beslutar: ", en: "Decides: ") + $0.value.decides.text(language) } ?? ""),
            "regime": .text(language(sv: "Regelverk: ", en: "Regime: ") + answer.regime),
            "obligations": .list((shown?.value.obligations ?? []).map { .text($0.text.text(language)) }),
            "hasRefusals": .flag(ordered.contains { $0.value.isRefused }),
            "refusalTitle": .text(language(sv: "Varför regioner inte har svarat", en: "Why regions have not answered")),
            "refusals": .list(refusals(ordered)),
            "elapsed": .text(
                language(sv: "Svaret tog ", en: "The answer took ")
                    + PageNumber.decimal(answer.elapsedMilliseconds, decimals: 0, language) + " ms."),
            "release": .text(
                (release.isEmpty ? "" : language(sv: "Datautgåvor: ", en: "Data releases: ") + release + ".")
                    + (answer.annotation.map { " " + language(sv: "Annotationer: ", en: "Annotations: ") + $0 + "." } ?? "")),
        ]
    }

    /// The releases, each with the regions that answered from it: `batch 1 of 2026-11-21 (01, 24)`.
    private var releases: String {
        var grouped: [(release: String, regions: [String])] = []
        var (region, words) = ("", [Substring]())
        func finish() {
            guard !region.isEmpty else { return }
            let release = words.joined(separator: " ")
            if let place = grouped.firstIndex(where: { $0.release == release }) {
                grouped[place].regions.append(region)
            } else {
                grouped.append((release, [region]))
            }
        }
        // Written as `01:batch 1 of 2026-11-21 24:batch 2 of …`.
        for word in (answer.dataRelease ?? "").split(separator: " ") {
            if let colon = word.firstIndex(of: ":"), RegionCode(word[..<colon]) != nil {
                finish()
                (region, words) = (String(word[..<colon]), [word[word.index(after: colon)...]])
            } else {
                words.append(word)
            }
        }
        finish()
        return grouped.map { "\($0.release) (\($0.regions.joined(separator: ", ")))" }.joined(separator: "; ")
    }

    /// The same reasons are said once, with the regions that give them. A reference that is each region's own policy stands for none.
    private func refusals(_ ordered: [(key: RegionCode, value: Decision)]) -> [PageValue] {
        let reports = reporting?.addresses(answer, decisions) ?? [:]
        var grouped: [(texts: [String], references: [Set<String>], regions: [RegionCode])] = []
        for (region, decision) in ordered where decision.isRefused {
            let texts = decision.reasonsAgainst.map { $0.text.text(language) }
            let references = decision.reasonsAgainst.map(\.reference)
            if let place = grouped.firstIndex(where: { $0.texts == texts }) {
                grouped[place].regions.append(region)
                for (index, reference) in references.enumerated() { grouped[place].references[index].insert(reference) }
            } else {
                grouped.append((texts, references.map { [$0] }, [region]))
            }
        }
        return grouped.map { group in
            let reasons = zip(group.texts, group.references).map { text, references in
                references.count == 1 ? "\(text) (\(references.first ?? ""))" : text
            }
            return [
                "regions": .text(group.regions.map(RegionRows.name).joined(separator: ", ")),
                "reasons": .list(reasons.map(PageValue.text)), "obstacles": .list(obstacles(group.regions, reports)),
            ]
        }
    }

    /// One for the law, or one for each region whose own policy it is.
    private func obstacles(_ regions: [RegionCode], _ reports: [RegionCode: SiteURL]) -> [PageValue] {
        let addresses = regions.compactMap { region in reports[region].map { (region, $0) } }
        let isOne = Set(addresses.map(\.1)).count == 1
        return (isOne ? Array(addresses.prefix(1)) : addresses).map { region, address in
            let text = RefusalReporting.text(language)
            return ["address": .text(address.path), "text": .text(isOne ? text : text + ": " + RegionRows.name(region))]
        }
    }
}
