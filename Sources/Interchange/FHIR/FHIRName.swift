internal import StructuredText

/// Names that resources of one bundle refer to each other by: the same for the same report, version and thing, so that a bundle that is sent
/// twice is the same bundle.
struct FHIRName {
    let report: String
    let version: Int

    /// `urn:uuid:…`, version 8 of RFC 9562 out of two FNV-1a digests; it names, and proves nothing.
    func address(_ thing: String) -> String {
        let text = "\(report)/\(version)/\(thing)"
        let (first, second) = (FHIRName.digest(text, 0xcbf2_9ce4_8422_2325), FHIRName.digest(text, 0x8422_2325_cbf2_9ce4))
        var digits = FHIRName.hexadecimal(first) + FHIRName.hexadecimal(second)
        digits[12] = "8"
        digits[16] = "a"
        let text36 = String(digits[0..<8]) + "-" + String(digits[8..<12]) + "-" + String(digits[12..<16]) + "-"
        return "urn:uuid:" + text36 + String(digits[16..<20]) + "-" + String(digits[20..<32])
    }

    func reference(_ thing: String) -> JSONValue { ["reference": JSONValue(.string(address(thing)))] }

    private static func digest(_ text: String, _ start: UInt64) -> UInt64 {
        text.utf8.reduce(start) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }

    private static func hexadecimal(_ number: UInt64) -> [Character] {
        let digits = String(number, radix: 16)
        return Array(String(repeating: "0", count: 16 - digits.count) + digits)
    }
}
