internal import NIOCore
internal import NIOHTTP1

/// Counts what has come over a connection since the decoder last made something of it. The decoder bounds header fields, and neither the
/// address nor the extensions of chunks: without this one request line could fill the memory.
final class UnparsedBytes: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer

    /// More than a handshake, a head within the limits and one read of a socket together.
    static let limit = 160 << 10

    private var count = 0
    private var isOver = false

    /// The decoder has made something of what came.
    func clear() { count = 0 }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !isOver else { return }
        count += unwrapInboundIn(data).readableBytes
        guard count <= UnparsedBytes.limit else {
            isOver = true
            context.fireErrorCaught(HTTPParserError.headerOverflow)
            return
        }
        context.fireChannelRead(data)
    }
}
