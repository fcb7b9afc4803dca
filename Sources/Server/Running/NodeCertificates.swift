package import NIOSSL

/// The certificates of a node as its connections need them.
package enum NodeCertificates {
    /// For the connections that come in. Throws `ServerError.certificate` with the file that does not fit.
    package static func serverConfiguration(_ tls: NodeConfiguration.TLS) throws(ServerError) -> TLSConfiguration {
        let chain = try certificates(tls.certificate)
        let key = try privateKey(tls.key)
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(key))
        configuration.minimumTLSVersion = .tlsv12
        configuration.applicationProtocols = ["http/1.1"]
        if let authority = tls.clientAuthority {
            configuration.trustRoots = .certificates(try certificates(authority))
            configuration.certificateVerification = .noHostnameVerification
        }
        // That key and certificate belong together shows only when a context is made of them.
        do {
            _ = try NIOSSLContext(configuration: configuration)
        } catch {
            throw ServerError(
                .certificate, "\(tls.certificate) and \(tls.key) do not fit each other.",
                remedy: "Give the key that the certificate was made for.")
        }
        return configuration
    }

    /// For the connections to a peer: its authority, and what this node shows of itself.
    package static func clientConfiguration(_ peer: NodeConfiguration.PeerNode) throws(ServerError) -> TLSConfiguration {
        var configuration = TLSConfiguration.makeClientConfiguration()
        configuration.minimumTLSVersion = .tlsv12
        if let authority = peer.authority { configuration.trustRoots = .certificates(try certificates(authority)) }
        if let certificate = peer.clientCertificate, let key = peer.clientKey {
            configuration.certificateChain = try certificates(certificate).map { .certificate($0) }
            configuration.privateKey = .privateKey(try privateKey(key))
        }
        return configuration
    }

    private static func certificates(_ path: String) throws(ServerError) -> [NIOSSLCertificate] {
        guard let certificates = try? NIOSSLCertificate.fromPEMFile(path), !certificates.isEmpty else {
            throw ServerError(
                .certificate, "\(path) holds no certificate that can be read.",
                remedy: "Give certificates in PEM, the own one first.")
        }
        return certificates
    }

    private static func privateKey(_ path: String) throws(ServerError) -> NIOSSLPrivateKey {
        guard let key = try? NIOSSLPrivateKey(file: path, format: .pem) else {
            throw ServerError(
                .certificate, "\(path) holds no private key that can be read.", remedy: "Give a key in PEM without a passphrase.")
        }
        return key
    }
}
