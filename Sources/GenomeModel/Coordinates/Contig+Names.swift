extension Contig {
    /// The contig that `name` means: `17`, `chr17`, `X`, `chrM`, `M`, `MT`, `chrMT`; nil for any other text.
    ///
    /// Upper and lower case are the same, leading zeros are not accepted. RefSeq accessions: see `ContigName`.
    /// `chrM` of UCSC's hg19 is another sequence (NC_001807, 16,571 bases) under the same name: only its length tells.
    public init?(name: some StringProtocol) {
        var name = String(name)
        let contig = name.withUTF8 { Contig(ascii: $0) }
        guard let contig else { return nil }
        self = contig
    }

    /// The contig named by bytes in somebody else's buffer, as `init(name:)`. Allocates nothing.
    @inlinable
    public init?(ascii: UnsafeBufferPointer<UInt8>) {
        var start = 0
        // 0x20 is the bit that tells a lower-case letter from its upper-case one.
        if ascii.count > 3, ascii[0] | 0x20 == UInt8(ascii: "c"), ascii[1] | 0x20 == UInt8(ascii: "h"),
            ascii[2] | 0x20 == UInt8(ascii: "r")
        {
            start = 3
        }
        let number: UInt8
        switch ascii.count - start {
        case 1:
            switch ascii[start] | 0x20 {
            case UInt8(ascii: "x"): number = 23
            case UInt8(ascii: "y"): number = 24
            case UInt8(ascii: "m"): number = 25
            default:
                let digit = ascii[start] &- UInt8(ascii: "0")
                guard (1...9).contains(digit) else { return nil }
                number = digit
            }
        case 2:
            let (first, second) = (ascii[start], ascii[start + 1])
            if first | 0x20 == UInt8(ascii: "m"), second | 0x20 == UInt8(ascii: "t") {
                number = 25
            } else {
                let (tens, ones) = (first &- UInt8(ascii: "0"), second &- UInt8(ascii: "0"))
                guard (1...2).contains(tens), ones <= 9, tens * 10 + ones <= 22 else { return nil }
                number = tens * 10 + ones
            }
        default: return nil
        }
        self.init(rawValue: number)
    }
}
