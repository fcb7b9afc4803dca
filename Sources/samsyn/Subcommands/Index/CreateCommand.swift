import ArgumentParser
import GenomeModel
import Operations

struct CreateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "create",
        abstract: "Make an empty index for one assembly.",
        discussion: """
            With a reference (FASTA with its .fai) alleles are left-aligned; without one they are trimmed only.

            Example:
              samsyn index create my.index --assembly GRCh38
            """)

    @Argument(help: "The directory to make.", completion: .directory) var directory: String
    @Option(help: "GRCh37 or GRCh38. It is never guessed.") var assembly: Assembly
    @Option(help: "FASTA by which variants are left-aligned.", completion: .file()) var reference: String?

    func run() throws {
        try reportingFailure {
            try CreateIndex.run(directory: directory, assembly: assembly, reference: reference)
            Terminal.answer("Made \(directory) for \(assembly.rawValue).\n")
        }
    }
}
