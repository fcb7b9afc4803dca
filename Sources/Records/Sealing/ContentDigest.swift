internal import Crypto

/// SHA-256 of content that is read piece by piece.
package struct ContentDigest {
    private var state = SHA256()

    package init() {}

    package mutating func update(_ bytes: [UInt8]) { state.update(data: bytes) }

    /// 64 hexadecimal digits.
    package func finish() -> String { ContentDigest.hexadecimal(state.finalize()) }

    package static func of(_ bytes: [UInt8]) -> String { hexadecimal(SHA256.hash(data: bytes)) }
    package static func of(_ text: String) -> String { of(Array(text.utf8)) }

    package static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
