internal import ClinicalModel
internal import GenomeModel
internal import Operations
internal import ReportModel
internal import StructuredText

/// The numbers of a drawing of the genome: by chromosome, and how much of each gene that a finding names was looked at.
struct SurveyTables {
    let survey: [SurveyedCallSet]
    let rows: SurveyRows
    let findings: [Finding]
    let genes: GeneLoci
    let assembly: Assembly
    let language: Language

    var tables: [ChartTable] { survey.isEmpty ? [] : [chromosomes] + [geneTable].compactMap { $0 } }

    private var chromosomes: ChartTable {
        let columns = self.columns
        let total = columns.map { column in PageNumber.whole(Contig.all.reduce(0) { $0 + column.value($1) }, language) }
        return ChartTable(
            caption: language(sv: "Undersökt och anropat, per kromosom", en: "Examined and called, by chromosome"),
            columns: [language(sv: "Kromosom", en: "Chromosome")] + columns.map(\.title),
            rows: [[language(sv: "Alla", en: "All")] + total]
                + Contig.all.map { contig in
                    [contig.name] + columns.map { PageNumber.whole($0.value(contig), language) }
                })
    }

    private var columns: [(title: String, value: (Contig) -> Int)] {
        var columns: [(title: String, value: (Contig) -> Int)] = rows.coverages.map { coverage in
            (
                language(sv: "Baser undersökta, ", en: "Bases examined, ") + coverage.title,
                { coverage.targets.length(on: $0, of: assembly) }
            )
        }
        for callSet in survey {
            let name = callSet.record.name
            if let variants = callSet.variants.content {
                columns.append(
                    (language(sv: "Små varianter, ", en: "Small variants, ") + name, { variants.byContig[$0] ?? 0 }))
            }
            if let events = callSet.events.content.map(CalledEvents.init) {
                for kind in CalledEvents.Kind.allCases {
                    columns.append(("\(title(kind)), \(name)", { events.count(kind, on: $0) }))
                }
            }
        }
        return columns
    }

    private func title(_ kind: CalledEvents.Kind) -> String {
        switch kind {
        case .loss: language(sv: "Förluster", en: "Losses")
        case .gain: language(sv: "Vinster", en: "Gains")
        case .joint: language(sv: "Omlagringar", en: "Rearrangements")
        case .other: language(sv: "Övriga strukturella", en: "Other structural")
        }
    }

    /// Of the exons where they are known, else of the whole gene; both lie on GRCh38.
    private var geneTable: ChartTable? {
        guard assembly == .grch38 else { return nil }
        let named = findings.filter { $0.assembly == assembly }.flatMap(\.content.geneSymbols)
        let rows = Set(named).sorted().compactMap { symbol -> [String]? in
            guard let gene = genes.gene(symbol) else { return nil }
            let exons = genes.exons(of: gene.symbol)
            let parts = TargetRegions(merging: exons.isEmpty ? [gene.interval] : exons)
            guard let bases = parts.length, bases > 0 else { return nil }
            let basis = exons.isEmpty ? language(sv: "hela genen", en: "the whole gene") : language(sv: "exoner", en: "exons")
            return [symbol, basis, PageNumber.whole(bases, language)] + self.rows.coverages.map { share(parts, $0, of: bases) }
        }
        guard !rows.isEmpty else { return nil }
        return ChartTable(
            caption: language(sv: "Fyndens gener: undersökta baser", en: "Genes of the findings: bases examined"),
            columns: [
                language(sv: "Gen", en: "Gene"), language(sv: "Räknat på", en: "Counted over"),
                language(sv: "Baser", en: "Bases"),
            ] + self.rows.coverages.map(\.title),
            rows: rows)
    }

    private func share(_ parts: TargetRegions, _ coverage: SurveyRows.Coverage, of bases: Int) -> String {
        let covered = parts.intervals.reduce(0) { $0 + coverage.targets.length(within: $1) }
        return PageNumber.whole(covered, language) + " (" + PageNumber.percent(Double(covered) / Double(bases), language) + ")"
    }
}
