package import Hummingbird
package import Identification
internal import NIOCore

/// What accompanies a request through the middleware.
package struct APIContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    /// The connection that it came over.
    let channel: any Channel
    /// Set by `NoteOrigin`; nil where it is not known, or nothing depends on it.
    var remote: SocketAddress?
    /// Set by `NoteOrigin`.
    package var origin: RequestOrigin?
    /// Set by `AuthenticateRequests`.
    package var credential: Credential?

    package init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        channel = source.channel
    }
}
