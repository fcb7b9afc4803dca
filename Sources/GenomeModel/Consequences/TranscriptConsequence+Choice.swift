extension TranscriptConsequence {
    /// Which of a variant's consequences to show where there is room for one; nil where there are none.
    ///
    /// 1. One in which the variant lies, before those that it only lies near (`ConsequenceTerm.isOutsideTranscript`): a
    ///    neighbour's MANE transcript never hides the gene that is hit.
    /// 2. MANE Select, then MANE Plus Clinical, then canonical, then the others.
    /// 3. The most severe term (Ensembl's ranking; what is not ranked comes last), then the higher impact.
    /// 4. Protein-coding before others; then by the transcript's identifier, so that the file's order decides nothing.
    public static func shown(among consequences: [TranscriptConsequence]) -> TranscriptConsequence? {
        consequences.min { precedes($0, $1) }
    }

    private static func precedes(_ left: TranscriptConsequence, _ right: TranscriptConsequence) -> Bool {
        let (first, second) = (left.order, right.order)
        for place in first.indices where first[place] != second[place] { return first[place] < second[place] }
        if left.feature.identifier != right.feature.identifier { return left.feature.identifier < right.feature.identifier }
        return (left.hgvsCoding, left.hgvsProtein) < (right.hgvsCoding, right.hgvsProtein)
    }

    /// Smaller comes first.
    private var order: [Int] {
        let marks = feature.marks
        let mark = marks.contains(.maneSelect) ? 0 : marks.contains(.manePlusClinical) ? 1 : marks.contains(.canonical) ? 2 : 3
        return [
            terms.allSatisfy(\.isOutsideTranscript) ? 1 : 0, mark, severity ?? ConsequenceTerm.ranking.count,
            -Int(impact.rawValue), feature.biotype == "protein_coding" ? 0 : 1,
        ]
    }
}
