internal import ClinicalModel
internal import ReportModel
internal import StructuredText

/// What findings mean, and how often they have been seen, in the words of a report.
struct MeaningText {
    let language: Language
    let names: NamedCodes

    /// The class, in a line.
    func headline(_ interpretation: CitedInterpretation) -> Markup {
        switch interpretation.content {
        case .germline(let content):
            let number = content.pathogenicityClass.number
            let words = language(sv: "Klass \(number): ", en: "Class \(number): ") + language(content.pathogenicityClass.name)
            return Markup(escaping: words + ", ") + codes.markup(content.condition)
        case .somatic(let content):
            let words = [
                content.oncogenicity.map { language($0.oncogenicityClass.name) },
                content.highestTier.map { language(sv: "nivå ", en: "tier ") + $0.rawValue },
            ]
            return Markup(escaping: sentence(words.compactMap { $0 }.joined(separator: ", ")))
        }
    }

    private var codes: CodeText { CodeText(names, language) }

    /// The words with a capital at the beginning.
    private func sentence(_ words: String) -> String { words.prefix(1).uppercased() + words.dropFirst() }

    /// What the class rests on, and what it changes, each in a sentence.
    func grounds(_ interpretation: CitedInterpretation) -> [Markup] {
        var lines: [String] = []
        switch interpretation.content {
        case .germline(let content):
            lines.append(content.specification + ": " + content.criteria.map(\.label).joined(separator: ", "))
            if let judgement = content.judgement { lines.append(language(judgement)) }
        case .somatic(let content):
            if let assessment = content.oncogenicity {
                lines.append(
                    assessment.criteria.map(\.criterion.rawValue).joined(separator: ", ")
                        + language(sv: " (\(assessment.points) poäng)", en: " (\(assessment.points) points)"))
            }
            return lines.map(Markup.init(escaping:)) + content.actionability.map(line)
        }
        return lines.map(Markup.init(escaping:))
    }

    private func line(_ action: Actionability) -> Markup {
        let kind =
            switch action.kind {
            case .sensitivity: language(sv: "Känslighet", en: "Sensitivity")
            case .resistance: language(sv: "Resistens", en: "Resistance")
            case .diagnostic: language(sv: "Diagnostiskt", en: "Diagnostic")
            case .prognostic: language(sv: "Prognostiskt", en: "Prognostic")
            }
        let tiers = [
            language(sv: "nivå ", en: "tier ") + action.tier.rawValue, action.escat.map { "ESCAT " + $0.rawValue },
        ].compactMap { $0 }
        let drugs = codes.drugs(action.drugs, action.uncodedDrugs)
        return Markup(escaping: drugs.text.isEmpty ? kind : kind + ": ") + drugs
            + Markup(escaping: " (" + tiers.joined(separator: ", ") + "). " + language(action.statement))
    }

    /// Whose words it is: the version, and who signed it when.
    func signature(_ interpretation: CitedInterpretation) -> String {
        let version = language(
            sv: "Tolkning \(interpretation.identifier), version \(interpretation.version)",
            en: "Interpretation \(interpretation.identifier), version \(interpretation.version)")
        guard interpretation.state == .signed else { return version + ": " + language(interpretation.state.name).lowercased() }
        let people = interpretation.signatures.map { $0.name + " " + DateText.shortDay(DateText.swedishDay($0.time), language) }
        return version + (people.isEmpty ? "" : ", " + people.joined(separator: ", "))
    }

    /// `Sedd hos 3 av 900 undersökta i landet (13 av 21 regioner svarade, 21 nov. 2026)`.
    func counts(_ counts: NationalCounts) -> String {
        let answered = counts.regions.count { $0.state == .answered }
        let day = DateText.shortDay(DateText.swedishDay(counts.asked), language)
        let regions = language(
            sv: "\(answered) av \(counts.regions.count) regioner svarade med antal, \(day)",
            en: "\(answered) of \(counts.regions.count) regions answered with a number, \(day)")
        guard let figures = counts.figures else {
            return language(sv: "Nationellt antal okänt (", en: "National count unknown (") + regions + ")"
        }
        let carriers = PageNumber.whole(figures.carriers, language)
        let covered = PageNumber.whole(figures.covered, language)
        return language(
            sv: "Sedd hos \(carriers) av \(covered) där platsen kunde bedömas (\(regions))",
            en: "Seen in \(carriers) of \(covered) in whom the place could be assessed (\(regions))")
    }

    func method(_ finding: Finding) -> String {
        let method = finding.method
        return [method.name + " " + method.version, method.caller, finding.specimen].compactMap { $0 }.joined(separator: ", ")
    }
}
