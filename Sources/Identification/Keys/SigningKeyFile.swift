internal import Foundation

/// The file that holds a node's private key, readable by its owner only.
package enum SigningKeyFile {
    package enum Fault: String, Error, Sendable, CaseIterable {
        case unreadable, exists, unwritable
        /// Group or others may read it.
        case tooOpen = "too-open"
        case malformed

        package var message: String {
            switch self {
            case .unreadable: "The key file cannot be read."
            case .exists: "The key file is there already."
            case .unwritable: "The key file cannot be written."
            case .tooOpen: "Others than its owner may read or write the key file."
            case .malformed: "The key file holds no Ed25519 private key."
            }
        }

        package var remedy: String {
            switch self {
            case .unreadable: "Check the path and that the node's user owns the file."
            case .exists: "Use it, or move it away first: peers know the node by its public key."
            case .unwritable: "Check that the folder is there and may be written to."
            case .tooOpen: "chmod 600 the file. If it was open for long, make a new key and give the peers its public half."
            case .malformed: "Give a PEM file (openssl genpkey -algorithm ed25519) or base64 of 32 bytes."
            }
        }
    }

    package static func read(_ path: String) throws(Fault) -> SigningKey {
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: path),
            let permissions = attributes[.posixPermissions] as? NSNumber, let data = FileManager.default.contents(atPath: path)
        else { throw .unreadable }
        guard permissions.intValue & 0o077 == 0 else { throw .tooOpen }
        guard let key = SigningKey(stored: String(decoding: data, as: UTF8.self)) else { throw .malformed }
        return key
    }

    /// Writes a new key. A file that is there is left alone.
    package static func make(_ path: String) throws(Fault) -> SigningKey {
        guard !FileManager.default.fileExists(atPath: path) else { throw .exists }
        let key = SigningKey()
        // Under another name first: whoever looks meanwhile finds the whole key, closed to others, or none; of two makers one wins.
        let draft = path + ".\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: draft) }
        let isWritten = FileManager.default.createFile(
            atPath: draft, contents: Data((key.pem + "\n").utf8), attributes: [.posixPermissions: 0o600])
        guard isWritten else { throw .unwritable }
        do {
            try FileManager.default.linkItem(atPath: draft, toPath: path)
        } catch {
            throw FileManager.default.fileExists(atPath: path) ? .exists : .unwritable
        }
        return key
    }
}
