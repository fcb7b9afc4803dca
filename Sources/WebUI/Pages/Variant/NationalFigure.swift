internal import Questions
internal import StructuredText

/// The figure of the whole answer: how many, how often and how certain, or that there is none.
struct NationalFigure {
    let answer: Answer
    let language: Language

    var content: PageValue {
        let answered = answer.regions.count { $0.state == .answered }
        let scope = language(
            sv: "Summan av de \(answered) av \(answer.regions.count) regioner som har svarat med ett antal.",
            en: "The sum of the \(answered) of \(answer.regions.count) regions that answered with a number.")
        let missing = FigureText.missing(answer, language)
        guard let figures = answer.frequency else {
            return [
                "isEmpty": true,
                "headline": .text(language(sv: "Inget antal", en: "No number")),
                "sentence": .text(
                    language(
                        sv: "Ingen region har svarat med ett antal. Varför står vid varje region.",
                        en: "No region has answered with a number. Why stands beside each region.")),
                "missing": .text(missing),
            ]
        }
        let facts: [(String, String)] = [
            (
                language(sv: "Allelfrekvens", en: "Allele frequency"),
                figures.alleleFrequency.map { PageNumber.frequency($0, language) } ?? "–"
            ),
            (language(sv: "95 % konfidensintervall", en: "95% confidence interval"), FigureText.interval(figures, language)),
            (
                "AC / AN",
                PageNumber.whole(figures.alleleCount, language) + " / " + PageNumber.whole(figures.alleleNumber, language)
            ),
            (language(sv: "Heterozygota", en: "Heterozygous"), PageNumber.whole(figures.heterozygous, language)),
            (language(sv: "Homozygota", en: "Homozygous"), PageNumber.whole(figures.homozygous, language)),
            (language(sv: "Hemizygota", en: "Hemizygous"), PageNumber.whole(figures.hemizygous, language)),
        ]
        let notCovered = figures.people - figures.covered
        return [
            "isEmpty": false,
            "headline": .text(FigureText.carriers(figures, language)),
            "sentence": .text(
                figures.carriers == 0
                    ? language(
                        sv: "Inte sedd hos någon som kunde ha visat den.", en: "Not seen in anybody who could have shown it.")
                    : language(
                        sv: "Så många bär varianten, av dem som kunde ha visat den.",
                        en: "So many carry the variant, of those who could have shown it.")),
            "facts": .list(facts.map { ["name": .text($0.0), "value": .text($0.1)] }),
            "coverage": .text(
                language(
                    sv:
                        "Den kunde ha setts hos \(PageNumber.whole(figures.covered, language)) av \(PageNumber.whole(figures.people, language)) personer; hos \(PageNumber.whole(notCovered, language)) har platsen inte undersökts.",
                    en:
                        "It could have been seen in \(PageNumber.whole(figures.covered, language)) of \(PageNumber.whole(figures.people, language)) people; in \(PageNumber.whole(notCovered, language)) the place has not been looked at."
                )),
            "scope": .text(scope),
            "missing": .text(missing.isEmpty ? "" : language(sv: "Övriga: ", en: "The others: ") + missing + "."),
        ]
    }
}
