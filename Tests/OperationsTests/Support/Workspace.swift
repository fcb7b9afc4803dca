import Foundation
import GenomeModel
import Operations
import VariantStorage

/// A directory of its own for one test, gone with it.
final class Workspace {
    let root: URL

    init() throws {
        root = FileManager.default.temporaryDirectory.appendingPathComponent("samsyn-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: root) }

    func path(_ name: String) -> String { root.appendingPathComponent(name).path }

    @discardableResult
    func write(_ name: String, _ text: String) throws -> String {
        try Data(text.utf8).write(to: URL(fileURLWithPath: path(name)))
        return path(name)
    }

    /// A sheet with one row a call set.
    func sheet(
        _ rows: [(callSet: String, vcf: String, sample: String, assay: String, sex: Sex, origin: Origin)],
        named name: String = "sheet.tsv"
    ) throws -> String {
        var text = "callset\tvcf\tsample\tassay\tsex\torigin\n"
        for row in rows {
            text += "\(row.callSet)\t\(row.vcf)\t\(row.sample)\t\(row.assay)\t\(row.sex.rawValue)\t\(row.origin.rawValue)\n"
        }
        return try write(name, text)
    }

    /// An index with an assay `wgs` that covers the genome.
    func makeIndex(_ assembly: Assembly = .grch38, reference: String? = nil) throws -> String {
        let directory = path("index")
        try CreateIndex.run(directory: directory, assembly: assembly, reference: reference)
        _ = try DefineAssay.run(directory: directory, name: "wgs", bed: nil)
        return directory
    }
}
