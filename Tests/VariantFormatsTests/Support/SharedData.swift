import Foundation

/// The open data that lies beside the package where this is developed; tests over it are skipped elsewhere.
enum SharedData {
    static let root: String = {
        let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        return package.deletingLastPathComponent().appendingPathComponent("shared/data").path
    }()

    static var isThere: Bool { FileManager.default.fileExists(atPath: root + "/README.md") }

    /// VCF files under a folder, sorted.
    static func callFiles(under folder: String) -> [String] {
        let names = FileManager.default.enumerator(atPath: root + "/" + folder)?.compactMap { $0 as? String } ?? []
        return names.filter { $0.hasSuffix(".vcf") || $0.hasSuffix(".vcf.gz") }.sorted().map { "\(folder)/\($0)" }
    }
}
