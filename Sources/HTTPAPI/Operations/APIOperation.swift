package import HTTPTypes
package import Hummingbird
package import StructuredText

/// One operation of the platform's own API: what the router is made of, and the description.
package struct APIOperation: Sendable {
    package enum Tag: String, Sendable, CaseIterable {
        case node, search, submissions, people, findings, reports, ledger, policies, enquiries, knowledge
    }

    package enum Body: Sendable {
        case none
        /// A JSON document of this form.
        case json(Schema)
        /// Text of a media type, given to the handler as it is.
        case text(String)
        /// Bytes of a media type that the handler reads itself, piece by piece.
        case stream([String])
    }

    /// One way in which it goes well.
    package struct Outcome: Sendable {
        package let status: HTTPResponse.Status
        package let description: String
        /// Nil where nothing is returned.
        package let schema: Schema?
        /// The media type of what is returned.
        package let type: String

        package init(
            _ status: HTTPResponse.Status, _ description: String, _ schema: Schema? = nil,
            type: String = "application/json"
        ) {
            self.status = status
            self.description = description
            self.schema = schema
            self.type = type
        }
    }

    /// The name by which programs know it; unique.
    package let id: String
    package let method: HTTPRequest.Method
    /// `/api/v1/variants/{variant}`
    package let path: String
    package let tag: Tag
    package let summary: LocalizedText
    package var parameters: [Parameter] = []
    package var body = Body.none
    package let outcomes: [Outcome]
    /// What it may be refused with, beyond what any operation may.
    package var problems: [HTTPResponse.Status] = []
    /// Whether a purpose has to be named: everywhere but where nothing about anybody is read or written.
    package var needsPurpose = true
    /// Whether it is for everybody, without a token.
    package var isOpen = false
    /// The largest body in bytes, of one that is read whole; the node may take less (`RequestLimits`).
    package var bodyLimit = 1 << 20
    /// The longest that it may take, in seconds.
    package var seconds = 60
    /// Whether it only waits for regions, or says what is at hand: what is not done so stays away from the threads of the connections.
    package var isQuick = false
    package let handle: @Sendable (Call) async throws -> Response

    package init(
        _ id: String, _ method: HTTPRequest.Method, _ path: String, _ tag: Tag, sv: String, en: String,
        outcomes: [Outcome], handle: @escaping @Sendable (Call) async throws -> Response
    ) {
        self.id = id
        self.method = method
        self.path = path
        self.tag = tag
        summary = LocalizedText(sv: sv, en: en)
        self.outcomes = outcomes
        self.handle = handle
    }

    /// Sets one of the parts that most operations leave as they are.
    func with<Value>(_ part: WritableKeyPath<APIOperation, Value>, _ value: Value) -> APIOperation {
        var operation = self
        operation[keyPath: part] = value
        return operation
    }
}
