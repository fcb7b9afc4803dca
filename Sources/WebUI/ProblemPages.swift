internal import HTTPTypes
package import Hummingbird
internal import NIOCore
package import Operations
package import StructuredText

/// Shows what went wrong before a page was asked for, as every page shows it: for whoever serves the pages among other things.
package struct ProblemPages: Sendable {
    let site: Site

    package init(site: Site) { self.site = site }

    /// The page of a problem, with its status. The address is not part of it: it may be what was wrong.
    package func answer(
        _ request: Request, _ context: PageContext, _ facts: @escaping @Sendable (Language) -> ProblemFacts
    ) async throws -> Response {
        var head = request.head
        head.method = .get
        head.path = SiteURL.start.path
        let start = Request(head: head, body: RequestBody(buffer: ByteBuffer()))
        let (preferences, visitor) = (ReadPreferences(site: site), ReadVisitor(site: site))
        let answer = AnswerWithPages(site: site, methods: AddressMethods())
        return try await SecurePages().handle(start, context: context) { request, context in
            try await preferences.handle(request, context: context) { request, context in
                try await visitor.handle(request, context: context) { request, context in
                    try await answer.handle(request, context: context) { _, context in throw facts(context.language) }
                }
            }
        }
    }
}
