internal import HTTPAPI
internal import HTTPTypes
internal import NIOCore
internal import NIOHTTP1
internal import NIOHTTPTypes
internal import NIOHTTPTypesHTTP1
internal import StructuredText

/// Watches one connection for what the framework lets through: a body that drips, a body that goes on after its answer, and requests that
/// are no HTTP. Stands behind the decoder and before the request's handler; lives on the connection's event loop.
final class GuardConnection: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    /// What a connection is given.
    struct Limits {
        /// How long a body may take in any case.
        let grace: TimeAmount
        /// Beyond the grace each of so many bytes earns a second more. Slower than any line that people upload over, and too fast for
        /// somebody who holds a thousand connections with a byte now and then.
        var bytesPerSecond: Int64 = 4096
        /// How long the rest of a request that has been answered already may take to arrive. Closing at once would reset the connection
        /// before the client has read the answer.
        var linger = TimeAmount.seconds(1)
    }

    /// A request whose body is under way.
    private struct Body {
        let began: NIODeadline
        var bytes: Int64 = 0
        var isRefused = false
    }

    private let limits: Limits
    private let unparsed = UnparsedBytes()
    private var body: Body?
    /// Requests whose answer has not been written to its end.
    private var unanswered = 0
    private var isRefused = false
    private var bodyTimer: Scheduled<Void>?
    private var closeTimer: Scheduled<Void>?

    init(limits: Limits) { self.limits = limits }

    func handlerAdded(context: ChannelHandlerContext) {
        do {
            try context.pipeline.syncOperations.addHandler(unparsed, position: .first)
        } catch {
            // Unguarded it does not go on.
            context.close(promise: nil)
        }
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        bodyTimer?.cancel()
        closeTimer?.cancel()
    }

    func channelInactive(context: ChannelHandlerContext) {
        handlerRemoved(context: context)
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        unparsed.clear()
        switch unwrapInboundIn(data) {
        case .head:
            unanswered += 1
            body = Body(began: .now())
            watchBody(context, until: .now() + limits.grace)
        case .body(let bytes): body?.bytes += Int64(bytes.readableBytes)
        case .end:
            body = nil
            handlerRemoved(context: context)
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if case .end = unwrapOutboundIn(data) {
            unanswered = max(0, unanswered - 1)
            if body != nil, unanswered == 0 { closeSoon(context) }
        }
        context.write(data, promise: promise)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard error is HTTPParserError || error is HTTP1TypeConversionError else {
            context.fireErrorCaught(error)
            return
        }
        guard !isRefused else { return }
        isRefused = true
        let problem = GuardConnection.problem(error)
        if body != nil, unanswered > 0 {
            // Whoever reads the body answers with the problem.
            context.fireErrorCaught(problem)
        } else if unanswered > 0 {
            context.fireErrorCaught(error)
        } else {
            answer(problem, context)
        }
    }

    private func watchBody(_ context: ChannelHandlerContext, until deadline: NIODeadline) {
        bodyTimer?.cancel()
        bodyTimer = context.eventLoop.assumeIsolated().scheduleTask(deadline: deadline) {
            guard var body = self.body, !body.isRefused else { return }
            let earned = body.began + self.limits.grace + .seconds(body.bytes / self.limits.bytesPerSecond)
            guard earned <= .now() else { return self.watchBody(context, until: earned) }
            body.isRefused = true
            self.body = body
            context.fireErrorCaught(
                Problem(
                    .requestTimeout, "body-too-slow",
                    LocalizedText(sv: "Innehållet kom för långsamt.", en: "The body came too slowly."),
                    remedy: LocalizedText(
                        sv: "Skicka det igen över en snabbare förbindelse.", en: "Send it again over a faster line.")))
        }
    }

    private func closeSoon(_ context: ChannelHandlerContext) {
        closeTimer?.cancel()
        closeTimer = context.eventLoop.assumeIsolated().scheduleTask(in: limits.linger) { context.close(promise: nil) }
    }

    /// The connection is at an end: nothing after a request that is none can be trusted to begin where it seems to.
    private func answer(_ problem: Problem, _ context: ChannelHandlerContext) {
        let bytes = ByteBuffer(string: problem.json(in: .en).canonicalText)
        let fields: HTTPFields = [
            .contentType: "application/problem+json", .contentLength: String(bytes.readableBytes), .connection: "close",
            .xContentTypeOptions: "nosniff",
        ]
        context.write(wrapOutboundOut(.head(HTTPResponse(status: problem.status, headerFields: fields))), promise: nil)
        context.write(wrapOutboundOut(.body(bytes)), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        closeSoon(context)
    }

    private static func problem(_ error: any Error) -> Problem {
        guard error as? HTTPParserError == .headerOverflow else {
            return Problem(
                .badRequest, "not-http",
                LocalizedText(
                    sv: "Begäran är inte HTTP som den är nedskriven.", en: "The request is not HTTP as it is written down."),
                remedy: LocalizedText(
                    sv: "Skicka HTTP/1.1 som RFC 9112 beskriver det, med ett sätt att ange innehållets längd.",
                    en: "Send HTTP/1.1 as RFC 9112 describes it, with one way of telling the body's length."))
        }
        return Problem(
            HTTPResponse.Status(code: 431, reasonPhrase: "Request Header Fields Too Large"), "headers-too-large",
            LocalizedText(
                sv: "Begärans huvudfält är för stora eller för många.", en: "The header fields are too large or too many."),
            remedy: LocalizedText(sv: "Skicka högst 64 fält och 32 KiB.", en: "Send at most 64 fields and 32 KiB of them."))
    }
}
