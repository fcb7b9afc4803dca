internal import GenomeModel

/// The end of an annotation file. `docs/consequences.md` is the specification; numbers are little-endian, every part begins at
/// a multiple of eight, and the trailer is last, so that a file is written in one pass.
struct AnnotationTrailer: Equatable {
    static let magic: [UInt8] = Array("SAMSYNAN".utf8)
    static let version: UInt32 = 1
    static let length = 120
    /// Blocks whose lists are kept together: what a writer holds in memory grows with it, and so does what a search opens.
    static let blocksPerStretch = 1024
    /// Variants of a stretch are numbered by block, and in it by row.
    static let ordinals = UInt32(blocksPerStretch * SegmentTrailer.blockRows)

    var assembly: Assembly
    var directoryOffset: UInt64 = 0
    var dictionaryOffset: UInt64 = 0
    var sourceOffset: UInt64 = 0
    var blocks: UInt64 = 0
    var variants: UInt64 = 0
    var consequences: UInt64 = 0
    var strings: UInt32 = 0
    var features: UInt32 = 0
    var directoryChecksum: UInt64 = 0
    var dictionaryChecksum: UInt64 = 0
    var sourceChecksum: UInt64 = 0

    var stretches: Int { (Int(blocks) + Self.blocksPerStretch - 1) / Self.blocksPerStretch }

    func encoded() -> [UInt8] {
        var out = GrowingBytes(capacity: Self.length)
        for word in [directoryOffset, dictionaryOffset, sourceOffset, blocks, variants, consequences] { out.append(word) }
        out.append(strings)
        out.append(features)
        for word in [directoryChecksum, dictionaryChecksum, sourceChecksum] { out.append(word) }
        out.append(UInt32(assembly == .grch37 ? 37 : 38))
        out.append(Self.version)
        out.appendZeros(16)
        out.append(Self.magic)
        out.append(Checksum.of(out.bytes))
        return Array(out.bytes)
    }

    /// Reads the trailer at the end of a whole file, and proves that the parts it names lie in it one behind another.
    static func decode(_ file: UnsafeRawBufferPointer, place: String) throws(StorageError) -> AnnotationTrailer {
        let damaged = StorageError(.damaged(.annotationTrailer), place: place)
        guard file.count >= magic.count + length, file.count % 8 == 0 else { throw damaged }
        let bytes = UnsafeRawBufferPointer(rebasing: file[(file.count - length)...])
        func word(_ offset: Int) -> UInt64 {
            UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        }
        func half(_ offset: Int) -> UInt32 {
            UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
        }
        guard bytes[104..<112].elementsEqual(magic), file[0..<8].elementsEqual(magic) else { throw damaged }
        guard half(84) == version else { throw StorageError(.newerFormat(Int(half(84))), place: place) }
        guard Checksum.of(UnsafeRawBufferPointer(rebasing: bytes[..<112])) == word(112) else { throw damaged }
        guard word(88) == 0, word(96) == 0 else { throw StorageError(.damaged(.strayBytes), place: place) }
        guard let assembly: Assembly = half(80) == 37 ? .grch37 : half(80) == 38 ? .grch38 : nil else { throw damaged }
        let trailer = AnnotationTrailer(
            assembly: assembly, directoryOffset: word(0), dictionaryOffset: word(8), sourceOffset: word(16), blocks: word(24),
            variants: word(32), consequences: word(40), strings: half(48), features: half(52), directoryChecksum: word(56),
            dictionaryChecksum: word(64), sourceChecksum: word(72))
        let offsets = [8, trailer.directoryOffset, trailer.dictionaryOffset, trailer.sourceOffset, UInt64(file.count - length)]
        // No file is long enough for such totals; within them, sums do not overflow.
        guard zip(offsets, offsets.dropFirst()).allSatisfy({ $0 <= $1 }), offsets.allSatisfy({ $0 % 8 == 0 }),
            trailer.blocks < 1 << 40, trailer.variants < 1 << 48, trailer.consequences < 1 << 48
        else { throw damaged }
        let directory = trailer.dictionaryOffset - trailer.directoryOffset
        guard directory == 32 * trailer.blocks + 24 * UInt64(trailer.stretches) else { throw damaged }
        return trailer
    }
}

/// Of what a stretch's lists tell, and by what.
enum PostingKind: UInt32, CaseIterable {
    /// By number of the string.
    case geneSymbol = 1
    case geneID = 2
    case term = 3
    /// By raw value.
    case impact = 4
    /// By the low twelve bits of the checksum of the text behind the accession.
    case coding = 5
    case protein = 6

    /// HGVS texts are as many as variants: they share lists, and a search looks at each variant of one.
    static let textBuckets: UInt64 = 1 << 12

    /// Of a text behind its accession; `p.(Val600Glu)` is listed with `p.Val600Glu`.
    static func bucket(_ text: UnsafeRawBufferPointer) -> UInt32 {
        let isPredicted = text.starts(with: "p.(".utf8) && text.last == UInt8(ascii: ")")
        let hash = isPredicted ? Checksum.of(Array("p.".utf8) + text[3..<(text.count - 1)]) : Checksum.of(text)
        return UInt32(truncatingIfNeeded: hash & (textBuckets - 1))
    }

    @inline(__always)
    func key(_ token: UInt32) -> UInt64 { UInt64(rawValue) << 32 | UInt64(token) }
}
