import Foundation
import Testing
import VariantFormats

/// The conformance files of the format's own specification: what is wrong must be said, what is right must not be accused.
@Suite("The collection of malformed files", .enabled(if: OpenData.isPresent, "needs ../shared/data"))
struct MalformedCollectionTests {
    @Test("Every file that must fail is refused or has a counted fault, every other has none")
    func verdicts() throws {
        let index = try String(contentsOfFile: OpenData.path("malformed/index.tsv"), encoding: .utf8)
        var table = "file\texpected\tour verdict\n"
        var wrong: [String] = []
        var counts = ["failed": 0, "passed": 0]
        for line in index.split(whereSeparator: \.isNewline).dropFirst() {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            let (file, expected) = (fields[0], fields[1])
            let verdict: String
            let isAccused: Bool
            do {
                let report = try CallFileCheck.run(path: OpenData.path("malformed/" + file), decompressionThreads: 0)
                let faults = report.diagnostics.filter { $0.severity == .fault }
                isAccused = !faults.isEmpty
                verdict =
                    isAccused
                    ? faults.map { fault in
                        "\(fault.kind.name) × \(fault.count), line \(fault.places.first?.line ?? 0) \(fault.places.first?.field ?? "")"
                    }.joined(separator: "; ") : "sound"
                for fault in faults {
                    #expect(!fault.message.isEmpty && !fault.remedy.isEmpty && !fault.places.isEmpty)
                }
            } catch {
                isAccused = true
                verdict = "refused: \(error)"
                #expect(!error.message.isEmpty && !error.remedy.isEmpty)
            }
            table += "\(file)\t\(expected)\t\(verdict)\n"
            counts[expected, default: 0] += 1
            if isAccused != (expected == "failed") { wrong.append("\(file): \(verdict)") }
        }
        print(table)
        print("malformed collection: \(counts), \(wrong.count) verdicts differ")
        #expect(counts == ["failed": 383, "passed": 50])
        #expect(wrong == [])
    }
}
