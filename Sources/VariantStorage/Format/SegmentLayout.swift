internal import GenomeModel

/// A segment file: magic, blocks, directory, call sets, trailer. `docs/store-format.md` is the specification.
///
/// All numbers are little-endian; every part begins at a multiple of eight. The trailer is last so that a segment is
/// written in one pass; it holds where the parts begin and its own checksum, and is the only part that is read by place.
struct SegmentTrailer: Equatable {
    static let version: UInt32 = 1
    static let length = 112
    /// A block holds at most this many variants: their keys are 1 kB, which a search goes through in seven steps.
    static let blockRows = 128

    var content: SegmentContent = .variants
    var assembly: Assembly
    var origin: Origin
    /// Where the directory begins: the end of the last block.
    var directoryOffset: UInt64
    var callSetsOffset: UInt64
    var blocks: UInt64
    var variants: UInt64
    /// (variant, call set) pairs stored, in any state.
    var calls: UInt64
    var callSets: UInt32
    /// The longest REF, so that a region query knows how far back to look.
    var longestReference: UInt32
    /// Of the directory's bytes; the directory holds the blocks' checksums, so this covers the blocks.
    var directoryChecksum: UInt64
    var callSetsChecksum: UInt64

    /// 112 bytes, the last eight the checksum of the 104 before. That checksum is also the file's, in the manifest.
    func encoded() -> (bytes: [UInt8], checksum: UInt64) {
        var out = GrowingBytes(capacity: Self.length)
        out.append(directoryOffset)
        out.append(callSetsOffset)
        out.append(blocks)
        out.append(variants)
        out.append(calls)
        out.append(callSets)
        out.append(longestReference)
        out.append(directoryChecksum)
        out.append(callSetsChecksum)
        out.append(UInt32(assembly == .grch37 ? 37 : 38))
        out.append(UInt32(origin == .germline ? 1 : 2))
        out.appendZeros(16)
        out.append(Self.version)
        out.appendZeros(4)
        out.append(content.magic)
        let checksum = Checksum.of(out.bytes)
        out.append(checksum)
        return (Array(out.bytes), checksum)
    }

    /// Reads the trailer at the end of a whole file.
    static func decode(
        _ file: UnsafeRawBufferPointer, content: SegmentContent, place: String
    ) throws(StorageError) -> (SegmentTrailer, UInt64) {
        let damaged = StorageError(.damaged(.trailer), place: place)
        let magic = content.magic
        guard file.count >= magic.count + length, file.count % 8 == 0 else { throw damaged }
        let bytes = UnsafeRawBufferPointer(rebasing: file[(file.count - length)...])
        func word(_ offset: Int) -> UInt64 {
            UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        }
        func half(_ offset: Int) -> UInt32 {
            UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
        }
        guard bytes[96..<104].elementsEqual(magic), file[0..<8].elementsEqual(magic) else { throw damaged }
        guard half(88) == version else { throw StorageError(.newerFormat(Int(half(88))), place: place) }
        let checksum = Checksum.of(UnsafeRawBufferPointer(rebasing: bytes[..<104]))
        guard checksum == word(104) else { throw damaged }
        // No file is long enough for such totals; within them, sums do not overflow.
        guard word(24) < 1 << 48, word(32) < 1 << 48 else { throw damaged }
        guard word(72) == 0, word(80) == 0, half(92) == 0 else { throw StorageError(.damaged(.strayBytes), place: place) }
        guard let assembly: Assembly = half(64) == 37 ? .grch37 : half(64) == 38 ? .grch38 : nil,
            let origin: Origin = half(68) == 1 ? .germline : half(68) == 2 ? .tumour : nil
        else { throw damaged }
        let trailer = SegmentTrailer(
            content: content, assembly: assembly, origin: origin, directoryOffset: word(0), callSetsOffset: word(8),
            blocks: word(16),
            variants: word(24), calls: word(32), callSets: half(40), longestReference: half(44),
            directoryChecksum: word(48), callSetsChecksum: word(56))
        return (trailer, checksum)
    }
}
