internal import Crypto
internal import Foundation

/// The key of a region: 256 bits that everything personal is sealed under. It is shown nowhere.
package struct RegionKey: Sendable, CustomStringConvertible {
    package static let byteCount = 32

    private let bytes: [UInt8]
    private var key: SymmetricKey { SymmetricKey(data: bytes) }

    /// Nil where there are not exactly 32 bytes.
    package init?(bytes: [UInt8]) {
        guard bytes.count == RegionKey.byteCount else { return nil }
        self.bytes = bytes
    }

    /// A new key from the system's source of randomness.
    package init() { bytes = RegionKey.randomBytes() }

    /// 32 bytes from the system's source of randomness.
    static func randomBytes() -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<byteCount).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }

    /// Reads a key as people store it: 32 bytes, 64 hexadecimal digits or base64, with or without a line end.
    package init?(stored bytes: [UInt8]) {
        if bytes.count == RegionKey.byteCount {
            self.init(bytes: bytes)
            return
        }
        guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
        let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
        if trimmed.utf8.count == 64, let bytes = RegionKey.bytes(hexadecimal: trimmed) {
            self.init(bytes: bytes)
        } else if let data = Data(base64Encoded: trimmed) {
            self.init(bytes: Array(data))
        } else {
            return nil
        }
    }

    /// 64 hexadecimal digits, for the one who writes a new key into a file.
    package var hexadecimal: String { ContentDigest.hexadecimal(bytes) }

    package var description: String { "region key" }

    /// A key for one purpose, by HKDF (RFC 5869) with SHA-256: what is sealed for one purpose opens for no other.
    func derived(for purpose: String) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(inputKeyMaterial: key, info: Data("samsyn 1 \(purpose)".utf8), outputByteCount: 32)
    }

    static func bytes(hexadecimal text: String) -> [UInt8]? {
        let digits = text.compactMap(\.hexDigitValue)
        guard digits.count == text.utf8.count else { return nil }
        return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] * 16 + digits[$0 + 1]) }
    }
}
