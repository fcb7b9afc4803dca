/// Base64url without padding (RFC 4648 section 5, as RFC 7515 uses it), read strictly.
///
/// A character outside the alphabet, padding, and bits that encode nothing are refused, so that one value has one spelling: a token
/// that was changed in its last character is another token, not the same one twice.
package enum Base64URL {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    /// The value of each byte in the alphabet; 255 for those that are not in it.
    private static let values: [UInt8] = {
        var values = [UInt8](repeating: 255, count: 256)
        for (value, byte) in alphabet.enumerated() { values[Int(byte)] = UInt8(value) }
        return values
    }()

    package static func decode(_ text: ArraySlice<UInt8>) -> [UInt8]? {
        guard text.count % 4 != 1 else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count * 3 / 4)
        var (pending, width): (UInt32, UInt32) = (0, 0)
        for byte in text {
            let value = values[Int(byte)]
            guard value < 64 else { return nil }
            pending = pending << 6 | UInt32(value)
            width += 6
            if width >= 8 {
                width -= 8
                bytes.append(UInt8(truncatingIfNeeded: pending >> width))
                pending &= (1 << width) - 1
            }
        }
        return pending == 0 ? bytes : nil
    }

    package static func decode(_ text: String) -> [UInt8]? { decode(Array(text.utf8)[...]) }

    package static func encode(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count * 4 + 2) / 3)
        var (pending, width): (UInt32, UInt32) = (0, 0)
        for byte in bytes {
            pending = pending << 8 | UInt32(byte)
            width += 8
            while width >= 6 {
                width -= 6
                text.append(alphabet[Int(pending >> width)])
                pending &= (1 << width) - 1
            }
        }
        if width > 0 { text.append(alphabet[Int(pending << (6 - width))]) }
        return String(decoding: text, as: UTF8.self)
    }
}
