import Foundation
import Glibc
import Testing

/// A folder with what one node needs: a partition, its keys, the people who do not exist, and a configuration.
struct NodeFolder {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    static let openssl = "/usr/bin/openssl"
    static var hasOpenSSL: Bool { FileManager.default.isExecutableFile(atPath: openssl) }

    let program: Program
    let port: UInt16
    let metrics: UInt16

    init() throws {
        program = try Program()
        (port, metrics) = try NodeFolder.freePorts()
        try program.succeed("partition", "init", "--demonstration", "--data", "data", "--region", "24")
        try program.succeed("node", "key", "data/keys/node-24.pem")
        try program.write("node.yaml", configuration())
    }

    func remove() { program.remove() }

    /// The configuration, with lines of a test's own after it.
    func configuration(_ more: String = "") -> String {
        """
        node: node-24
        data: data
        regions: ["24"]
        listen: 127.0.0.1:\(port)
        metrics: 127.0.0.1:\(metrics)
        signing-key: data/keys/node-24.pem
        development: {personas: "\(NodeFolder.root.path)/Examples/personas.yaml", issuer-key: data/keys/issuer.pem}
        \(more)

        """
    }

    /// `samsyn node check` with those lines added.
    func check(_ more: String = "", _ options: String...) throws -> Program.Result {
        try program.write("checked.yaml", configuration(more))
        return try program.run(["node", "check", "--config", "checked.yaml"] + options)
    }

    /// Makes `name.pem` and `name.key`, which fit each other, for so many days.
    func certificate(_ name: String, days: Int) throws {
        func openssl(_ arguments: String...) throws -> Int32 {
            let process = Process()
            process.executableURL = URL(fileURLWithPath: NodeFolder.openssl)
            process.arguments = arguments
            process.currentDirectoryURL = program.folder
            process.standardError = FileHandle.nullDevice
            process.standardOutput = FileHandle.nullDevice
            try process.run()
            process.waitUntilExit()
            return process.terminationStatus
        }
        try #require(
            try openssl(
                "req", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", "\(name).key",
                "-out", "\(name).csr", "-subj", "/CN=localhost") == 0)
        try #require(
            try openssl(
                "x509", "-req", "-in", "\(name).csr", "-signkey", "\(name).key", "-days", "\(days)", "-out", "\(name).pem") == 0)
    }

    /// Two ports that nobody has at this moment.
    private static func freePorts() throws -> (UInt16, UInt16) {
        let (first, second) = (try TakenPort(), try TakenPort())
        return (first.number, second.number)
    }
}

/// A port of this machine that is listened on for as long as this lives.
final class TakenPort {
    let number: UInt16
    private let file: Int32

    init() throws {
        file = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        try #require(file >= 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let file = file
        let isListening = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(file, $0, size) == 0 && listen(file, 1) == 0 && getsockname(file, $0, &size) == 0
            }
        }
        try #require(isListening)
        number = UInt16(bigEndian: address.sin_port)
    }

    deinit { close(file) }
}

extension Program {
    /// Runs a command that is to end with 0; what it printed.
    @discardableResult
    func succeed(_ arguments: String...) throws -> String {
        let result = try run(arguments)
        guard result.status == 0 else { throw Unexpected(result: result) }
        return result.output
    }
}
