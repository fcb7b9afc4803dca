internal import AsyncHTTPClient
internal import ClinicalModel
internal import Foundation
internal import Identification
internal import NIOCore
internal import NIOHTTP1
internal import NIOSSL
internal import StructuredText

/// Asks peers for their state and identity providers for their keys, five seconds at most for each.
///
/// Whatever they answer is a warning at worst, since it may be mended over there while this node runs.
struct AskOthers {
    let configuration: NodeConfiguration

    func run() async -> [NodeFinding] {
        var findings: [NodeFinding] = []
        // A peer without regions asks and is not asked.
        for peer in configuration.peers where !peer.regions.isEmpty {
            let subject = "peer \(peer.name)"
            // Certificates that cannot be read are a finding of their own.
            guard let tls = try? NodeCertificates.clientConfiguration(peer) else { continue }
            findings.append(
                await ask(subject, peer.address + "/peer/v1/status", tls) { AskOthers.fault(of: peer, in: $0) })
        }
        for provider in configuration.providers {
            findings.append(
                await ask("identity provider \(provider.url)", provider.keySet.text, nil) { json in
                    (json["keys"]?.array ?? []).isEmpty ? "its key set holds no key" : nil
                })
        }
        return findings
    }

    /// What a peer's status says that this configuration does not.
    private static func fault(of peer: NodeConfiguration.PeerNode, in status: JSONValue) -> String? {
        if let name = status["name"]?.string, name != peer.name { return "answers as \(name): name and address do not fit" }
        let held = status["regions"]?.array?.compactMap(\.string) ?? []
        let missing = peer.regions.map(\.description).filter { !held.contains($0) }
        return missing.isEmpty ? nil : "answers, and does not hold \(missing.joined(separator: ", "))"
    }

    /// One GET; `fault` is what is wrong with the JSON, without the full stop.
    private func ask(
        _ subject: String, _ url: String, _ tls: TLSConfiguration?, fault: (JSONValue) -> String?
    ) async -> NodeFinding {
        var settings = HTTPClient.Configuration()
        settings.tlsConfiguration = tls
        let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: settings)
        let finding = await answer(of: client, subject, url, fault)
        try? await client.shutdown()
        return finding
    }

    private func answer(
        of client: HTTPClient, _ subject: String, _ url: String, _ fault: (JSONValue) -> String?
    ) async -> NodeFinding {
        let bytes: ByteBuffer
        do {
            let response = try await client.execute(HTTPClientRequest(url: url), timeout: .seconds(5))
            guard response.status.code == 200 else {
                return NodeFinding(
                    .warning, subject, "answers with status \(response.status.code). Check the address and that it runs.")
            }
            bytes = try await response.body.collect(upTo: 1 << 20)
        } catch {
            return NodeFinding(.warning, subject, "does not answer (\(error)). It counts as unreachable until it does.")
        }
        guard let json = try? JSONReader.read(Array(buffer: bytes)) else {
            return NodeFinding(.warning, subject, "answers with something that is no JSON. Check the address.")
        }
        if let text = fault(json) { return NodeFinding(.warning, subject, text + ". Check it with those who run it.") }
        return NodeFinding(.sound, subject, "answers")
    }
}
