internal import ClinicalModel
internal import GenomeModel
internal import Operations
internal import StructuredText

/// What analyses of one assembly looked at and called, as rows beneath a drawing of the genome.
struct SurveyRows {
    /// Analyses that looked at the same.
    struct Coverage {
        let title: String
        let targets: TargetRegions
        let columns: GenomeColumns
    }

    let survey: [SurveyedCallSet]
    let language: Language
    let coverages: [Coverage]

    init(survey: [SurveyedCallSet], language: Language) {
        self.survey = survey
        self.language = language
        var groups: [(assay: String, targets: TargetRegions, columns: GenomeColumns, names: [String])] = []
        for callSet in survey {
            let (assay, name) = (callSet.record.assay, callSet.record.name)
            if let known = groups.firstIndex(where: { $0.assay == assay && $0.targets == callSet.targets }) {
                groups[known].names.append(name)
            } else {
                groups.append((assay, callSet.targets, callSet.columns, [name]))
            }
        }
        coverages = groups.map { group in
            Coverage(
                title: "\(group.assay) (\(group.names.joined(separator: ", ")))", targets: group.targets, columns: group.columns)
        }
    }

    var profiles: [GenomeView.Profile] {
        coverages.map { coverage in
            GenomeView.Profile(
                title: language(sv: "Undersökt: ", en: "Examined: ") + coverage.title, scale: .shares,
                values: coverage.columns.shares(of: coverage.targets))
        } + survey.compactMap(density)
    }

    private func density(_ callSet: SurveyedCallSet) -> GenomeView.Profile? {
        guard let variants = callSet.variants.content else { return nil }
        let count = PageNumber.whole(variants.count, language)
        return GenomeView.Profile(
            title: language(
                sv: "Små varianter, anropade: \(callSet.record.name) (\(count))",
                en: "Small variants called: \(callSet.record.name) (\(count))"),
            scale: .counts, values: variants.byColumn.map(Double.init))
    }

    private func events(_ callSet: SurveyedCallSet) -> CalledEvents? { callSet.events.content.map(CalledEvents.init) }

    var called: GenomeView.Called {
        var called = GenomeView.Called()
        for callSet in survey {
            if let events = events(callSet) {
                called.stretches += events.stretches
                called.joints += events.joints
            }
            called.fractions += (callSet.variants.content?.fractions ?? []).map {
                (column: $0.column, share: Double($0.fiftieths) / 50)
            }
        }
        return called
    }

    /// What is not in the drawing, and why.
    var notes: [String] {
        survey.flatMap { callSet in
            let name = callSet.record.name
            var notes: [String] = []
            if case .tooMany(let rows) = callSet.variants {
                notes.append(tooMany(language(sv: "Små varianter", en: "Small variants"), name, rows))
            }
            if case .tooMany(let rows) = callSet.events {
                notes.append(tooMany(language(sv: "Strukturella varianter", en: "Structural variants"), name, rows))
            }
            if let variants = callSet.variants.content, variants.fractions == nil {
                notes.append(
                    language(
                        sv: "Allelfraktionerna i \(name) är för många för att ritas.",
                        en: "The allele fractions of \(name) are too many to be drawn."))
            }
            if let undrawn = events(callSet)?.undrawn, undrawn > 0 {
                let number = PageNumber.whole(undrawn, language)
                notes.append(
                    language(
                        sv: "\(number) av de kortaste anropade strukturella varianterna i \(name) står bara i tabellen.",
                        en: "\(number) of the shortest structural variants called in \(name) stand in the table alone."))
            }
            return notes
        }
    }

    private func tooMany(_ what: String, _ name: String, _ rows: Int) -> String {
        let number = PageNumber.whole(rows, language)
        return language(
            sv: "\(what) i \(name) ritas inte: \(number) lagrade skulle behöva läsas, fler än sidan väntar på.",
            en: "\(what) of \(name) are not drawn: \(number) stored ones would have to be read, more than the page waits for.")
    }
}
