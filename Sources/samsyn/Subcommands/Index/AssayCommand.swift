import ArgumentParser
import GenomeModel
import Operations

struct AssayCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "assay",
        abstract: "Define an assay version: what it looks at.",
        discussion: """
            A frequency needs to know who could have shown the variant. A new version of a panel gets a name of its own.

            Example:
              samsyn index assay my.index wgs --genome
            """)

    @Argument(help: "The index.", completion: .directory) var directory: String
    @Argument(help: "Name of the assay version, as the sheets use it.") var name: String
    @Option(help: "BED file of the targets.", completion: .file(extensions: ["bed", "gz"])) var targets: String?
    @Flag(help: "The assay covers the whole genome.") var genome = false

    func validate() throws {
        guard genome != (targets != nil) else { throw ValidationError("Give either --targets BED or --genome.") }
    }

    func run() throws {
        try reportingFailure {
            let outcome = try DefineAssay.run(directory: directory, name: name, bed: targets)
            Terminal.note(ReceiptText.diagnostics(outcome.diagnostics))
            let what =
                outcome.targets.count.map { "\($0) intervals, \(outcome.targets.length ?? 0) bases" } ?? "the whole genome"
            Terminal.answer("\(outcome.isNew ? "Defined" : "Already defined") \(name): \(what).\n")
        }
    }
}
