internal import GenomeModel
internal import Questions
internal import StructuredText

extension VariantView {
    var names: [PageValue] {
        var names: [(String, String)] = [
            ("SPDI", model.variant.spdi(model.assembly)), ("VariantKey", model.variant.key.description),
        ]
        if let hgvs = try? model.variant.hgvs(model.assembly, reference: nil) { names.insert(("HGVS", hgvs), at: 0) }
        return names.map { ["name": .text($0.0), "value": .text($0.1)] }
    }

    var legend: [PageValue] {
        let states = Set(model.answer.regions.map(\.state))
        return RegionState.allCases.filter { $0 != .answered && states.contains($0) }.map { state in
            [
                "key": .text(state.rawValue),
                "text": .text(RegionRows.state(state).text(language) + ": " + state.sentence.text(language)),
            ]
        }
    }

    var cost: String {
        model.questions == 1
            ? language(sv: "Sidan ställde 1 fråga till varje region.", en: "The page asked every region 1 question.")
            : language(
                sv: "Sidan ställde \(model.questions) frågor till varje region.",
                en: "The page asked every region \(model.questions) questions.")
    }

    var regionWords: PageValue { RegionTableWords.content(language) }

    var words: PageValue {
        [
            "national": .text(language(sv: "I landet", en: "Nationally")),
            "byRegion": .text(language(sv: "I regionerna", en: "By region")),
            "more": .text(language(sv: "Dela upp", en: "Break down")),
            "moreLead": .text(
                language(
                    sv: "Varje uppdelning är nya frågor till regionerna, och står i deras loggar. Därför visas de en i taget.",
                    en:
                        "Each breakdown is new questions to the regions, and stands in their ledgers. So they are shown one at a time."
                )),
            "links": .text(language(sv: "Vad andra vet", en: "What others know")),
            "linksLead": .text(
                language(
                    sv: "Länkarna går utanför plattformen. Den som driver sidan ser vilken variant du slår upp.",
                    en: "The links lead outside the platform. Whoever runs the page sees which variant you look up.")),
            "names": .text(language(sv: "Andra skrivsätt", en: "Other notations")),
            "genes": .text(language(sv: "Gen", en: "Gene")),
            "group": .text(language(sv: "Grupp", en: "Group")), "carriers": .text(language(sv: "Bärare", en: "Carriers")),
            "covered": .text(language(sv: "Kunde ha setts hos", en: "Could have been seen in")),
            "frequency": .text(language(sv: "Allelfrekvens", en: "Allele frequency")),
            "interval": .text(language(sv: "95 % konfidensintervall", en: "95% confidence interval")),
            "answered": .text(language(sv: "Regioner som svarat", en: "Regions that answered")),
            "missing": .text(language(sv: "Övriga", en: "The others")), "variant": .text(language(sv: "Variant", en: "Variant")),
            "regions": .text(language(sv: "Regioner", en: "Regions")),
            "method": .text(
                language(
                    sv: "Konfidensintervallet är Wilsons (1927).", en: "The confidence interval is Wilson's (1927).")),
        ]
    }
}

/// The headings of a table with a row for each region.
enum RegionTableWords {
    static func content(_ language: Language) -> PageValue {
        [
            "caption": .text(language(sv: "Varje regions svar", en: "Each region's answer")),
            "region": .text(language(sv: "Region", en: "Region")), "state": .text(language(sv: "Läge", en: "State")),
            "carriers": .text(language(sv: "Bärare", en: "Carriers")),
            "covered": .text(language(sv: "Kunde ha setts hos", en: "Could have been seen in")),
            "alleles": .text("AC / AN"), "frequency": .text(language(sv: "Allelfrekvens", en: "Allele frequency")),
            "interval": .text(language(sv: "95 % KI", en: "95% CI")), "reason": .text(language(sv: "Varför", en: "Why")),
            "ask": .text(language(sv: "Begär mer", en: "Ask for more")),
            "variants": .text(language(sv: "Varianter", en: "Variants")),
        ]
    }
}
