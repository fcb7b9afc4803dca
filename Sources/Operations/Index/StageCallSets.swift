internal import Foundation
internal import GenomeModel
internal import Synchronization
internal import VariantFormats
internal import VariantStorage

/// Reads call files into segments that wait for their commit: what adding a sheet and taking in a submission share.
struct StageCallSets {
    /// One call set to read.
    struct Source: Hashable, Sendable {
        let callSet: String
        let path: String
        /// Nil for the file's only sample.
        let sample: String?
        let assay: String
        let sex: Sex
        let origin: Origin
    }

    /// What was read, and is not yet visible.
    struct Staged {
        let segments: [StagedSegment]
        let files: [AddReceipt.File]
    }

    let writer: IndexWriter
    let index: VariantIndex
    let reference: ReferenceSequence?
    let sources: [Source]
    /// Files read at once.
    var workers = 2
    var expansionLimit: Int?

    /// Staged segments that are combined before the commit, so that a sheet of thousands opens no more files than this.
    private static let stagedLimit = 256

    /// One file, and the call sets that are read from it together.
    struct Job: Sendable {
        let path: String
        let origin: Origin
        var sources: [Source]

        /// Call sets of one file and origin together, in the order in which they come.
        static func of(_ sources: [Source]) -> [Job] {
            var places: [String: Int] = [:]
            var jobs: [Job] = []
            for source in sources {
                let key = source.origin.rawValue + "\t" + source.path
                if let place = places[key] {
                    jobs[place].sources.append(source)
                } else {
                    places[key] = jobs.count
                    jobs.append(Job(path: source.path, origin: source.origin, sources: [source]))
                }
            }
            return jobs
        }

        var callSets: [CallSetSource] { sources.map { CallSetSource(name: $0.callSet, sample: $0.sample, sex: $0.sex) } }

        func stored(in index: VariantIndex) -> [StoredCallSet] {
            sources.map { source in
                StoredCallSet(name: source.callSet, sex: source.sex, assay: index.assay(named: source.assay)?.number ?? 0)
            }
        }
    }

    var fileCount: Int { jobs.count }
    var byteCount: Int { jobs.reduce(0) { $0 + size($1.path) } }

    /// Does it. Throws `FormatError` or `StorageError`, and then nothing is left.
    func run(_ meter: WorkMeter) async throws -> Staged {
        let jobs = jobs
        let staging = Staging(writer: writer, limit: StageCallSets.stagedLimit)
        do {
            let files = try await withThrowingTaskGroup(of: (Int, AddReceipt.File).self) { group in
                var next = 0
                var results: [(Int, AddReceipt.File)] = []
                while next < min(workers, jobs.count) {
                    let number = next
                    group.addTask { (number, try read(jobs[number], staging, meter)) }
                    next += 1
                }
                while let result = try await group.next() {
                    results.append(result)
                    if next < jobs.count {
                        let number = next
                        group.addTask { (number, try read(jobs[number], staging, meter)) }
                        next += 1
                    }
                }
                return results.sorted { $0.0 < $1.0 }.map(\.1)
            }
            return Staged(segments: staging.segments, files: files)
        } catch {
            writer.discard(staging.segments)
            throw error
        }
    }

    private var jobs: [Job] { Job.of(sources) }

    private func size(_ path: String) -> Int {
        (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
    }

    /// Reads one file into one staged segment.
    private func read(_ job: Job, _ staging: Staging, _ meter: WorkMeter) throws -> AddReceipt.File {
        try Task.checkCancellation()
        let reader = try CallReader(
            path: job.path,
            callSets: job.callSets,
            options: CallReaderOptions(
                assembly: index.assembly, origin: job.origin, reference: reference, decompressionThreads: 1,
                expansionLimit: expansionLimit))
        var builder = try staging.writer.beginSegment(callSets: job.stored(in: index), origin: job.origin, index: index)
        var batch = CallBatch()
        var place = meter.begin()
        while try reader.read(into: &batch) {
            try builder.append(batch)
            try Task.checkCancellation()
            meter.advance(&place, records: reader.report.records, bytes: reader.report.bytesRead)
        }
        let report = reader.report
        let outside = builder.outsideTargets
        let segment = try builder.finish()
        try staging.add(segment)
        meter.finish(&place, records: report.records, bytes: size(job.path))
        return AddReceipt.File(
            path: job.path, origin: job.origin, callSets: job.sources.map(\.callSet), carriers: report.carriers,
            records: report.records, skippedRecords: report.skippedRecords, variants: segment.variants,
            calls: segment.calls, outsideTargets: outside, diagnostics: report.diagnostics,
            zygosityOnX: report.zygosityOnX)
    }
}

/// The segments of a sheet that wait for their commit; shared by the tasks that read its files.
private final class Staging: Sendable {
    let writer: IndexWriter
    private let limit: Int
    private let staged = Mutex<[StagedSegment]>([])

    init(writer: IndexWriter, limit: Int) {
        self.writer = writer
        self.limit = limit
    }

    var segments: [StagedSegment] { staged.withLock { $0 } }

    func add(_ segment: StagedSegment) throws(StorageError) {
        let full = staged.withLock { staged -> [StagedSegment]? in
            staged.append(segment)
            let ready = staged.filter { $0.origin == segment.origin && $0.callSets.count < limit }
            guard ready.count >= limit else { return nil }
            staged.removeAll { $0.origin == segment.origin && $0.callSets.count < limit }
            return ready
        }
        guard let full else { return }
        let combined = try writer.combine(full)
        staged.withLock { $0.append(combined) }
    }
}
