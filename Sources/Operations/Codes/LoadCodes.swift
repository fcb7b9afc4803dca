package import ClinicalModel
internal import Foundation
internal import VariantFormats

/// Reads the code systems that come as files: `hpo/hp.obo`, `doid/DO_cancer_slim.obo` and `oncotree/oncotree_<release>.json` in one
/// directory, and `<system>/names.tsv` of whichever system has one, each plain or compressed with gzip.
package struct LoadCodes {
    package let directory: String

    package init(directory: String) { self.directory = directory }

    /// The largest edition that is accepted, decompressed. HPO of January 2025 has 10 MB.
    private static let sizeLimit = 256 * 1_048_576

    /// All three hierarchies, and the tables of names that are there. Throws `LoadCodesError` with the file that is missing, unreadable or
    /// not what it should be.
    package func run() throws(LoadCodesError) -> CodeHierarchies {
        let hpo = try hierarchy("hpo/hp.obo") { bytes throws(CodeHierarchyError) in try .obo(bytes, system: .hpo) }
        let doid = try hierarchy("doid/DO_cancer_slim.obo") { bytes throws(CodeHierarchyError) in
            try .obo(bytes, system: .doid)
        }
        let release = try oncotreeRelease()
        let oncotree = try hierarchy("oncotree/\(release).json") { bytes throws(CodeHierarchyError) in
            try .oncotree(bytes, version: release)
        }
        return CodeHierarchies([hpo, doid, oncotree], names: try names())
    }

    /// A table in a folder that is no system's would be left aside in silence, so it is refused.
    private func names() throws(LoadCodesError) -> [CodeNames] {
        var names: [CodeNames] = []
        for folder in ((try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []).sorted() {
            let path = path(folder + "/names.tsv")
            guard FileManager.default.fileExists(atPath: path) else { continue }
            guard let system = CodeSystem(rawValue: folder) else { throw LoadCodesError(file: path, cause: .unknownSystem) }
            let bytes = try bytes(of: path)
            do throws(CodeNamesError) {
                names.append(try .table(bytes, system: system))
            } catch {
                throw LoadCodesError(file: path, cause: .names(error))
            }
        }
        return names
    }

    private func path(_ name: String) -> String {
        let plain = directory + "/" + name
        return FileManager.default.fileExists(atPath: plain) ? plain : plain + ".gz"
    }

    private func bytes(of path: String) throws(LoadCodesError) -> [UInt8] {
        do throws(FormatError) {
            return try WholeFile.read(path: path, atMost: LoadCodes.sizeLimit)
        } catch {
            throw LoadCodesError(file: path, cause: .file(error))
        }
    }

    private func hierarchy(
        _ name: String, parse: ([UInt8]) throws(CodeHierarchyError) -> CodeHierarchy
    ) throws(LoadCodesError) -> CodeHierarchy {
        let path = path(name)
        let bytes = try bytes(of: path)
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
