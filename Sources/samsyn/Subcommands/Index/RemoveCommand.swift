import ArgumentParser
import Operations

struct RemoveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove",
        abstract: "Take call sets out: they stop counting at once, and their bytes are gone.",
        discussion: """
            All of the named call sets or none. The segments that held them are rewritten without them; with --keep-bytes
            that waits for the next merge.

            Example:
              samsyn index remove my.index P1
            """)

    @Argument(help: "The index.", completion: .directory) var directory: String
    @Argument(help: "Names of call sets.") var callSets: [String]
    @Flag(help: "Leave the rewriting to the next merge.") var keepBytes = false

    func run() throws {
        let line = ProgressLine()
        try reportingFailure {
            defer { line.end() }
            try RemoveCallSets.run(
                directory: directory, names: callSets, keepsBytes: keepBytes, progress: line.counter(.merging))
            line.end()
            Terminal.answer(
                keepBytes
                    ? "\(callSets.count) call sets no longer count. Their bytes leave with: samsyn index merge \(directory)\n"
                    : "\(callSets.count) call sets are gone.\n")
        }
    }
}
