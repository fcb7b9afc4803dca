internal import ClinicalModel
internal import Foundation
package import Logging
internal import Operations
internal import StructuredText

/// Writes each log entry as one line of JSON: time, level, message, what every line carries, and what the entry was given with it.
///
/// No member stands twice in a line, and what every line carries cannot be replaced by an entry.
package struct JSONLogHandler: LogHandler {
    package var logLevel: Logger.Level = .info
    package var metadata: Logger.Metadata = [:]
    /// In every line: the node's name, and whether anybody can sign in as anybody.
    private let constant: [(String, JSONValue)]
    private let taken: Set<String>
    private let write: @Sendable (String) -> Void

    /// `write` is given whole lines with their ends; it is called by many threads at once.
    package init(constant: [(String, String)], write: @escaping @Sendable (String) -> Void = JSONLogHandler.toStandardError) {
        self.constant = constant.map { ($0.0, JSONValue(.string($0.1))) }
        taken = Set(["time", "level", "message"] + constant.map(\.0))
        self.write = write
    }

    package subscript(metadataKey key: String) -> Logger.MetadataValue? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    package func log(event: LogEvent) {
        var members: [(String, JSONValue?)] = [
            ("time", JSONValue(.string(Timestamp.now().description))), ("level", JSONValue(.string(event.level.rawValue))),
            ("message", JSONValue(.string(event.message.description))),
        ]
        members += constant
        for (key, value) in event.metadata ?? [:] where !taken.contains(key) { members.append((key, JSONLogHandler.json(value))) }
        for (key, value) in metadata where !taken.contains(key) && event.metadata?[key] == nil {
            members.append((key, JSONLogHandler.json(value)))
        }
        write(JSONValue(members: members).compactText + "\n")
    }

    private static func json(_ value: Logger.MetadataValue) -> JSONValue {
        if case .string(let text) = value { return JSONValue(.string(text)) }
        return JSONValue(.string("\(value)"))
    }

    /// One call of the system for a line, so that lines of two threads do not mix.
    @Sendable package static func toStandardError(_ line: String) { FileHandle.standardError.write(Data(line.utf8)) }
}
