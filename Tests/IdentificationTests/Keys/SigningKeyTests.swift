import Foundation
import Identification
import Testing

struct SigningKeyTests {
    /// Made by `openssl genpkey -algorithm ed25519`; its 32 bytes in base64 beside it.
    static let pem = """
        -----BEGIN PRIVATE KEY-----
        MC4CAQAwBQYDK2VwBCIEIMmZ/G9AloCL10yImfAehZKUjBsQcOizzLEB558/jbvz
        -----END PRIVATE KEY-----
        """
    static let base64 = "yZn8b0CWgIvXTIiZ8B6FkpSMGxBw6LPMsQHnnz+Nu/M="

    @Test func `PEM and base64 of the same key are the same key`() throws {
        let key = try #require(SigningKey(stored: SigningKeyTests.pem))
        #expect(SigningKey(stored: SigningKeyTests.base64 + "\n")?.publicKey == key.publicKey)
        #expect(SigningKey(stored: key.pem)?.publicKey == key.publicKey)
        #expect(PublicKey(key.publicKey.description) == key.publicKey)
        #expect(!key.description.contains(SigningKeyTests.base64))
    }

    @Test(arguments: [
        "", "yZn8", "-----BEGIN PRIVATE KEY-----", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----", "å",
        String(repeating: "A", count: 88),
    ])
    func `What is no key`(_ text: String) {
        #expect(SigningKey(stored: text) == nil)
        #expect(PublicKey(text) == nil)
        #expect(PublicKey("ed25519:" + text) == nil)
    }

    @Test func `A key file is its owner's alone, and is never written over`() throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("samsyn-key-\(UUID())").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let made = try SigningKeyFile.make(path)
        #expect(try SigningKeyFile.read(path).publicKey == made.publicKey)
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? NSNumber
        #expect(mode?.intValue == 0o600)
        #expect(throws: SigningKeyFile.Fault.exists) { try SigningKeyFile.make(path) }
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
        #expect(throws: SigningKeyFile.Fault.tooOpen) { try SigningKeyFile.read(path) }
        #expect(throws: SigningKeyFile.Fault.unreadable) { try SigningKeyFile.read(path + "-not") }
        #expect(throws: SigningKeyFile.Fault.unwritable) { try SigningKeyFile.make(path + "-not/key") }
        try Data("no key".utf8).write(to: URL(fileURLWithPath: path))
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        #expect(throws: SigningKeyFile.Fault.malformed) { try SigningKeyFile.read(path) }
    }
}
