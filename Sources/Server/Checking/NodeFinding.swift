/// What the check of a configuration found about one thing.
package struct NodeFinding: Hashable, Sendable {
    /// How grave it is; the raw value begins the line.
    package enum State: String, Sendable, CaseIterable {
        case sound = "ok"
        /// The node starts all the same.
        case warning
        case fault
    }

    package let state: State
    /// What was looked at: `partition 24`, `peer node-12`.
    package let subject: String
    package let message: String

    package init(_ state: State, _ subject: String, _ message: String) {
        self.state = state
        self.subject = subject
        self.message = message
    }

    /// Sound with the text that `look` returns, or a fault with what it throws.
    init(_ subject: String, _ look: () throws -> String) {
        do {
            self.init(.sound, subject, try look())
        } catch {
            self.init(.fault, subject, "\(error)")
        }
    }

    /// One line of the check's report, without its end.
    package var line: String { "\(state.rawValue.padded(to: 8)) \(subject): \(message)" }
}

extension String {
    fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
