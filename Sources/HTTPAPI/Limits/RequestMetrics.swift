/// Where the figures of requests go. Labels are what the program itself named: never an identifier, an actor or a parameter.
package struct RequestMetrics: Sendable {
    /// Method, the route's template (`unmatched` where there is none), the status, and how long it took in seconds.
    package let record: @Sendable (_ method: String, _ route: String, _ status: Int, _ seconds: Double) -> Void

    package init(record: @escaping @Sendable (_ method: String, _ route: String, _ status: Int, _ seconds: Double) -> Void) {
        self.record = record
    }

    package static let none = RequestMetrics { _, _, _, _ in }
}
