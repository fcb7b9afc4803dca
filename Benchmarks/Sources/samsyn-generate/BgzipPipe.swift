import Foundation

/// A file written through `bgzip`: BGZF without a library, and with its threads.
final class BgzipPipe {
    private let process = Process()
    private let pipe = Pipe()

    init(path: String, threads: Int) throws {
        guard FileManager.default.createFile(atPath: path, contents: nil), let output = FileHandle(forWritingAtPath: path)
        else { throw CocoaError(.fileWriteUnknown) }
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["bgzip", "-c", "-@", String(threads)]
        process.standardInput = pipe
        process.standardOutput = output
        try process.run()
    }

    func write(_ bytes: borrowing [UInt8]) throws {
        try pipe.fileHandleForWriting.write(contentsOf: Data(copy bytes))
    }

    func close() throws {
        try pipe.fileHandleForWriting.close()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw CocoaError(.fileWriteUnknown) }
    }
}
