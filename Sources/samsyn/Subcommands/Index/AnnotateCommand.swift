import ArgumentParser
import Operations
import VariantFormats

struct AnnotateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "annotate",
        abstract: "Write the index's frequencies into a VCF.",
        discussion: """
            INFO SAMSYN_AC, _AN, _AF, _HET, _HOM and _HEMI for each ALT, and Obs, Hom and Hem as loqusdb writes them.
            Everything else of the file is kept.

            Example:
              samsyn index annotate my.index patient.vcf.gz -o annotated.vcf.gz
            """)

    @Argument(help: "The index.", completion: .directory) var directory: String
    @Argument(help: "VCF or BCF, plain or compressed.", completion: .file()) var input: String
    @Option(name: .shortAndLong, help: "Where to write; compressed (BGZF) where it ends in .gz.") var output: String
    @OptionGroup var cohort: CohortArguments
    @Option(help: "Threads that compress.") var threads = 2

    func validate() throws {
        guard (0...64).contains(threads) else { throw ValidationError("--threads must be between 0 and 64.") }
    }

    func run() throws {
        try reportingFailure {
            var act = AnnotateFile(directory: directory, input: input, output: output)
            act.filter = try cohort.filter()
            act.threads = threads
            let report = try act.run()
            Terminal.note(ReceiptText.diagnostics(report.diagnostics))
            Terminal.answer("Annotated \(report.records) records: \(output)\n")
        }
    }
}
