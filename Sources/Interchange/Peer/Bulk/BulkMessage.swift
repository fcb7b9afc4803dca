internal import GenomeModel

/// Several parts in one message, with a digest over all of them: how columns travel between nodes. Numbers are little-endian.
///
/// ```
/// 8 bytes   "SAMSYNPB"
/// u16       version of this form: 1
/// u16       number of sections
/// u32       0
/// for each  u32 kind, u32 0, u64 length, then as many bytes
/// 32 bytes  sha512t24u of everything before, as text
/// ```
/// Sections of a kind that is not known are passed over. The digest finds damage, not forgery: that is the signature's.
struct BulkMessage {
    struct Section {
        let kind: UInt32
        let bytes: [UInt8]

        init(kind: UInt32, bytes: [UInt8]) {
            self.kind = kind
            self.bytes = bytes
        }

        init(_ kind: Kind, _ bytes: [UInt8]) { self.init(kind: kind.rawValue, bytes: bytes) }
    }

    enum Kind: UInt32 {
        case json = 1
        case variants = 2
        case figures = 3
    }

    static let magic = Array("SAMSYNPB".utf8)
    static let version: UInt16 = 1
    static let digestLength = 32
    static let sectionLimit = 64

    let sections: [Section]

    init(_ sections: [Section]) { self.sections = sections }

    func sections(_ kind: Kind) -> [[UInt8]] { sections.filter { $0.kind == kind.rawValue }.map(\.bytes) }

    /// The one section of a kind.
    func section(_ kind: Kind) throws(PeerMessageError) -> [UInt8] {
        let found = sections(kind)
        guard found.count == 1 else { throw PeerMessageError(found.isEmpty ? .missing : .inconsistent, at: "section") }
        return found[0]
    }

    var bytes: [UInt8] {
        var writer = BulkWriter()
        writer.reserve(sections.reduce(16 + BulkMessage.digestLength) { $0 + 16 + $1.bytes.count })
        writer.append(BulkMessage.magic)
        writer.append(BulkMessage.version)
        writer.append(UInt16(sections.count))
        writer.append(UInt32(0))
        for section in sections {
            writer.append(section.kind)
            writer.append(UInt32(0))
            writer.append(UInt64(section.bytes.count))
            writer.append(section.bytes)
        }
        writer.append(Array(TruncatedDigest.text(of: writer.bytes).utf8))
        return writer.bytes
    }

    init(_ bytes: [UInt8]) throws(PeerMessageError) {
        guard bytes.starts(with: BulkMessage.magic) else { throw PeerMessageError(.malformed, at: "magic") }
        guard bytes.count >= 16 + BulkMessage.digestLength else { throw PeerMessageError(.truncated, at: "message") }
        let content = Array(bytes.dropLast(BulkMessage.digestLength))
        guard Array(TruncatedDigest.text(of: content).utf8) == Array(bytes.suffix(BulkMessage.digestLength)) else {
            throw PeerMessageError(.checksum, at: "message")
        }
        var reader = BulkReader(content)
        _ = try reader.bytes(BulkMessage.magic.count)
        guard try reader.u16() == BulkMessage.version else { throw PeerMessageError(.version, at: "message") }
        let count = Int(try reader.u16())
        guard count <= BulkMessage.sectionLimit else { throw PeerMessageError(.outOfBounds, at: "sections") }
        guard try reader.u32() == 0 else { throw PeerMessageError(.notUnderstood, at: "message") }
        var sections: [Section] = []
        for _ in 0..<count {
            let kind = try reader.u32()
            guard try reader.u32() == 0 else { throw PeerMessageError(.notUnderstood, at: "section") }
            let length = try reader.length()
            sections.append(Section(kind: kind, bytes: try reader.bytes(length)))
        }
        try reader.end()
        self.sections = sections
    }
}
