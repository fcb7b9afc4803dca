internal import HTTPTypes
internal import Operations
internal import StructuredText

/// Gives work a time, after which it is cancelled and the request is answered with a problem.
package enum TimeLimit {
    /// Work that does not look at its cancellation, such as one read of a database, is waited for.
    package static func run<Result: Sendable>(
        _ limit: Duration, _ work: @escaping @Sendable () async throws -> Result
    ) async throws -> Result {
        try await withThrowingTaskGroup(of: Result?.self) { group in
            group.addTask { try await work() }
            group.addTask {
                await Deadlines.shared.wait(until: .now + limit)
                return nil
            }
            defer { group.cancelAll() }
            guard let first = try await group.next(), let result = first else {
                throw Problem(
                    .serviceUnavailable, "took-too-long",
                    LocalizedText(
                        sv: "Begäran tog längre tid än noden ger den.", en: "The request took longer than the node gives one."),
                    remedy: LocalizedText(
                        sv: "Fråga om mindre på en gång, eller försök igen senare.",
                        en: "Ask for less at once, or try again later."))
            }
            return result
        }
    }
}
