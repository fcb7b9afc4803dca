package import AsyncHTTPClient
internal import Identification
internal import Interchange
internal import NIOCore
internal import NIOHTTP1
internal import StructuredText

/// HTTP to one peer: kept connections, no redirects, limits on what is taken in.
package struct PeerClient: Sendable {
    let peer: Peer
    let http: HTTPClient

    package init(peer: Peer, http: HTTPClient) {
        self.peer = peer
        self.http = http
    }

    /// What a client for peers needs beside its certificates. Whoever makes the client shuts it down.
    package static var configuration: HTTPClient.Configuration {
        var configuration = HTTPClient.Configuration()
        configuration.redirectConfiguration = .disallow
        configuration.httpVersion = .http1Only
        configuration.timeout.connect = .seconds(2)
        configuration.connectionPool.idleTimeout = .seconds(30)
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 32
        // A peer that refuses connections is not there: that is told at once, and the breaker decides when to try again.
        configuration.connectionPool.retryConnectionEstablishment = false
        return configuration
    }

    /// The body of the peer's answer with status 200, as it was sent.
    func post(
        _ envelope: PeerEnvelope, signature: String, within time: Duration
    ) async throws(PeerFailure) -> [UInt8] {
        let endpoint = envelope.endpoint
        var request = HTTPClientRequest(url: peer.address + endpoint.path)
        request.method = .POST
        request.headers = [
            "content-type": envelope.type, "accept": envelope.type, PeerQuestion.field: signature,
        ]
        request.body = .bytes(envelope.body)
        let (response, bytes) = try await send(request, limit: endpoint.replyLimit, within: time)
        switch response.status.code {
        case 200:
            // No signature covers a reply; on plain connections behind a proxy this finds what was changed on the way.
            guard let field = response.headers.first(name: PeerProtocol.digestField),
                BodyDigest(of: bytes).isNamed(by: field)
            else { throw .malformed(PeerMessageError(.checksum, at: "reply")) }
            return bytes
        case 401, 403: throw .refused(PeerClient.code(of: bytes))
        case 400, 404, 405, 409, 413, 415, 422: throw .notUnderstood
        default: throw .failed(Int(response.status.code))
        }
    }

    func status(within time: Duration) async throws(PeerFailure) -> PeerStatus {
        let endpoint = PeerProtocol.Endpoint.status
        let (response, bytes) = try await send(
            HTTPClientRequest(url: peer.address + endpoint.path), limit: endpoint.replyLimit, within: time)
        guard response.status.code == 200 else { throw .failed(Int(response.status.code)) }
        let status: PeerStatus
        do throws(PeerMessageError) { status = try PeerStatus(bytes) } catch { throw .malformed(error) }
        // Somebody else answers at its address.
        guard status.name == peer.name else { throw .malformed(PeerMessageError(.inconsistent, at: "name")) }
        return status
    }

    private func send(
        _ request: HTTPClientRequest, limit: Int, within time: Duration
    ) async throws(PeerFailure) -> (HTTPClientResponse, [UInt8]) {
        do {
            let response = try await http.execute(request, timeout: .nanoseconds(max(1, Int64(time / .nanoseconds(1)))))
            if let length = response.headers.first(name: "content-length").flatMap(Int.init), length > limit {
                throw PeerFailure.malformed(PeerMessageError(.outOfBounds, at: "reply"))
            }
            let body = try await response.body.collect(upTo: limit)
            return (response, Array(body.readableBytesView))
        } catch let failure as PeerFailure {
            throw failure
        } catch is NIOTooManyBytesError {
            throw .malformed(PeerMessageError(.outOfBounds, at: "reply"))
        } catch let error as HTTPClientError where error == .deadlineExceeded || error == .readTimeout {
            throw .late
        } catch is HTTPParserError {
            throw .malformed(PeerMessageError(.malformed, at: "reply"))
        } catch {
            throw .unreachable
        }
    }

    /// The last word of a problem's type, for the log: `signature-stale`.
    private static func code(of bytes: [UInt8]) -> String {
        guard bytes.count <= 16_384, let type = (try? JSONReader.read(bytes))?["type"]?.string,
            let code = type.split(separator: ":").last, code.utf8.count <= 64,
            code.utf8.allSatisfy({ ($0 >= 0x61 && $0 <= 0x7A) || $0 == 0x2D })
        else { return "unknown" }
        return String(code)
    }
}
