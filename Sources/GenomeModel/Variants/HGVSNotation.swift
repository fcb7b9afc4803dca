/// HGVS in genomic coordinates (varnomen.hgvs.org, 21.1): substitution, deletion, duplication, insertion, inversion and
/// deletion-insertion on a chromosome (`g.`) or on MT (`m.`). 1-based, both ends included.
enum HGVSNotation {
    /// `rest` is what follows `g.` or `m.`.
    static func parse(
        isMitochondrial: Bool, _ rest: Substring, on contig: Contig, _ context: NotationContext
    ) throws(VariantNotationError) -> Variant {
        guard !isMitochondrial || contig == .mt else { throw VariantNotationError(.notMitochondrial) }
        var scanner = NotationScanner(rest)
        guard let next = scanner.next, NotationScanner.isDigit(next) else { throw VariantNotationError(.unsupportedChange) }
        guard let first = scanner.number(), first > 0 else { throw VariantNotationError(.notAPosition) }
        var last = first
        if scanner.skip("_") {
            guard let next = scanner.next, NotationScanner.isDigit(next) else {
                throw VariantNotationError(.unsupportedChange)
            }
            guard let number = scanner.number() else { throw VariantNotationError(.notAPosition) }
            guard first < number else { throw VariantNotationError(.badRange) }
            last = number
        }
        try context.checkEnd(contig, last)
        let place = Place(contig: contig, first: first, last: last, context: context)
        if scanner.skip("delins") { return try place.replaced(stated: "", by: inserted(&scanner)) }
        if scanner.skip("del") { return try deletion(&scanner, place) }
        if scanner.skip("dup") { return try duplication(&scanner, place) }
        if scanner.skip("inv") { return try inversion(scanner, place) }
        if scanner.skip("ins") { return try insertion(&scanner, place) }
        return try substitution(&scanner, place)
    }

    private struct Place {
        let contig: Contig
        let first: Int
        let last: Int
        let context: NotationContext

        /// The bases of the range: as stated if they are, else from the reference.
        func deleted(stated: String) throws(VariantNotationError) -> [UInt8] {
            guard !stated.isEmpty else { return try context.referenceBases(contig, from: first - 1, to: last) }
            let bases = try NotationContext.bases(stated)
            guard bases.count == last - first + 1 else { throw VariantNotationError(.lengthDiffers) }
            return bases
        }

        func replaced(stated: String, by inserted: [UInt8]) throws(VariantNotationError) -> Variant {
            try context.variant(contig, start: first - 1, deleted: deleted(stated: stated), inserted: inserted)
        }
    }

    private static func deletion(_ scanner: inout NotationScanner, _ place: Place) throws(VariantNotationError) -> Variant {
        // Letters run into the next word, and `ins` is made of letters too: only upper-case ones are bases here.
        let stated = scanner.take { (65...90).contains($0) }
        if scanner.skip("ins") { return try place.replaced(stated: stated, by: inserted(&scanner)) }
        if stated.isEmpty, let count = scanner.number(), count != place.last - place.first + 1 {
            throw VariantNotationError(.lengthDiffers)
        }
        guard scanner.isAtEnd else { throw VariantNotationError(.unsupportedChange) }
        return try place.replaced(stated: stated, by: [])
    }

    private static func duplication(
        _ scanner: inout NotationScanner, _ place: Place
    ) throws(VariantNotationError) -> Variant {
        let stated = scanner.letters()
        guard scanner.isAtEnd else { throw VariantNotationError(.unsupportedChange) }
        let unit = try place.deleted(stated: stated)
        return try place.context.variant(place.contig, start: place.first - 1, deleted: unit, inserted: unit + unit)
    }

    private static func inversion(_ scanner: NotationScanner, _ place: Place) throws(VariantNotationError) -> Variant {
        guard scanner.isAtEnd, place.first < place.last else { throw VariantNotationError(.unsupportedChange) }
        let bases = try place.deleted(stated: "")
        return try place.context.variant(
            place.contig, start: place.first - 1, deleted: bases, inserted: bases.reverseComplement)
    }

    private static func insertion(_ scanner: inout NotationScanner, _ place: Place) throws(VariantNotationError) -> Variant {
        guard place.last == place.first + 1 else { throw VariantNotationError(.badRange) }
        return try place.context.variant(place.contig, start: place.first, deleted: [], inserted: inserted(&scanner))
    }

    private static func substitution(
        _ scanner: inout NotationScanner, _ place: Place
    ) throws(VariantNotationError) -> Variant {
        if scanner.skip("=") { throw VariantNotationError(.noChange) }
        let first = scanner.letters()
        if scanner.skip("="), scanner.isAtEnd { throw VariantNotationError(.noChange) }
        guard scanner.skip(">") else { throw VariantNotationError(.unsupportedChange) }
        let second = scanner.letters()
        guard scanner.isAtEnd else { throw VariantNotationError(.unsupportedChange) }
        let (deleted, inserted) = (try NotationContext.bases(first), try NotationContext.bases(second))
        guard !deleted.isEmpty, !inserted.isEmpty else { throw VariantNotationError(.notAnAllele) }
        guard deleted.count == place.last - place.first + 1 else { throw VariantNotationError(.lengthDiffers) }
        return try place.context.variant(place.contig, start: place.first - 1, deleted: deleted, inserted: inserted)
    }

    /// The inserted bases that end the expression.
    private static func inserted(_ scanner: inout NotationScanner) throws(VariantNotationError) -> [UInt8] {
        let text = scanner.letters()
        guard !text.isEmpty, scanner.isAtEnd else { throw VariantNotationError(.unsupportedChange) }
        return try NotationContext.bases(text)
    }
}
