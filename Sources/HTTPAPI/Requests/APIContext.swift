package import Hummingbird
package import Identification

/// What accompanies a request through the middleware.
package struct APIContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    /// Set by `AuthenticateRequests`.
    package var credential: Credential?

    package init(source: ApplicationRequestContextSource) { coreContext = CoreRequestContextStorage(source: source) }
}
