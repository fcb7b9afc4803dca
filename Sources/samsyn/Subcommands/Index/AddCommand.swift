import ArgumentParser
import Operations

struct AddCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Add the call sets of a sheet: all of them or none.",
        discussion: """
            The sheet is tab-separated with the header: callset vcf sample assay sex origin
            Sample - is the file's only one; sex is female, male or unknown; origin is germline or tumour.

            Example:
              printf 'callset\\tvcf\\tsample\\tassay\\tsex\\torigin\\n' > sheet.tsv
              printf 'P1\\tp1.vcf.gz\\t-\\twgs\\tfemale\\tgermline\\n' >> sheet.tsv
              samsyn index add my.index sheet.tsv
            """)

    @OptionGroup var sheet: SheetArguments

    func run() async throws { try await sheet.run(.add) }
}

struct ReplaceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replace",
        abstract: "Replace call sets by their re-analyses: all of a sheet or none.",
        discussion: """
            Every call set of the sheet must be in the index. The old calls stop counting in the same step in which the
            new ones are seen.

            Example:
              samsyn index replace my.index sheet.tsv
            """)

    @OptionGroup var sheet: SheetArguments

    func run() async throws { try await sheet.run(.replace) }
}

/// What adding and replacing are asked with.
struct SheetArguments: ParsableArguments {
    @Argument(help: "The index.", completion: .directory) var directory: String
    @Argument(help: "The sheet.", completion: .file(extensions: ["tsv"])) var sheet: String
    @Option(help: "Files read at once.") var workers = 2

    func validate() throws {
        guard (1...64).contains(workers) else { throw ValidationError("--workers must be between 1 and 64.") }
    }

    func run(_ mode: AddCallSets.Mode) async throws {
        let line = ProgressLine()
        try await reportingFailure {
            defer { line.end() }
            var act = AddCallSets(directory: directory, sheet: sheet, mode: mode)
            act.workers = workers
            act.progress = { line.show($0) }
            let receipt = try await act.run()
            line.end()
            Terminal.answer(ReceiptText.text(receipt))
            if let failure = receipt.mergeFailure {
                Terminal.complain("samsyn: the call sets are in, but merging did not end: \(failure)")
            }
        }
    }
}
