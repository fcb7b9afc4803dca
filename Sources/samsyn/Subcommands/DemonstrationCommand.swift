import ArgumentParser
import Operations

struct DemonstrationCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demonstration",
        abstract: "Make up seven regions' patients and their submissions, from a seed; no real person.",
        discussion: """
            What is made up, and after which sources, stands in docs/demonstration.md. plan.json says what to expect of it.

            Example:
              samsyn demonstration play --seed 7
            """)

    @Argument(help: "The directory to make.", completion: .directory) var directory: String
    @Option(help: "The same seed makes the same bytes.") var seed: UInt64 = 1
    @Option(help: "People in each region.") var people = 40

    func run() throws {
        try reportingFailure {
            let plan = try MakeDemonstration(directory: directory, seed: seed, share: SharedFiles.root, people: people).run()
            let count = plan.regions.reduce(0) { $0 + $1.submissions.count }
            Terminal.answer("\(count) submissions of \(plan.regions.count) regions in \(directory)/submissions.\n")
        }
    }
}
