import ArgumentParser
import Foundation
import Operations
import VariantStorage

struct MergeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge",
        abstract: "Merge all segments into one for each origin; nothing of removed call sets is left.",
        discussion: """
            Merging also runs by itself when an index has many segments. Questions are answered meanwhile.

            Example:
              samsyn index merge my.index
            """)

    @Argument(help: "The index.", completion: .directory) var directory: String

    func run() throws {
        let line = ProgressLine()
        try reportingFailure {
            defer { line.end() }
            let merges = try IndexWriter(directory: directory).merge(.everything, progress: line.counter(.merging))
            line.end()
            Terminal.answer(merges == 0 ? "Nothing to merge.\n" : "Merged.\n")
        }
    }
}

struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Prove every byte of the index: checksums, order, totals, and that nothing removed is left.",
        discussion: """
            Example:
              samsyn index verify my.index
            """)

    @Argument(help: "The index.", completion: .directory) var directory: String

    func run() throws {
        let line = ProgressLine()
        try reportingFailure {
            defer { line.end() }
            let result = try VerifyIndex.run(directory: directory, progress: line.counter(.verifying))
            line.end()
            Terminal.answer(
                "Sound: \(result.callSets) call sets, \(result.variants) variants, \(result.calls) calls in "
                    + "\(result.segments) segments, \(result.bytes) bytes.\n")
            Terminal.answer(
                result.erasedWaiting == 0
                    ? "Every byte belongs to a live call set: nothing of a removed one is left.\n"
                    : "\(result.erasedWaiting) removed call sets do not count, but their bytes are still there. "
                        + "Take them out with: samsyn index merge \(directory)\n")
        }
    }
}

struct StatsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stats",
        abstract: "What the index holds, in figures.",
        discussion: """
            Example:
              samsyn index stats my.index --json
            """)

    @Argument(help: "The index.", completion: .directory) var directory: String
    @Flag(help: "One JSON object.") var json = false

    func run() throws {
        try reportingFailure {
            let description = try IndexDescription(directory: directory)
            if json {
                let encoder = JSONEncoder()
                encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
                Terminal.answer(String(decoding: try encoder.encode(description), as: UTF8.self) + "\n")
            } else {
                Terminal.answer(StatsCommand.text(description))
            }
        }
    }

    private static func text(_ description: IndexDescription) -> String {
        var text = "Assembly \(description.assembly); "
        text += description.reference.map { "left-aligned by \($0)" } ?? "no reference: alleles are trimmed only"
        text += "\n\n"
        var assays = TextTable(["assay", "call sets", "intervals", "bases"])
        for assay in description.assays {
            assays.append([
                assay.name, "\(assay.callSets)", assay.intervals.map { "\($0)" } ?? "genome",
                assay.bases.map { "\($0)" } ?? "genome",
            ])
        }
        text += assays.text + "\n"
        var origins = TextTable([
            "origin", "call sets", "female", "male", "unknown", "segments", "variants", "calls", "bytes", "to be erased",
        ])
        for origin in description.origins {
            origins.append(
                [origin.origin]
                    + [
                        origin.callSets, origin.female, origin.male, origin.unknown, origin.segments, origin.variants,
                        origin.calls, origin.bytes, origin.erasedWaiting,
                    ].map { "\($0)" })
        }
        return text + origins.text
    }
}
