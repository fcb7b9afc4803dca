internal import GenomeModel

/// One stored consequence: a head byte, then varints and texts.
///
/// Bits 0–1 of the head: impact less one; 2: an exon follows; 3: an intron; 4: a coding text; 5: a protein text; 6 and 7:
/// its accession is not the feature's usual one, and comes before it. Then feature, terms, exon, intron, and each text as its
/// length and bytes.
enum ConsequenceHead {
    static let exon: UInt8 = 0x04
    static let intron: UInt8 = 0x08
    static let coding: UInt8 = 0x10
    static let protein: UInt8 = 0x20
    static let codingAccession: UInt8 = 0x40
    static let proteinAccession: UInt8 = 0x80
}

/// A consequence as it is read from a proved block: numbers of the file's dictionary, texts in its memory.
struct StoredConsequence {
    var feature: UInt32
    var terms: UInt32
    var exon: UInt32 = 0
    var intron: UInt32 = 0
    /// Nil for the feature's usual one.
    var codingAccession: UInt32?
    var proteinAccession: UInt32?
    var coding = UnsafeRawBufferPointer(start: nil, count: 0)
    var protein = UnsafeRawBufferPointer(start: nil, count: 0)
    var impact: ConsequenceImpact
}

extension TrustedCursor {
    @inline(__always)
    mutating func consequence() -> StoredConsequence {
        let head = byte()
        // Two bits, so always one of the four.
        let impact = ConsequenceImpact(rawValue: head & 3 + 1) ?? .modifier
        var found = StoredConsequence(feature: varint(), terms: varint(), impact: impact)
        if head & ConsequenceHead.exon != 0 { found.exon = varint() }
        if head & ConsequenceHead.intron != 0 { found.intron = varint() }
        if head & ConsequenceHead.coding != 0 {
            if head & ConsequenceHead.codingAccession != 0 { found.codingAccession = varint() }
            found.coding = text()
        }
        if head & ConsequenceHead.protein != 0 {
            if head & ConsequenceHead.proteinAccession != 0 { found.proteinAccession = varint() }
            found.protein = text()
        }
        return found
    }

    @inline(__always)
    private mutating func text() -> UnsafeRawBufferPointer {
        let count = Int(varint())
        defer { place += count }
        return UnsafeRawBufferPointer(start: place, count: count)
    }
}

/// Proves a block of an annotation file, so that everything after can read without checks.
enum AnnotationBlockValidation {
    /// Consequences in a sound block; throws what is wrong with another. Cost: a pass, once for each block and opened file.
    static func check(
        _ bytes: UnsafeRawBufferPointer, strings: UInt32, features: UInt32
    ) throws(StorageError.Damage) -> Int {
        let frame = try BlockFrame(checking: bytes)
        var order = KeyOrder()
        var cursor = CheckedCursor(bytes: bytes, place: frame.payload.lowerBound, end: 0)
        var total = 0
        for row in 0..<frame.rows {
            cursor.end = try frame.end(row, from: cursor.place)
            try order.check(frame.key(row), &cursor)
            let count = try cursor.varint()
            guard count > 0 else { throw .blockStructure }
            for _ in 0..<count {
                let head = try cursor.byte()
                guard try cursor.varint() < features else { throw .blockStructure }
                let terms = try cursor.varint()
                guard terms > 0, terms < strings else { throw .blockStructure }
                for mark in [ConsequenceHead.exon, ConsequenceHead.intron] where head & mark != 0 {
                    let number = try cursor.varint()
                    guard number > 0, number < strings else { throw .blockStructure }
                }
                try text(head, ConsequenceHead.coding, ConsequenceHead.codingAccession, strings, &cursor)
                try text(head, ConsequenceHead.protein, ConsequenceHead.proteinAccession, strings, &cursor)
            }
            guard cursor.place == cursor.end else { throw .blockStructure }
            total += Int(count)
        }
        guard cursor.place == frame.payload.upperBound else { throw .blockStructure }
        return total
    }

    @inline(__always)
    private static func text(
        _ head: UInt8, _ mark: UInt8, _ accessionMark: UInt8, _ strings: UInt32, _ cursor: inout CheckedCursor
    ) throws(StorageError.Damage) {
        guard head & mark != 0 else {
            guard head & accessionMark == 0 else { throw .blockStructure }
            return
        }
        if head & accessionMark != 0 {
            guard try cursor.varint() < strings else { throw .blockStructure }
        }
        let count = Int(try cursor.varint())
        guard count > 0 else { throw .blockStructure }
        try cursor.skip(count)
    }
}
