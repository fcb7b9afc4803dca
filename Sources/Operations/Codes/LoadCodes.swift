package import ClinicalModel
internal import Foundation
internal import VariantFormats

/// Reads the code systems that come as files: `hpo/hp.obo`, `doid/DO_cancer_slim.obo` and `oncotree/oncotree_<release>.json` in one
/// directory, each plain or compressed with gzip.
package struct LoadCodes {
    package let directory: String

    package init(directory: String) { self.directory = directory }

    /// The largest edition that is accepted, decompressed. HPO of January 2025 has 10 MB.
    private static let sizeLimit = 256 * 1_048_576

    /// All three hierarchies. Throws `LoadCodesError` with the file that is missing, unreadable or not what it should be.
    package func run() throws(LoadCodesError) -> CodeHierarchies {
        let hpo = try hierarchy("hpo/hp.obo") { bytes throws(CodeHierarchyError) in try .obo(bytes, system: .hpo) }
        let doid = try hierarchy("doid/DO_cancer_slim.obo") { bytes throws(CodeHierarchyError) in
            try .obo(bytes, system: .doid)
        }
        let release = try oncotreeRelease()
        let oncotree = try hierarchy("oncotree/\(release).json") { bytes throws(CodeHierarchyError) in
            try .oncotree(bytes, version: release)
        }
        return CodeHierarchies([hpo, doid, oncotree])
    }

    private func hierarchy(
        _ name: String, parse: ([UInt8]) throws(CodeHierarchyError) -> CodeHierarchy
    ) throws(LoadCodesError) -> CodeHierarchy {
        let plain = directory + "/" + name
        let path = FileManager.default.fileExists(atPath: plain) ? plain : plain + ".gz"
        let bytes: [UInt8]
        do throws(FormatError) {
            bytes = try WholeFile.read(path: path, atMost: LoadCodes.sizeLimit)
        } catch {
            throw LoadCodesError(file: path, cause: .file(error))
        }
        do throws(CodeHierarchyError) {
            return try parse(bytes)
        } catch {
            throw LoadCodesError(file: path, cause: .content(error))
        }
    }

    /// OncoTree does not say its release inside the file, only in its name; of several the newest is taken.
    private func oncotreeRelease() throws(LoadCodesError) -> String {
        let folder = directory + "/oncotree"
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        let releases = names.compactMap { name -> String? in
            let stem = name.hasSuffix(".gz") ? String(name.dropLast(3)) : name
            return stem.hasPrefix("oncotree_") && stem.hasSuffix(".json") ? String(stem.dropLast(5)) : nil
        }
        guard let newest = releases.max() else { throw LoadCodesError(file: folder, cause: .noRelease) }
        return newest
    }
}
