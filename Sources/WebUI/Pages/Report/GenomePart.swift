internal import ClinicalModel
internal import GenomeModel
internal import Operations
internal import ReportModel
internal import StructuredText

/// One person's findings along the genome with what the analyses could have seen and called, for the template `parts/genome`: a drawing for
/// each assembly, and its numbers as tables.
struct GenomePart {
    /// Unique on the page.
    let identifier: String
    let title: String
    let findings: [Finding]
    let survey: [SurveyedCallSet]
    /// Analyses that could not be gone through: their data is not to be used, or not yet in the index.
    var undrawn: [CallSetRecord] = []
    let genes: GeneLoci
    /// Whether the findings are listed: elsewhere on the page they may be already.
    var listsFindings = true
    let language: Language

    var values: [PageValue] {
        let assemblies = Set(findings.compactMap(\.assembly) + survey.map(\.record.assembly))
        return Assembly.allCases.filter(assemblies.contains).compactMap { value($0, isAlone: assemblies.count == 1) }
    }

    /// Nil where nothing has a place in the drawing.
    private func value(_ assembly: Assembly, isAlone: Bool) -> PageValue? {
        let survey = survey.filter { $0.record.assembly == assembly }
        let rows = SurveyRows(survey: survey, language: language)
        let view = GenomeView(findings, of: assembly, called: rows.called, profiles: rows.profiles, language)
        guard !view.isEmpty else { return nil }
        let title = isAlone ? title : "\(title), \(assembly.rawValue)"
        let identifier = "\(identifier)-\(assembly.rawValue)"
        let chart = view.chart(
            identifier, title: title, description: caption(view), columns: columns,
            kinds: (
                language(sv: "liten variant", en: "small variant"), language(sv: "kopietal", en: "copy number"),
                language(sv: "strukturell variant", en: "structural variant")
            ))
        let tables =
            (listsFindings && !chart.table.rows.isEmpty ? [(chart.table, false)] : [])
            + SurveyTables(survey: survey, rows: rows, findings: findings, genes: genes, assembly: assembly, language: language)
            .tables.map { ($0, true) }
        return [
            "identifier": .text(identifier), "title": .text(title), "chart": .markup(chart.drawing.markup),
            "caption": .text(caption(view)), "notes": .list((rows.notes + undrawnNotes(assembly)).map(PageValue.text)),
            "hasTables": .flag(!tables.isEmpty),
            "tablesText": .text(language(sv: "Som tabeller", en: "As tables")),
            "tables": .list(tables.map { $0.content.with(["isNumeric": .flag($1)]) }),
        ]
    }

    private func undrawnNotes(_ assembly: Assembly) -> [String] {
        undrawn.filter { $0.assembly == assembly }.map { record in
            language(
                sv: "\(record.name) ritas inte: uppgifterna får inte användas här, är ersatta eller finns inte i indexet.",
                en: "\(record.name) is not drawn: its data may not be used here, has been replaced or is not in the index.")
        }
    }

    private var columns: [String] {
        [
            language(sv: "Plats", en: "Place"), language(sv: "Slag", en: "Kind"), language(sv: "Fynd", en: "Finding"),
        ]
    }

    /// Only what the drawing shows is explained.
    private func caption(_ view: GenomeView) -> String {
        var sentences: [String] = []
        if !view.variants.isEmpty {
            sentences.append(
                language(
                    sv: "Cirklar är fynd av små varianter, så högt som andelen läsningar.",
                    en: "Circles are findings of small variants, as high as their share of reads."))
        }
        if !view.stretches.isEmpty {
            sentences.append(
                language(
                    sv: "Breda staplar är fynd av ändrat kopietal: vinster ovanför kromosomerna, förluster under.",
                    en: "Broad bars are findings of changed copy number: gains above the chromosomes, losses below."))
        }
        if !view.joints.isEmpty {
            sentences.append(
                language(
                    sv: "Bågar är fynd av fusioner och andra omlagringar.",
                    en: "Arcs are findings of fusions and other rearrangements."))
        }
        if !view.called.stretches.isEmpty || !view.called.joints.isEmpty {
            sentences.append(
                language(
                    sv: "Smala staplar och streckade bågar är anropade av analysen; de är inte bedömda.",
                    en: "Thin bars and broken arcs were called by the analysis; nobody has judged them."))
        }
        if !view.called.fractions.isEmpty {
            sentences.append(
                language(
                    sv: "Små punkter är alla anropade varianter i tumören.",
                    en: "Small points are all variants called in the tumour."))
        }
        guard !view.profiles.isEmpty else { return sentences.joined(separator: " ") }
        let column = PageNumber.decimal(Double(view.line.length) / Double(GenomeView.columns) / 1e6, decimals: 1, language)
        sentences.append(
            language(
                sv:
                    "Under dem: hur stor del av baserna som undersöktes, i kolumner om \(column) miljoner baser, på logaritmisk skala.",
                en: "Below: the share of bases that were examined, in columns of \(column) million bases, on a logarithmic scale."
            ))
        if view.profiles.contains(where: { $0.scale == .counts }) {
            sentences.append(
                language(sv: "Sist antalet anropade små varianter.", en: "Last the number of small variants called."))
        }
        return sentences.joined(separator: " ")
    }
}
