/// The ways to write a variant down, and which of them a text is in.
///
/// | notation | form | coordinates |
/// |---|---|---|
/// | VCF-like | `17-43093464-G-A`, `chr17:43093464:G:A`, `17:43093464 G>A` | 1-based |
/// | SPDI | `NC_000017.11:43093463:G:A` | 0-based, interbase |
/// | HGVS | `NC_000017.11:g.43093464G>A`, `chr17:g.43093464G>A`, `NC_012920.1:m.3243A>G` | 1-based |
/// | VariantKey | `0807728e88e80000`, 16 hexadecimal digits | – |
///
/// Four parts with colons are SPDI when the first is an accession, VCF-like when it is a plain contig name.
public enum VariantNotation {
    /// The variant that `text` describes, normalised as the index keeps it: trimmed, and left-aligned with a `reference`.
    ///
    /// With a `reference` the deleted bases are checked against it; what cannot be written as VCF without one (deletion,
    /// duplication and inversion by position, SPDI with an empty allele) needs it. Throws, with what is wrong and the
    /// remedy, where the text is no variant of `assembly`: an accession of the other assembly is never converted.
    public static func parse(
        _ text: some StringProtocol, assembly: Assembly, reference: ReferenceSequence? = nil
    ) throws(VariantNotationError) -> Variant {
        let scanner = NotationScanner(text)
        let text = scanner.remainder
        if text.hasPrefix("ga4gh:") || text.hasPrefix("VA.") { throw VariantNotationError(.digest) }
        let context = NotationContext(assembly: assembly, reference: reference)
        if text.utf8.count == 16, text.utf8.allSatisfy({ VariantKey.hexadecimal($0) != nil }) {
            return try parseKey(text, context)
        }
        if let colon = text.firstIndex(of: ":") {
            let name = text[..<colon]
            let rest = text[text.index(after: colon)...]
            if let kind = rest.first, kind.isLetter, rest.dropFirst().first == "." {
                guard kind == "g" || kind == "m" else { throw VariantNotationError(.notGenomic) }
                return try HGVSNotation.parse(isMitochondrial: kind == "m", rest.dropFirst(2), on: context.contig(name), context)
            }
            if name.uppercased().hasPrefix("NC_") {
                // Whether an accession with fewer parts counts from 0 or from 1 cannot be told.
                let colons = rest.utf8.filter { $0 == UInt8(ascii: ":") }.count
                guard colons == 2 else { throw VariantNotationError(.unrecognised) }
                return try SPDINotation.parse(rest, on: context.contig(name), context)
            }
        }
        return try parseVCF(scanner, context)
    }

    private static func parseKey(_ text: String, _ context: NotationContext) throws(VariantNotationError) -> Variant {
        guard let key = VariantKey(hexadecimal: text) else { throw VariantNotationError(.notAKey) }
        guard key.isReversible else { throw VariantNotationError(.hashedKey) }
        guard let variant = Variant(key) else { throw VariantNotationError(.notAKey) }
        return try context.variant(
            variant.contig, Int(variant.position.value), variant.reference, variant.alternate)
    }

    /// Contig, position, REF and ALT with a colon, a dash, a space or `>` between them, or nothing before REF.
    private static func parseVCF(
        _ scanner: NotationScanner, _ context: NotationContext
    ) throws(VariantNotationError) -> Variant {
        var scanner = scanner
        let name = scanner.take { !NotationScanner.isSpace($0) && $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: "-") }
        guard scanner.skipSeparator(":-") else { throw VariantNotationError(.unrecognised) }
        let contig = try context.contig(name)
        guard let position = scanner.number(), position > 0 else { throw VariantNotationError(.notAPosition) }
        guard !scanner.isAtEnd else { throw VariantNotationError(.unrecognised) }
        _ = scanner.skipSeparator(":-")
        let first = scanner.letters()
        guard !first.isEmpty, scanner.skipSeparator(":->") else { throw VariantNotationError(.notAnAllele) }
        let second = scanner.letters()
        guard !second.isEmpty, scanner.isAtEnd else { throw VariantNotationError(.notAnAllele) }
        return try context.variant(contig, position, first, second)
    }
}
