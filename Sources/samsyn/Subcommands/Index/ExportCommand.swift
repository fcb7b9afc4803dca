import ArgumentParser
import Operations

struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write every variant with its frequency, as sites-only VCF or as TSV.",
        discussion: """
            The name decides: .tsv, .vcf or .vcf.gz. The TSV has the columns of query. Nobody is named in it.

            Example:
              samsyn index export my.index -o sites.vcf.gz
            """)

    @Argument(help: "The index.", completion: .directory) var directory: String
    @Option(name: .shortAndLong, help: "Where to write.") var output: String
    @OptionGroup var cohort: CohortArguments

    func validate() throws {
        guard [".tsv", ".vcf", ".vcf.gz"].contains(where: output.hasSuffix) else {
            throw ValidationError("The output must end in .tsv, .vcf or .vcf.gz.")
        }
    }

    func run() throws {
        try reportingFailure {
            var act = ExportIndex(directory: directory, output: output)
            act.filter = try cohort.filter()
            let count = try act.run()
            Terminal.answer("Exported \(count) variants: \(output)\n")
        }
    }
}
