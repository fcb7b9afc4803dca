package import AccessModel
package import Hummingbird
package import StructuredText

/// What accompanies a request for a page: who is looking, in which language and colours.
package struct PageContext: RequestContext {
    /// What middleware hands a request on to.
    typealias Next = (Request, PageContext) async throws -> Response

    package var coreContext: CoreRequestContextStorage
    /// Set by `ReadVisitor`; nil where nobody is signed in.
    package var visitor: Visitor?
    /// Set by `ReadPreferences`.
    package var language = Language.sv
    package var theme = Theme.system
    /// Whether single letters are shortcuts. Who speaks to the computer turns them off (WCAG 2.1.4).
    package var usesKeys = true

    package init(source: ApplicationRequestContextSource) { coreContext = CoreRequestContextStorage(source: source) }

    /// Of a request that has come through other middleware already: its log, its identifier, and the place where its route is told.
    package init(_ coreContext: CoreRequestContextStorage) { self.coreContext = coreContext }

    /// Who is signed in. Throws `PageDetour.signIn` where nobody is.
    package func signedIn() throws -> Visitor {
        guard let visitor else { throw PageDetour.signIn }
        return visitor
    }

    /// Who is asking, and why. Throws a `PageDetour` where nobody is signed in, or no purpose has been chosen.
    package func asking() throws -> (actor: Actor, purpose: Purpose) {
        let visitor = try signedIn()
        guard let purpose = visitor.purpose else { throw PageDetour.choosePurpose }
        return (visitor.actor, purpose)
    }

    /// A text that is part of the path.
    package func pathText(_ name: String) throws -> String {
        guard let text = parameters.get(name).flatMap({ FormText.decoded($0, isQuery: false) }) else { throw PageDetour.notFound }
        return text
    }
}

/// Why a page is not shown, where the answer is to go elsewhere or that there is none.
package enum PageDetour: Error, Hashable, Sendable {
    case signIn, choosePurpose
    /// Also what somebody may not know to exist.
    case notFound
    /// The form was not made for this session, or came from another site.
    case foreignForm
}
