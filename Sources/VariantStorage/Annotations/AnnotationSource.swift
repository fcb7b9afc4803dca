internal import GenomeModel

/// The annotation version on disk: tool, version and database, each with its length in bytes before it (u32), zeros up to a
/// multiple of eight. The assembly is in the trailer.
enum AnnotationSource {
    static func encode(_ source: AnnotationVersion) -> [UInt8] {
        var out = GrowingBytes()
        for text in [source.tool.rawValue, source.version, source.database] {
            out.append(UInt32(text.utf8.count))
            out.append(Array(text.utf8))
        }
        out.align()
        return Array(out.bytes)
    }

    static func decode(_ bytes: UnsafeRawBufferPointer, assembly: Assembly) -> AnnotationVersion? {
        var place = 0
        var texts: [String] = []
        for _ in 0..<3 {
            guard place + 4 <= bytes.count else { return nil }
            let length = Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self)))
            guard length <= bytes.count - place - 4,
                let text = String(validating: bytes[(place + 4)..<(place + 4 + length)], as: UTF8.self)
            else { return nil }
            texts.append(text)
            place += 4 + length
        }
        guard bytes.count - place < 8, bytes[place...].allSatisfy({ $0 == 0 }),
            let tool = AnnotationVersion.Tool(rawValue: texts[0])
        else { return nil }
        return AnnotationVersion(tool: tool, version: texts[1], database: texts[2], assembly: assembly)
    }

    /// What files of one version have in common in their names: the checksum of assembly and source.
    static func name(_ source: AnnotationVersion) -> String {
        hexadecimal(Checksum.of(Array(source.assembly.rawValue.utf8) + encode(source)))
    }
}
