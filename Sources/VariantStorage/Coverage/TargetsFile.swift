internal import GenomeModel

/// The targets of one assay version on disk: for each of the 25 contigs the number of spans (u32), then all spans as
/// first and last base (u32 each, 1-based, inclusive), contig after contig, ascending. Little-endian.
/// The name and the manifest carry the XXH64 of the bytes, so equal targets are one file.
enum TargetsFile {
    static func encode(_ spans: [[TargetRegions.Span]]) -> [UInt8] {
        var out = GrowingBytes(capacity: 100 + 8 * spans.reduce(0) { $0 + $1.count })
        for list in spans { out.append(UInt32(list.count)) }
        for span in spans.joined() {
            out.append(span.first)
            out.append(span.last)
        }
        return Array(out.bytes)
    }

    static func read(_ path: String, checksum: UInt64) throws(StorageError) -> TargetRegions {
        let file = try MappedFile(path: path)
        let damaged = StorageError(.damaged(.targets), place: path)
        let bytes = file.bytes
        guard bytes.count >= 100, Checksum.of(bytes) == checksum else { throw damaged }
        func number(_ index: Int) -> UInt32 {
            UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 4 * index, as: UInt32.self))
        }
        var lists: [[TargetRegions.Span]] = []
        var place = 25
        for contig in 0..<25 {
            let count = Int(number(contig))
            guard 4 * (place + 2 * count) <= bytes.count else { throw damaged }
            var list: [TargetRegions.Span] = []
            list.reserveCapacity(count)
            for _ in 0..<count {
                let span = TargetRegions.Span(first: number(place), last: number(place + 1))
                guard span.first >= 1, span.first <= span.last, list.last.map({ $0.last < span.first }) ?? true else {
                    throw damaged
                }
                list.append(span)
                place += 2
            }
            lists.append(list)
        }
        guard 4 * place == bytes.count else { throw damaged }
        return TargetRegions(sortedSpans: lists)
    }
}
