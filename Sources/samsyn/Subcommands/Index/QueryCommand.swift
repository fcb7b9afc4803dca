import ArgumentParser
import Foundation
import GenomeModel
import Operations
import VariantStorage

struct QueryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "query",
        abstract: "How often variants are seen, and how many call sets could have shown them.",
        discussion: """
            A variant is written as 17-43093464-G-A, chr17:43093464:G:A, SPDI, HGVS g. or VariantKey. A region is 1-based,
            both ends included, and matches by the REF span. Answers come in the order of the questions; a variant that
            nobody carries is answered with zeros and its AN.

            het + hom + hemi + reference + failed + noCall + notCovered = cohort.

            Example:
              samsyn index query my.index 17-43093464-G-A --format json
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case table, json, tsv
    }

    @Argument(help: "The index.", completion: .directory) var directory: String
    @Argument(help: "Variants.") var variants: [String] = []
    @Option(help: "Every stored variant in a region, as 17:43044295-43125483.") var region: String?
    @Option(help: "Variants from a file, one a line.", completion: .file()) var fromFile: String?
    @OptionGroup var cohort: CohortArguments
    @Option(help: "table, json (an object a line) or tsv.") var format: Format = .table

    func validate() throws {
        guard !variants.isEmpty || region != nil || fromFile != nil else {
            throw ValidationError("Name a variant, or give --region or --from-file.")
        }
    }

    func run() throws {
        try reportingFailure {
            let query = try QueryIndex(directory: directory, filter: try cohort.filter())
            // Every question is understood before the first is answered: a mistake in the last must not leave half an answer.
            var asked = try variants.map { try query.variant($0) }
            if let fromFile {
                for entry in try LineFile(path: fromFile).entries {
                    do { asked.append(try query.variant(entry.text)) } catch let error as VariantNotationError {
                        Terminal.complain("samsyn: \(fromFile), line \(entry.line): \(error)")
                        throw ExitCode(Failure.data)
                    }
                }
            }
            let interval = try region.map { try query.interval($0) }
            switch format {
            case .json: try answer(query, asked, interval, FrequencyText.json)
            case .tsv:
                Terminal.answer(FrequencyText.header)
                try answer(query, asked, interval, FrequencyText.row)
            case .table: try answerTable(query, asked, interval)
            }
        }
    }

    private func answer(
        _ query: QueryIndex, _ asked: [Variant], _ interval: Interval?, _ line: (String, Frequency) -> String
    ) throws {
        var text = AnswerText()
        for variant in asked { text.append(line(variant.notation, try query.frequency(of: variant))) }
        if let interval {
            var lines = ""
            try query.forEachVariant(in: interval) { variant, frequency in
                guard let notation = variant.notation else { return }
                lines += line(notation, frequency)
                if lines.utf8.count > 1 << 16 {
                    Terminal.answer(lines)
                    lines = ""
                }
            }
            text.append(lines)
        }
        text.flush()
    }

    private func answerTable(_ query: QueryIndex, _ asked: [Variant], _ interval: Interval?) throws {
        var table = TextTable(FrequencyText.columns)
        func append(_ notation: String, _ frequency: Frequency) {
            var values = FrequencyText.values(frequency)
            values[2] = frequency.af.map { String(format: "%.4g", $0) } ?? "-"
            table.append([notation] + values)
        }
        for variant in asked { append(variant.notation, try query.frequency(of: variant)) }
        if let interval {
            try query.forEachVariant(in: interval) { variant, frequency in
                if let notation = variant.notation { append(notation, frequency) }
            }
        }
        Terminal.answer(table.text)
        let cohort = query.cohort
        if cohort.germline > 0, cohort.tumour > 0 {
            Terminal.complain(
                "Asked \(cohort.germline) germline and \(cohort.tumour) tumour call sets together; --origin asks one kind.")
        }
    }
}
