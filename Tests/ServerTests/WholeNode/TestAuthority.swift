import Foundation
import Testing

/// A certificate authority that lives for one test, made by openssl.
struct TestAuthority: Sendable {
    static let openssl = ["/usr/bin/openssl", "/usr/local/bin/openssl", "/opt/homebrew/bin/openssl"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    struct Failed: Error { let arguments: [String] }

    let folder: URL
    var certificate: String { folder.appendingPathComponent("authority.pem").path }

    init(in parent: URL) async throws {
        folder = parent.appendingPathComponent("authority-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data("subjectAltName=IP:127.0.0.1,DNS:localhost\n".utf8).write(to: folder.appendingPathComponent("names"))
        try await run([
            "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", "authority.key",
            "-out",
            "authority.pem", "-days", "2", "-subj", "/CN=Authority of a test", "-addext", "keyUsage=critical,keyCertSign",
        ])
    }

    /// A certificate for this machine, and its key.
    func certify(_ name: String) async throws -> (certificate: String, key: String) {
        try await run([
            "req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", "\(name).key", "-out",
            "\(name).csr", "-subj", "/CN=\(name)",
        ])
        try await run([
            "x509", "-req", "-in", "\(name).csr", "-CA", "authority.pem", "-CAkey", "authority.key", "-CAcreateserial", "-days",
            "2",
            "-extfile", "names", "-out", "\(name).pem",
        ])
        return (folder.appendingPathComponent("\(name).pem").path, folder.appendingPathComponent("\(name).key").path)
    }

    private func run(_ arguments: [String]) async throws {
        let folder = folder
        let openssl = try #require(TestAuthority.openssl)
        try await onThread {
            let process = Process()
            process.executableURL = URL(fileURLWithPath: openssl)
            process.arguments = arguments
            process.currentDirectoryURL = folder
            process.standardInput = FileHandle.nullDevice
            process.standardOutput = FileHandle.nullDevice
            process.standardError = FileHandle.nullDevice
            try process.run()
            process.waitUntilExit()
            guard process.terminationStatus == 0 else { throw Failed(arguments: arguments) }
        }
    }
}
