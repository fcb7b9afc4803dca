internal import Foundation
package import Logging
internal import StructuredText

/// Writes each log entry as one line of JSON: time, level, message, what every line carries, and what the entry was given with it.
///
/// No member stands twice in a line, and what every line carries cannot be replaced by an entry.
package struct JSONLogHandler: LogHandler {
    package var logLevel: Logger.Level = .info
    package var metadata: Logger.Metadata = [:]
    /// In every line: the node's name, and whether anybody can sign in as anybody.
    private let constant: [(String, String)]
    private let write: @Sendable (String) -> Void

    /// `write` is given whole lines with their ends; it is called by many threads at once.
    package init(constant: [(String, String)], write: @escaping @Sendable (String) -> Void = JSONLogHandler.toStandardError) {
        self.constant = constant
        self.write = write
    }

    package subscript(metadataKey key: String) -> Logger.MetadataValue? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    package func log(event: LogEvent) {
        var members = [
            ("time", JSONLogHandler.time()), ("level", event.level.rawValue), ("message", event.message.description),
        ]
        members += constant
        let taken = Set(members.map(\.0))
        members += metadata.merging(event.metadata ?? [:]) { _, own in own }
            .filter { !taken.contains($0.key) }.sorted { $0.key < $1.key }.map { ($0.key, "\($0.value)") }
        let line = JSONValue(members: members.map { ($0.0, JSONValue(.string($0.1))) })
        write(line.canonicalText + "\n")
    }

    private static func time() -> String { Date().formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true)) }

    /// One call of the system for a line, so that lines of two threads do not mix.
    @Sendable package static func toStandardError(_ line: String) { FileHandle.standardError.write(Data(line.utf8)) }
}
