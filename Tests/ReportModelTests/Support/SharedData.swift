import Foundation

/// Open data beside the repository; tests that need it are skipped where it is absent.
enum SharedData {
    static let clinVar: URL = {
        var package = URL(filePath: #filePath)
        for _ in 0..<4 { package.deleteLastPathComponent() }
        return package.deletingLastPathComponent().appending(path: "shared/data/knowledge/clinvar.vcf.gz")
    }()

    static var hasClinVar: Bool { FileManager.default.fileExists(atPath: clinVar.path) }

    /// The lines of a gzipped text file.
    static func lines(of file: URL) throws -> [ArraySlice<UInt8>] {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/gzip")
        process.arguments = ["-dc", file.path]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return Array(data).split(separator: UInt8(ascii: "\n"))
    }
}
