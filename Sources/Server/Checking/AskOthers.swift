internal import AsyncHTTPClient
internal import ClinicalModel
internal import Foundation
internal import Identification
internal import NIOCore
internal import NIOHTTP1
internal import NIOPosix
internal import NIOSSL
internal import StructuredText

/// Asks peers for their state and issuers for their keys, all at once and five seconds at most for each.
///
/// Whatever they answer is a warning at worst, since it may be mended over there while this node runs.
struct AskOthers: Sendable {
    let configuration: NodeConfiguration

    /// Why a question came to nothing, without the full stop.
    private struct Silence: Error {
        let text: String
        var remedy = "It counts as unreachable until it does."
    }

    /// In the order of the configuration.
    func run() async -> [NodeFinding] {
        let questions = peers + keys + logins
        return await withTaskGroup(of: (Int, NodeFinding).self) { group in
            for (place, question) in questions.enumerated() { group.addTask { (place, await finding(question)) } }
            var findings: [(Int, NodeFinding)] = []
            for await found in group { findings.append(found) }
            return findings.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }

    /// Something that is asked; `look` throws `Silence`, and returns what is wrong with the answer, without the full stop.
    private struct Inquiry: Sendable {
        let subject: String
        let look: @Sendable () async throws -> String?
    }

    private func finding(_ inquiry: Inquiry) async -> NodeFinding {
        do {
            guard let fault = try await inquiry.look() else { return NodeFinding(.sound, inquiry.subject, "answers") }
            return NodeFinding(.warning, inquiry.subject, fault + ". Check it with those who run it.")
        } catch let silence as Silence {
            return NodeFinding(.warning, inquiry.subject, "\(silence.text). \(silence.remedy)")
        } catch {
            return NodeFinding(.warning, inquiry.subject, "\(error)")
        }
    }

    // MARK: What is asked

    /// A peer without regions asks and is not asked.
    private var peers: [Inquiry] {
        configuration.peers.filter { !$0.regions.isEmpty }.compactMap { peer in
            // Certificates that cannot be read are a finding of their own.
            guard let tls = try? NodeCertificates.clientConfiguration(peer) else { return nil }
            return Inquiry(subject: "peer \(peer.name)") {
                let status = try AskOthers.json(try await AskOthers.get(peer.address + "/peer/v1/status", tls))
                if let name = status["name"]?.string, name != peer.name {
                    return "answers as \(name): name and address do not fit"
                }
                let held = status["regions"]?.array?.compactMap(\.string) ?? []
                let missing = peer.regions.map(\.description).filter { !held.contains($0) }
                return missing.isEmpty ? nil : "answers, and does not hold \(missing.joined(separator: ", "))"
            }
        }
    }

    private var keys: [Inquiry] {
        let providers = configuration.providers.map { ("identity provider \($0.url)", $0.keySet) }
        let visaIssuers = configuration.visaIssuers.map { ("visa issuer \($0.url)", $0.keySet) }
        return (providers + visaIssuers).map { subject, address in
            Inquiry(subject: subject) {
                do {
                    let keys = try await FetchKeys { try await AskOthers.get($0, nil) }.run(address)
                    return (try AskOthers.json(keys)["keys"]?.array ?? []).isEmpty ? "its key set holds no key" : nil
                } catch let error as KeyDiscoveryError {
                    return String(error.description.dropLast())
                }
            }
        }
    }

    /// What a provider says of itself, where its addresses do not stand in the configuration.
    private var logins: [Inquiry] {
        configuration.logins.filter { $0.endpoints == nil }.map { login in
            Inquiry(subject: "sign-in \(login.name)") {
                let json = try AskOthers.json(try await AskOthers.get(ProviderEndpoints.address(of: login.issuer), nil))
                do throws(ServerError) {
                    _ = try ProviderEndpoints.read(json, issuer: login.issuer)
                    return nil
                } catch {
                    return error.message.hasSuffix(".") ? String(error.message.dropLast()) : error.message
                }
            }
        }
    }

    // MARK: Asking

    private static func json(_ bytes: [UInt8]) throws(Silence) -> JSONValue {
        guard let json = try? JSONReader.read(bytes) else {
            throw Silence(text: "answers with something that is no JSON", remedy: "Check the address.")
        }
        return json
    }

    /// One GET over a connection of its own.
    private static func get(_ url: String, _ tls: TLSConfiguration?) async throws(Silence) -> [UInt8] {
        var settings = HTTPClient.Configuration()
        settings.tlsConfiguration = tls
        // Whoever refuses is not there now: nothing is gained by asking until the time is over.
        settings.connectionPool.retryConnectionEstablishment = false
        let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: settings)
        let answer: Result<[UInt8], Silence>
        do {
            let response = try await client.execute(HTTPClientRequest(url: url), timeout: .seconds(5))
            if response.status.code == 200 {
                answer = .success(Array(buffer: try await response.body.collect(upTo: 1 << 20)))
            } else {
                answer = .failure(
                    Silence(
                        text: "answers with status \(response.status.code)", remedy: "Check the address and that it runs."))
            }
        } catch {
            answer = .failure(Silence(text: "does not answer: \(AskOthers.reason(error))"))
        }
        try? await client.shutdown()
        return try answer.get()
    }

    private static func reason(_ error: any Error) -> String {
        switch error {
        case let error as HTTPClientError where error == .deadlineExceeded || error == .connectTimeout:
            "nothing came in five seconds"
        case let error as NIOConnectionError where error.connectionErrors.isEmpty: "nobody knows the name of its machine"
        case is NIOConnectionError: "nothing listens at its address"
        case let error as IOError where error.errnoCode == ECONNREFUSED: "nothing listens at its address"
        case is SocketAddressError, is SocketAddressError.UnknownHost: "nobody knows the name of its machine"
        case is NIOSSLError, is NIOSSLExtraError, is BoringSSLError: "its certificate is not accepted, or it does not accept ours"
        default: "\(error)"
        }
    }
}
