import Foundation
import GenomeModel
import VariantFormats

/// A directory of its own for one test, gone with it.
final class Scratch {
    let root: URL

    init() throws {
        root = FileManager.default.temporaryDirectory.appendingPathComponent("samsyn-formats-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: root) }

    func path(_ name: String) -> String { root.appendingPathComponent(name).path }

    @discardableResult
    func write(_ name: String, _ text: String) throws -> String { try write(name, Data(text.utf8)) }

    @discardableResult
    func write(_ name: String, _ bytes: Data) throws -> String {
        try bytes.write(to: URL(fileURLWithPath: path(name)))
        return path(name)
    }

    func bytes(_ name: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: path(name))) }

    /// Runs a tool; throws when it fails.
    @discardableResult
    func run(_ script: String) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/bash")
        process.arguments = ["-c", "set -eo pipefail\n" + script]
        process.currentDirectoryURL = root
        let output = path(".output")
        _ = FileManager.default.createFile(atPath: output, contents: nil)
        process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: output))
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw ToolFailed(script: script) }
        return String(decoding: try Data(contentsOf: URL(fileURLWithPath: output)), as: UTF8.self)
    }

    struct ToolFailed: Error { let script: String }

    static func has(_ tool: String) -> Bool {
        (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
            .contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(tool)") }
    }
}

/// Everything a file says, in a form that can be compared: one line a call.
struct ReadCalls: Equatable {
    var lines: [String] = []
    var report = CallFileReport()

    init(
        _ path: String, samples: [String]? = nil, assembly: Assembly = .grch38, origin: Origin = .germline,
        reference: ReferenceSequence? = nil, threads: Int = 0
    ) throws {
        let names = try samples ?? CallFileHeader.read(path: path).samples
        let reader = try CallReader(
            path: path, callSets: names.map { CallSetSource(name: $0, sample: $0, sex: .female) },
            options: CallReaderOptions(
                assembly: assembly, origin: origin, reference: reference, decompressionThreads: threads))
        var batch = CallBatch()
        while try reader.read(into: &batch) {
            var (start, long, bytes) = (0, 0, 0)
            for row in batch.keys.indices {
                var name = batch.keys[row].description
                if !batch.keys[row].isReversible {
                    let allele = batch.longAlleles[long]
                    let length = Int(allele.referenceLength + allele.alternateLength)
                    name += " " + String(decoding: batch.alleleBytes[bytes..<(bytes + length)], as: UTF8.self)
                    long += 1
                    bytes += length
                }
                for call in start..<Int(batch.callEnds[row]) {
                    var line = "\(name) \(batch.callSets[call]) \(batch.states[call])"
                    if origin == .tumour { line += " \(batch.fractions[call])" }
                    lines.append(line)
                }
                start = Int(batch.callEnds[row])
            }
        }
        report = reader.report
    }

    static func == (left: ReadCalls, right: ReadCalls) -> Bool { left.lines == right.lines }
}
