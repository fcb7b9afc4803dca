internal import GenomeModel
internal import Questions
internal import StructuredText

/// What annotations say of a variant: for each version the transcript to show, and the others folded.
struct ConsequenceText {
    let annotations: [VariantAnnotation]
    let language: Language

    /// More are not listed: their number is said.
    private static let most = 40

    /// `p.Cys61Gly, missense_variant`: in a table's cell.
    static func short(_ annotations: [VariantAnnotation]) -> String {
        guard let shown = annotations.compactMap(\.shown).first else { return "" }
        let change = [shown.hgvsProtein, shown.hgvsCoding].compactMap { $0.split(separator: ":").last }.first.map(String.init)
        return [change, shown.terms.first?.rawValue].compactMap { $0 }.joined(separator: ", ")
    }

    var content: PageValue {
        guard !annotations.isEmpty else { return .nothing }
        return [
            "title": .text(language(sv: "Vad varianten gör", en: "What the variant does")),
            "versions": .list(annotations.compactMap(version)),
            "source": .text(
                language(
                    sv: "Efter laboratoriernas egen annotation; MANE Select visas först.",
                    en: "After the laboratories' own annotation; MANE Select is shown first.")),
        ]
    }

    private func version(_ annotation: VariantAnnotation) -> PageValue? {
        guard let shown = annotation.shown else { return nil }
        let others = annotation.consequences.filter { $0 != shown }
        let left = others.count - min(others.count, ConsequenceText.most)
        return [
            "name": .text(annotation.version.description),
            "facts": .list(facts(shown).map { ["name": .text($0.0), "value": .text($0.1)] }),
            "hasOthers": .flag(!others.isEmpty),
            "othersTitle": .text(
                language(sv: "Övriga transkript (\(others.count))", en: "Other transcripts (\(others.count))")),
            "others": .list(others.prefix(ConsequenceText.most).map(row)),
            "left": .text(left > 0 ? language(sv: "och \(left) till", en: "and \(left) more") : ""),
            "gene": .text(language(sv: "Gen", en: "Gene")), "transcript": .text(language(sv: "Transkript", en: "Transcript")),
            "effect": .text(language(sv: "Verkan", en: "Effect")), "change": .text(language(sv: "Ändring", en: "Change")),
        ]
    }

    private func facts(_ shown: TranscriptConsequence) -> [(String, String)] {
        let mark = shown.feature.marks.contains(.maneSelect) ? " (MANE Select)" : ""
        let all = [
            (language(sv: "Gen", en: "Gene"), shown.feature.geneSymbol),
            (language(sv: "Verkan", en: "Effect"), shown.terms.map(\.rawValue).joined(separator: ", ")),
            (language(sv: "Påverkan", en: "Impact"), shown.impact.name),
            (language(sv: "Transkript", en: "Transcript"), shown.transcript + mark),
            ("HGVS c.", shown.hgvsCoding), ("HGVS p.", shown.hgvsProtein), (language(sv: "Exon", en: "Exon"), shown.exon),
            (language(sv: "Intron", en: "Intron"), shown.intron),
        ]
        return all.filter { !$0.1.isEmpty }
    }

    private func row(_ one: TranscriptConsequence) -> PageValue {
        [
            "gene": .text(one.feature.geneSymbol), "transcript": .text(one.transcript),
            "effect": .text(one.terms.map(\.rawValue).joined(separator: ", ")),
            "change": .text([one.hgvsProtein, one.hgvsCoding].first { !$0.isEmpty } ?? ""),
        ]
    }
}
