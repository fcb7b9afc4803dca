/// A contig as a text names it, and the assembly where the name says which: a RefSeq accession does, `chr17` does not.
public struct ContigName: Hashable, Sendable {
    public let contig: Contig
    /// Nil where the name is good in both assemblies: every plain name, and NC_012920.1, the MT of both.
    public let assembly: Assembly?

    /// Nil for anything but a plain name (`Contig.init(name:)`) or a versioned RefSeq accession of GRCh37 or GRCh38.
    public init?(_ text: some StringProtocol) {
        var text = String(text)
        let name = text.withUTF8 { ContigName(ascii: $0) }
        guard let name else { return nil }
        self = name
    }

    /// The name in somebody else's buffer. Allocates nothing.
    public init?(ascii: UnsafeBufferPointer<UInt8>) {
        if let contig = Contig(ascii: ascii) {
            (self.contig, assembly) = (contig, nil)
            return
        }
        guard let (number, version) = ContigName.accession(ascii) else { return nil }
        if number == 12_920 {
            guard version == 1 else { return nil }
            (contig, assembly) = (.mt, nil)
            return
        }
        guard (1...24).contains(number), let contig = Contig(rawValue: UInt8(number)) else { return nil }
        let matching = Assembly.allCases.first { $0.refSeqVersion(of: contig) == version }
        guard let matching else { return nil }
        (self.contig, assembly) = (contig, matching)
    }

    /// Number and version of `NC_` + six digits + `.` + one or two digits.
    private static func accession(_ ascii: UnsafeBufferPointer<UInt8>) -> (number: Int, version: Int)? {
        guard (11...12).contains(ascii.count), ascii[0] | 0x20 == UInt8(ascii: "n"), ascii[1] | 0x20 == UInt8(ascii: "c"),
            ascii[2] == UInt8(ascii: "_"), ascii[9] == UInt8(ascii: ".")
        else { return nil }
        var (number, version) = (0, 0)
        for index in 3..<ascii.count where index != 9 {
            let digit = Int(ascii[index]) - 48
            guard (0...9).contains(digit) else { return nil }
            if index < 9 { number = number * 10 + digit } else { version = version * 10 + digit }
        }
        guard ascii[10] != UInt8(ascii: "0") else { return nil }
        return (number, version)
    }
}
