/// SPDI (Holmes et al. 2019, doi:10.1093/bioinformatics/btz856): sequence, 0-based interbase position, deleted bases or
/// their number, inserted bases; either may be empty.
enum SPDINotation {
    /// `rest` is what follows the sequence and its colon.
    static func parse(
        _ rest: Substring, on contig: Contig, _ context: NotationContext
    ) throws(VariantNotationError) -> Variant {
        let fields = rest.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
        guard fields.count == 3 else { throw VariantNotationError(.unrecognised) }
        guard let start = whole(fields[0]) else { throw VariantNotationError(.notAPosition) }
        try context.checkEnd(contig, start)
        let inserted = try NotationContext.bases(fields[2])
        let deleted: [UInt8]
        if let count = whole(fields[1]) {
            guard count <= context.assembly.length(of: contig) else { throw VariantNotationError(.pastEnd) }
            deleted = count == 0 ? [] : try context.referenceBases(contig, from: start, to: start + count)
        } else {
            deleted = try NotationContext.bases(fields[1])
        }
        return try context.variant(contig, start: start, deleted: deleted, inserted: inserted)
    }

    private static func whole(_ text: Substring) -> Int? {
        guard !text.isEmpty, text.utf8.allSatisfy(NotationScanner.isDigit) else { return nil }
        return Int(text)
    }
}
