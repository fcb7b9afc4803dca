internal import Foundation
internal import NIOSSL

/// Looks at the certificates of a configuration: the node's own, and those that it shows to peers or holds peers against.
struct CheckCertificates {
    let configuration: NodeConfiguration
    var now = Date()

    /// A certificate that ends sooner than this is warned of, in days.
    static let notice = 30

    func run() -> [NodeFinding] {
        var findings: [NodeFinding] = []
        if let tls = configuration.tls {
            findings.append(
                NodeFinding("certificate") {
                    _ = try NodeCertificates.serverConfiguration(tls)
                    return tls.certificate
                })
            if let finding = term(of: tls.certificate, "certificate") { findings.append(finding) }
        }
        for peer in configuration.peers where peer.authority != nil || peer.clientCertificate != nil {
            let subject = "certificates for \(peer.name)"
            findings.append(
                NodeFinding(subject) {
                    // A key that is not the certificate's shows only when a context is made of both.
                    let settings = try NodeCertificates.clientConfiguration(peer)
                    guard (try? NIOSSLContext(configuration: settings)) != nil else {
                        throw ServerError(
                            .certificate, "client-certificate and client-key do not fit each other.",
                            remedy: "Give the key that the certificate was made for.")
                    }
                    return [peer.authority, peer.clientCertificate].compactMap { $0 }.joined(separator: ", ")
                })
            if let finding = peer.clientCertificate.flatMap({ term(of: $0, subject) }) { findings.append(finding) }
        }
        return findings
    }

    /// Nil where the certificate is in force for long enough, or cannot be read, which is said elsewhere.
    private func term(of path: String, _ subject: String) -> NodeFinding? {
        guard let certificate = try? NIOSSLCertificate.fromPEMFile(path).first else { return nil }
        let seconds = now.timeIntervalSince1970
        let days = Int(((Double(certificate.notValidAfter) - seconds) / 86_400).rounded(.down))
        if days < 0 { return NodeFinding(.fault, subject, "\(path) has expired. Put a new one in its place.") }
        if Double(certificate.notValidBefore) > seconds {
            return NodeFinding(
                .fault, subject, "\(path) is not in force yet. Check the clock, or put the present one in its place.")
        }
        guard days < CheckCertificates.notice else { return nil }
        return NodeFinding(.warning, subject, "\(path) expires in \(days) days. Order a new one.")
    }
}
