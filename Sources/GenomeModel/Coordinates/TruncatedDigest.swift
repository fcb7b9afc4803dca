import Crypto

/// sha512t24u: the first 24 bytes of a SHA-512, in URL-safe base64 without padding: 32 characters.
///
/// GA4GH's digest for refget and VRS (Hart & Prlić 2020, doi:10.1371/journal.pone.0239883). Fed in pieces of any size.
public struct TruncatedDigest: Sendable {
    private var hash = SHA512()

    public init() {}

    public mutating func update(_ bytes: UnsafeRawBufferPointer) { hash.update(bufferPointer: bytes) }

    public mutating func update(_ bytes: [UInt8]) { bytes.withUnsafeBytes { hash.update(bufferPointer: $0) } }

    /// The 32 characters for everything fed so far.
    public var text: String {
        let bytes = Array(hash.finalize().prefix(24))
        var characters: [UInt8] = []
        characters.reserveCapacity(32)
        for start in stride(from: 0, to: 24, by: 3) {
            let group = UInt32(bytes[start]) << 16 | UInt32(bytes[start + 1]) << 8 | UInt32(bytes[start + 2])
            for shift: UInt32 in [18, 12, 6, 0] { characters.append(TruncatedDigest.alphabet[Int(group >> shift & 63)]) }
        }
        return String(decoding: characters, as: UTF8.self)
    }

    /// The digest of `bytes`.
    public static func text(of bytes: [UInt8]) -> String {
        var digest = TruncatedDigest()
        digest.update(bytes)
        return digest.text
    }

    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
}
