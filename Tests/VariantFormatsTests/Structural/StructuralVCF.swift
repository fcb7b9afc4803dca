import GenomeModel
import VariantFormats

/// Small structural VCF texts, and what the reader makes of them.
enum StructuralVCF {
    static func text(_ records: [String], samples: [String] = ["S"], version: String = "4.2", contigs: [String] = []) -> String {
        let header =
            ["##fileformat=VCFv\(version)"] + contigs
            + [
                "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO" + (samples.isEmpty ? "" : "\tFORMAT\t")
                    + samples.joined(separator: "\t")
            ]
        return (header + records.map { $0.replacing(" ", with: "\t") }).joined(separator: "\n") + "\n"
    }

    static func read(
        _ records: [String], samples: [String] = ["S"], sexes: [Sex] = [], version: String = "4.2", origin: Origin = .germline,
        assembly: Assembly = .grch38, contigs: [String] = []
    ) throws -> StructuralFile {
        try ScratchFiles.with { scratch in
            let path = try scratch.write("a.vcf", text(records, samples: samples, version: version, contigs: contigs))
            let sets = samples.enumerated().map { index, name in
                CallSetSource(name: name, sample: name, sex: index < sexes.count ? sexes[index] : .female)
            }
            return try StructuralReader.read(
                path: path, callSets: sets, options: CallReaderOptions(assembly: assembly, origin: origin))
        }
    }

    /// An event in one line: `DEL 1:101-200`, `INS 1:100 +300`, `BND 1:10+ 9:20-`.
    static func line(_ event: StructuralEvent) -> String {
        func place(_ end: Breakpoint) -> String {
            let reach = end.width == 0 ? "" : "(\(end.low.value)..\(end.high.value))"
            return "\(end.position.value)\(reach)"
        }
        let first = "\(event.first.contig.name):\(place(event.first))"
        switch event.kind {
        case .insertion: return "INS \(first) +\(event.length.map(String.init) ?? "?")"
        case .singleBreakend: return "BND \(first)\(event.firstSide == .left ? "+" : "-")"
        case .adjacency:
            let second = "\(event.second.contig.name):\(place(event.second))"
            return "BND \(first)\(event.firstSide == .left ? "+" : "-") \(second)\(event.secondSide == .left ? "+" : "-")"
        default:
            let change = event.kind == .copyNumber ? event.change.map { " \($0)" } ?? "" : ""
            return "\(event.kind.symbol) \(first)-\(place(event.second))\(change)"
        }
    }

    static func counts(_ file: StructuralFile) -> [String: Int] {
        var counts = Dictionary(uniqueKeysWithValues: file.report.structuralDiagnostics.map { ($0.kind.name, $0.count) })
        for diagnostic in file.report.diagnostics where diagnostic.kind != .contigLinesMissing {
            counts[diagnostic.kind.name] = diagnostic.count
        }
        return counts
    }
}
