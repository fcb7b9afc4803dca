import Foundation
import Glibc

/// Where a command writes: answers to stdout, everything else to stderr.
enum Terminal {
    static var isInteractive: Bool { isatty(STDERR_FILENO) == 1 && getenv("CI") == nil }

    /// A line of an answer. A reader that has gone away (`| head`) ends the program quietly, as `SIGPIPE` does.
    static func answer(_ text: String) { write(text, to: STDOUT_FILENO) }

    static func complain(_ line: String) { write(line + "\n", to: STDERR_FILENO) }

    /// Text without a line end of its own, on stderr.
    static func note(_ text: String) { write(text, to: STDERR_FILENO) }

    private static func write(_ text: String, to file: Int32) {
        var text = text
        text.withUTF8 { bytes in
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = UnsafeBufferPointer(rebasing: rest).withMemoryRebound(to: UInt8.self) {
                    Glibc.write(file, $0.baseAddress, $0.count)
                }
                if count < 0 {
                    if errno == EINTR { continue }
                    return
                }
                rest = rest.dropFirst(count)
            }
        }
    }
}

/// Collects an answer and writes it in large pieces: a region of a genome is many thousand lines.
struct AnswerText: ~Copyable {
    private var text = ""

    mutating func append(_ line: String) {
        text += line
        if text.utf8.count > 1 << 16 { flush() }
    }

    mutating func flush() {
        Terminal.answer(text)
        text = ""
    }
}
