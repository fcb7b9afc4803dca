import AsyncHTTPClient
import ClinicalModel
import Foundation
import HTTPAPI
import Hummingbird
import Identification
import Logging
import NIOCore
import NIOPosix
import NodeNetwork
import Operations
import Questions
import Testing

/// A node of a test: its name, its key, its regions.
struct TestNode: Sendable {
    let name: String
    let key = SigningKey()
    let regions: [RegionCode]

    func peer(port: Int) -> Peer {
        Peer(name: name, address: "http://127.0.0.1:\(port)", key: key.publicKey, regions: regions)
    }
}

/// What a test needs around its nodes.
enum Loopback {
    static let log = Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })

    /// Runs `body` with the port on which `router` is served, and ends the server afterwards.
    static func serve<Value: Sendable>(
        _ router: Router<APIContext>, port: Int = 0, _ body: @escaping @Sendable (Int) async throws -> Value
    ) async throws -> Value {
        let (ports, continuation) = AsyncStream.makeStream(of: Int.self)
        let application = Application(
            router: router, configuration: .init(address: .hostname("127.0.0.1", port: port)),
            onServerRunning: { continuation.yield($0.localAddress?.port ?? 0) }, logger: log)
        return try await withThrowingTaskGroup(of: Value?.self) { group in
            group.addTask {
                try await application.run()
                return nil
            }
            group.addTask {
                var iterator = ports.makeAsyncIterator()
                return try await body(try #require(await iterator.next()))
            }
            defer { group.cancelAll() }
            while let value = try await group.next() { if let value { return value } }
            throw CancellationError()
        }
    }

    /// Runs `body` with the port of a server that does with each connection what `handler` does.
    static func raw<Value>(
        _ handler: @escaping @Sendable () -> any ChannelHandler & Sendable, port: Int = 0,
        _ body: (Int) async throws -> Value
    ) async throws -> Value {
        let server = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(ChannelOptions.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { channel in channel.pipeline.addHandler(handler()) }
            .bind(host: "127.0.0.1", port: port).get()
        defer { server.close(promise: nil) }
        return try await body(try #require(server.localAddress?.port))
    }

    /// Runs `body` with clients of these peers.
    static func clients<Value>(_ peers: [Peer], _ body: ([PeerClient]) async throws -> Value) async throws -> Value {
        let http = HTTPClient(eventLoopGroupProvider: .singleton, configuration: PeerClient.configuration)
        do {
            let value = try await body(peers.map { PeerClient(peer: $0, http: http) })
            try await http.shutdown()
            return value
        } catch {
            try? await http.shutdown()
            throw error
        }
    }
}

/// Does nothing with a connection, resets it, or answers bytes to whatever comes.
final class RawPeer: ChannelInboundHandler, Sendable {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    enum Manner: Sendable {
        case hang, reset
        case answer(String)
        /// A byte every so often.
        case trickle(String, each: TimeAmount)
    }

    let manner: Manner

    init(_ manner: Manner) { self.manner = manner }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch manner {
        case .hang: break
        case .reset: context.close(promise: nil)
        case .answer(let text): context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: text)), promise: nil)
        case .trickle(let text, let each):
            let channel = context.channel
            for (index, byte) in text.utf8.enumerated() {
                context.eventLoop.scheduleTask(in: each * Int64(index)) {
                    channel.writeAndFlush(ByteBuffer(bytes: [byte]), promise: nil)
                }
            }
        }
    }
}
