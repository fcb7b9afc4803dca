internal import GenomeModel

/// Rows in one message at most.
let bulkRowLimit = 1_000_000

extension BulkWriter {
    /// `u32` rows, `u8` contig of each (1–25), then columns: 1-based position, length of REF, length of ALT; then the letters of
    /// every REF, and of every ALT, each preceded by `u64` how many there are. A single-base variant costs some nine bytes.
    mutating func append(_ variants: [Variant]) {
        append(UInt32(variants.count))
        append(variants.map(\.contig.rawValue))
        append(column: variants.map(\.position.value))
        append(column: variants.map { UInt32($0.reference.utf8.count) })
        append(column: variants.map { UInt32($0.alternate.utf8.count) })
        for letters in [variants.map(\.reference), variants.map(\.alternate)] {
            append(UInt64(letters.reduce(0) { $0 + $1.utf8.count }))
            var joined: [UInt8] = []
            for allele in letters { joined.append(contentsOf: allele.utf8) }
            append(joined)
        }
    }
}

extension BulkReader {
    mutating func variants() throws(PeerMessageError) -> [Variant] {
        let rows = Int(try u32())
        guard rows <= bulkRowLimit else { throw PeerMessageError(.outOfBounds, at: "variants") }
        let contigs = try bytes(rows)
        let positions = try column(rows)
        let references = try alleles(lengths: try column(rows), then: try column(rows))
        var variants: [Variant] = []
        variants.reserveCapacity(rows)
        for row in 0..<rows {
            guard let contig = Contig(rawValue: contigs[row]), let position = Position(positions[row]),
                let variant = Variant(
                    contig: contig, position: position, reference: references.first[row], alternate: references.second[row])
            else { throw PeerMessageError(.outOfBounds, at: "variants") }
            variants.append(variant)
        }
        return variants
    }

    /// Both lists of alleles, whose lengths come before the letters of either.
    private mutating func alleles(
        lengths first: [UInt32], then second: [UInt32]
    ) throws(PeerMessageError) -> (first: [String], second: [String]) {
        (try alleles(first), try alleles(second))
    }

    private mutating func alleles(_ lengths: [UInt32]) throws(PeerMessageError) -> [String] {
        let letters = try bytes(try length())
        guard lengths.reduce(0, { $0 + Int($1) }) == letters.count else {
            throw PeerMessageError(.inconsistent, at: "alleles")
        }
        var alleles: [String] = []
        alleles.reserveCapacity(lengths.count)
        var place = 0
        for length in lengths {
            alleles.append(String(decoding: letters[place..<place + Int(length)], as: UTF8.self))
            place += Int(length)
        }
        return alleles
    }
}
