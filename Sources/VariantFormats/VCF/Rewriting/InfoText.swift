/// INFO fields of one record, being written. The `;` between them is added here, the `,` between values is not.
public struct InfoText: Sendable {
    /// Every field with a `;` before it.
    private(set) var bytes: [UInt8] = []

    public init() {}

    public var isEmpty: Bool { bytes.isEmpty }

    /// Starts a field that has a value: `ID=`.
    public mutating func begin(_ id: String) {
        flag(id)
        bytes.append(Bytes.equals)
    }

    /// A field that has none.
    public mutating func flag(_ id: String) {
        bytes.append(Bytes.semicolon)
        bytes.append(contentsOf: id.utf8)
    }

    public mutating func append(_ integer: Int) {
        NumberText.append(integer, to: &bytes)
    }

    /// Six significant digits, as `%g` prints them; what is not a number is a missing value.
    public mutating func append(_ float: Double) {
        guard !float.isNaN else { return appendMissing() }
        NumberText.append(float, to: &bytes)
    }

    /// What would end the value, or the line, is percent-encoded (VCF 4.3, section 1.2).
    public mutating func append(_ text: String) {
        let digits = Array("0123456789ABCDEF".utf8)
        for byte in text.utf8 {
            switch byte {
            case 0...32, 127, UInt8(ascii: ";"), UInt8(ascii: "="), UInt8(ascii: ","), UInt8(ascii: "%"):
                bytes.append(UInt8(ascii: "%"))
                bytes.append(digits[Int(byte >> 4)])
                bytes.append(digits[Int(byte & 15)])
            default: bytes.append(byte)
            }
        }
    }

    public mutating func appendComma() { bytes.append(Bytes.comma) }

    public mutating func appendMissing() { bytes.append(Bytes.dot) }

    mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }
}
