import ArgumentParser
import Foundation
import GenomeModel
import Operations

struct CarriersCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "carriers",
        abstract: "Which call sets carry a variant, and how.",
        discussion: """
            Calls that failed their filters are listed as such; they do not count in frequencies.

            Example:
              samsyn index carriers my.index 17-43093464-G-A
            """)

    @Argument(help: "The index.", completion: .directory) var directory: String
    @Argument(help: "The variant.") var variant: String
    @OptionGroup var cohort: CohortArguments
    @Option(help: "table, json (an object a line) or tsv.") var format: QueryCommand.Format = .table

    private struct Line: Encodable {
        let callset: String
        let assay: String
        let sex: String
        let origin: String
        let zygosity: String
        let filter: String
        let fraction: Float?
    }

    func run() throws {
        try reportingFailure {
            let query = try QueryIndex(directory: directory, filter: try cohort.filter())
            let variant = try query.variant(self.variant)
            let lines = try query.carriers(of: variant).map { carrier in
                Line(
                    callset: carrier.callSet, assay: carrier.assay, sex: carrier.sex.rawValue,
                    origin: carrier.origin.rawValue, zygosity: CarriersCommand.zygosity(carrier.state),
                    filter: carrier.state.isFailed ? "failed" : "pass", fraction: carrier.fraction)
            }
            let header = ["callset", "assay", "sex", "origin", "zygosity", "filter", "fraction"]
            switch format {
            case .json:
                let encoder = JSONEncoder()
                encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
                for line in lines { Terminal.answer(String(decoding: try encoder.encode(line), as: UTF8.self) + "\n") }
            case .tsv:
                Terminal.answer(header.joined(separator: "\t") + "\n")
                for line in lines { Terminal.answer(CarriersCommand.cells(line, missing: "").joined(separator: "\t") + "\n") }
            case .table:
                var table = TextTable(header)
                for line in lines { table.append(CarriersCommand.cells(line, missing: "-")) }
                Terminal.answer(lines.isEmpty ? "Nobody carries \(variant.notation).\n" : table.text)
            }
        }
    }

    private static func cells(_ line: Line, missing: String) -> [String] {
        [
            line.callset, line.assay, line.sex, line.origin, line.zygosity, line.filter,
            line.fraction.map { "\($0)" } ?? missing,
        ]
    }

    private static func zygosity(_ state: CallState) -> String {
        switch state {
        case .homozygous, .failedHomozygous: "hom"
        case .heterozygous, .failedHeterozygous: "het"
        default: "hemi"
        }
    }
}
