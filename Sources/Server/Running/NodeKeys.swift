package import Identification

/// The keys of a configuration, read.
package enum NodeKeys {
    package static func signingKey(_ path: String) throws(ServerError) -> SigningKey {
        do throws(SigningKeyFile.Fault) {
            return try SigningKeyFile.read(path)
        } catch {
            let remedy = error == .unreadable ? "Make one with: samsyn node key \(path)" : error.remedy
            throw ServerError(.signingKey, "\(path): \(error.message)", remedy: remedy)
        }
    }

    /// The key of the file, made where there is none.
    package static func readOrMake(_ path: String) throws(ServerError) -> SigningKey {
        do throws(SigningKeyFile.Fault) {
            return try SigningKeyFile.make(path)
        } catch {
            guard error == .exists else { throw ServerError(.signingKey, "\(path): \(error.message)", remedy: error.remedy) }
        }
        return try signingKey(path)
    }

    /// Its public half, as peers write it into their configuration.
    package static func readOrMakePublicText(_ path: String) throws(ServerError) -> String {
        try readOrMake(path).publicKey.description
    }

    package static func publicKey(of peer: NodeConfiguration.PeerNode) throws(ServerError) -> PublicKey {
        guard let key = PublicKey(peer.publicKey) else {
            throw ServerError(
                .peerKey, "The public key of \(peer.name) is none.", remedy: "Write it as samsyn node key prints it at the peer.")
        }
        return key
    }
}
