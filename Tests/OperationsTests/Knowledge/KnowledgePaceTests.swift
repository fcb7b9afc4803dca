import Foundation
import KnowledgeModel
import Operations
import Records
import Testing
import VariantFormats

/// How much more memory the process took at its highest than when it was reset (Linux: `clear_refs`).
private struct Peak {
    private let before: Int

    init() {
        try? Data("5".utf8).write(to: URL(fileURLWithPath: "/proc/self/clear_refs"))
        before = Peak.kibibytes("VmRSS:")
    }

    var mebibytes: Int { (Peak.kibibytes("VmHWM:") - before) / 1024 }

    private static func kibibytes(_ name: String) -> Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix(name) } ?? ""
        return line.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) } ?? 0
    }
}

/// What is asked of knowledge, in figures: `Benchmarks/knowledge` runs these alone and shows what they print.
@Suite(
    "What knowledge costs", .serialized,
    .enabled(if: OpenData.isPresent, "the open data is not beside the repository"))
struct KnowledgePaceTests {
    private static let clinvar = OpenData.path("knowledge/clinvar.vcf.gz")

    /// The same file with every hundredth record gone and every fiftieth's review status another.
    private static func later() throws -> [UInt8] {
        let text = try CompressedText.contents(of: clinvar)
        var (changed, number) = ([UInt8](), 0)
        changed.reserveCapacity(text.count)
        for line in text.split(separator: UInt8(ascii: "\n")) {
            if line.first != UInt8(ascii: "#") {
                number += 1
                if number % 100 == 0 { continue }
                if number % 50 == 0 {
                    let words = String(decoding: line, as: UTF8.self)
                        .replacingOccurrences(of: "no_assertion_criteria_provided", with: "criteria_provided,_single_submitter")
                        .replacingOccurrences(of: "CLNVC=", with: "CLNVC=x")
                    changed += Array(words.utf8) + [UInt8(ascii: "\n")]
                    continue
                }
            }
            changed += line
            changed.append(UInt8(ascii: "\n"))
        }
        return changed
    }

    private static func measured(_ name: String, _ work: () async throws -> String) async throws -> Int {
        let (clock, peak) = (ContinuousClock(), Peak())
        let start = clock.now
        let detail = try await work()
        let mebibytes = peak.mebibytes
        print("measured: \(name) \(clock.now - start), \(mebibytes) MiB more at the highest; \(detail)")
        return mebibytes
    }

    /// Memory is the whole process': it says something of knowledge where nothing else runs.
    private static let isAlone = ProcessInfo.processInfo.environment["SAMSYN_MEASURING"] != nil

    @Test(
        "ClinVar's file is imported, and told apart from a later one, in memory that does not grow with it",
        .enabled(if: isAlone, "measured by Benchmarks/knowledge, where nothing else runs"))
    func clinvar() async throws {
        let bench = try KnowledgeBench(citing: ["24": []])
        let path = bench.space + "/later.vcf"
        try Data(try Self.later()).write(to: URL(fileURLWithPath: path))
        var old: KnowledgeVersion?
        let reading = try await Self.measured("import of ClinVar") {
            let version = try await bench.take("clinvar/GRCh38", Self.clinvar, release: nil)
            old = version
            return "\(version.counts.rows) rows, \(version.counts.items) items"
        }
        try await bench.adopt(try #require(old))
        let new = try await bench.take("clinvar/GRCh38", path, release: "later")
        let walking = try await Self.measured("difference of ClinVar") { "\(try bench.difference(new).changes.counts)" }
        // The file is 40 MB, and its items written out are more. A block of ten thousand rows is six.
        #expect(reading < 160 && walking < 40)
    }

    @Test("An update over 5,000 reports takes less than 30 seconds")
    func update() async throws {
        let old = OpenData.path("knowledge/civic-2021-02/nightly-ClinicalEvidenceSummaries.tsv.gz")
        let first = try KnowledgeBench()
        let items = try first.desk.items(of: try await first.take("civic/evidence", old).identifier).items(limit: 10_000)
        // Every report cites twenty items, each item about as often as another.
        let citations = (0..<5000).flatMap { report in
            (0..<20).map { place in
                let item = items[(report * 7919 + place * 104_729) % items.count]
                return Citation(report: "R-\(report)", item: item.identity, said: item.statement)
            }
        }
        let bench = try KnowledgeBench(citing: ["24": citations])
        try await bench.adopt(try await bench.take("civic/evidence", old))
        let clock = ContinuousClock()
        let start = clock.now
        let new = try await bench.take(
            "civic/evidence", OpenData.path("knowledge/civic-2026-04-25/evidence.jsonl.gz"), release: "2026-04-25")
        let read = clock.now
        let view = try bench.difference(new)
        let seen = clock.now
        try await bench.adopt(new, seen: view.digest)
        let adopted = clock.now
        print(
            "measured: knowledge update over 5,000 reports \(adopted - start) (asked 30 s): import \(read - start), difference "
                + "\(seen - read), adoption \(adopted - seen); \(view.changes.counts), \(view.reports) touched, \(view.toReview) to look at"
        )
        #expect(view.reports > 4000)
        #expect(adopted - start < .seconds(30))
    }

    @Test("A case of common findings is held against the whole of CIViC within a page's time")
    func matching() async throws {
        let bench = try KnowledgeBench()
        try await bench.adopt(
            try await bench.take(
                "civic/evidence", OpenData.path("knowledge/civic-2026-04-25/evidence.jsonl.gz"), release: "2026-04-25"))
        let findings = try KnowledgeMatchTests.common()
        let clock = ContinuousClock()
        var (times, count) = ([Duration](), 0)
        for _ in 0..<7 {
            let start = clock.now
            count = try bench.desk.matches(for: findings, tumourTypes: []).evidence.count
            times.append(clock.now - start)
        }
        print(
            "measured: \(findings.count) findings against CIViC \(times[0]) at first, then \(times.sorted()[3]) (median of 7), "
                + "\(count) matches")
        #expect(count > 200)
    }
}
