import Foundation
import Testing

@Suite("The files in deploy/ fit the repository and the system that they are for")
struct DeploymentFileTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
    private static let analyser = "/usr/bin/systemd-analyze"

    @Test("Everything that the Containerfile copies is in the repository")
    func copies() throws {
        let text = try String(contentsOf: Self.root.appendingPathComponent("deploy/Containerfile"), encoding: .utf8)
        let copied = text.split(separator: "\n").filter { $0.hasPrefix("COPY ") && !$0.contains("--from=") }
            .flatMap { $0.split(separator: " ").dropFirst().dropLast() }
        #expect(copied.contains("Sources") && copied.contains("law") && copied.contains("codes"))
        for path in copied {
            let place = Self.root.appendingPathComponent(String(path)).path
            #expect(FileManager.default.fileExists(atPath: place), "\(path)")
        }
    }

    @Test(
        "systemd understands the whole unit",
        .enabled(if: FileManager.default.isExecutableFile(atPath: analyser), "systemd-analyze is not here"))
    func unit() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("samsyn-unit-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        // The program and its user are not on this machine; a program that is stands for them.
        let text = try String(contentsOf: Self.root.appendingPathComponent("deploy/samsyn@.service"), encoding: .utf8)
            .replacing("/usr/bin/samsyn", with: "/bin/true")
        let unit = folder.appendingPathComponent("samsyn@.service")
        try Data(text.utf8).write(to: unit)
        let sound = try Self.verify(unit)
        // systemd names the file of whatever it does not understand.
        #expect(!sound.contains("samsyn@"), "\(sound)")
        try Data(text.replacing("NoNewPrivileges=", with: "NoNewPrivilege=").utf8).write(to: unit)
        #expect(try Self.verify(unit).contains("NoNewPrivilege"))
    }

    /// What `systemd-analyze verify` says of a file.
    private static func verify(_ unit: URL) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: analyser)
        process.arguments = ["verify", "--man=no", "--generators=no", unit.path]
        let pipe = Pipe()
        process.standardError = pipe
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return text
    }
}
