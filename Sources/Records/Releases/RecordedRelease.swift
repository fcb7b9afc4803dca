package import AccessModel

/// A request with everything that was done about it.
package struct RecordedRelease: Hashable, Sendable {
    package let request: ReleaseRequest
    /// The node through which it came, or where it was written.
    package let node: String
    /// As they were recorded.
    package let steps: [ReleaseStep]

    package init(request: ReleaseRequest, node: String, steps: [ReleaseStep]) {
        self.request = request
        self.node = node
        self.steps = steps
    }

    package var progress: ReleaseProgress { ReleaseProgress(steps) }
}
