internal import Crypto
internal import Foundation

/// Sealing with AES-256-GCM under one derived key, each piece bound to where it belongs: moved to another row it does not open.
struct Seal {
    private let key: SymmetricKey

    init(key: SymmetricKey) { self.key = key }

    /// Nonce, ciphertext and tag. The nonce is random: 2³² pieces under one key are the limit (NIST SP 800-38D).
    func close(_ bytes: [UInt8], context: String) throws -> Data {
        let box = try AES.GCM.seal(bytes, using: key, authenticating: Data(context.utf8))
        guard let combined = box.combined else { throw CryptoKitError.incorrectParameterSize }
        return combined
    }

    /// Nil where the key, the context or the bytes are not those that were sealed.
    func open(_ sealed: Data, context: String) -> [UInt8]? {
        guard let box = try? AES.GCM.SealedBox(combined: sealed),
            let opened = try? AES.GCM.open(box, using: key, authenticating: Data(context.utf8))
        else { return nil }
        return Array(opened)
    }
}
