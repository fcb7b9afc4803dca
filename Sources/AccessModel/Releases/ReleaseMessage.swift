/// What the asking side sends to the holding one: the request, and everything that it has done about it. The same message again changes
/// nothing, so it can be sent until an answer comes.
package struct ReleaseMessage: Hashable, Sendable {
    package let request: ReleaseRequest
    /// Of the asking side alone.
    package let steps: [ReleaseStep]
    /// The node through which it came, as whoever received it has verified.
    package var node: String

    /// Steps of one side that a request may have.
    package static let stepLimit = 100

    package init(request: ReleaseRequest, steps: [ReleaseStep], node: String) {
        self.request = request
        self.steps = steps
        self.node = node
    }
}
