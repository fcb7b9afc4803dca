internal import Foundation
internal import GenomeModel
internal import Synchronization
internal import VariantFormats
internal import VariantStorage

/// Puts the call sets of a sheet into an index: all of them or none, visible at once.
package struct AddCallSets: Sendable {
    package enum Mode: Sendable {
        /// The call sets are new.
        case add
        /// The call sets are re-analyses: each replaces the one of its name.
        case replace
    }

    package let directory: String
    package let sheet: String
    package let mode: Mode
    /// Files read at once.
    package var workers = 2
    /// Told what has been done, several times a second at most.
    package var progress: @Sendable (WorkProgress) -> Void = { _ in }

    /// Staged segments that are combined before the commit, so that a sheet of thousands opens no more files than this.
    private static let stagedLimit = 256

    package init(directory: String, sheet: String, mode: Mode) {
        self.directory = directory
        self.sheet = sheet
        self.mode = mode
    }

    /// One file, and the rows that read it together.
    private struct Job: Sendable {
        let path: String
        let origin: Origin
        var rows: [SampleSheet.Row]
    }

    /// Does it. Throws `SheetError`, `FormatError` or `StorageError`, and then the index is as it was.
    package func run() async throws -> AddReceipt {
        let sheet = try SampleSheet.read(sheet)
        let writer = try IndexWriter(directory: directory)
        let index = try writer.read()
        try check(sheet, against: index)
        let reference = try index.reference.map { try ReferenceFASTA.open(path: $0, assembly: index.assembly) }
        let jobs = jobs(of: sheet)
        let meter = WorkMeter(files: jobs.count, bytes: jobs.reduce(0) { $0 + size($1.path) }, report: progress)
        let staging = Staging(writer: writer, limit: AddCallSets.stagedLimit)
        do {
            let files = try await withThrowingTaskGroup(of: (Int, AddReceipt.File).self) { group in
                var next = 0
                var results: [(Int, AddReceipt.File)] = []
                while next < min(workers, jobs.count) {
                    let number = next
                    group.addTask { (number, try read(jobs[number], index, reference, staging, meter)) }
                    next += 1
                }
                while let result = try await group.next() {
                    results.append(result)
                    if next < jobs.count {
                        let number = next
                        group.addTask { (number, try read(jobs[number], index, reference, staging, meter)) }
                        next += 1
                    }
                }
                return results.sorted { $0.0 < $1.0 }.map(\.1)
            }
            try writer.commit(adding: staging.segments, erasing: mode == .replace ? sheet.rows.map(\.callSet) : [])
            // From here on the sheet is in. A merge that fails, on a full disk say, is no failure of the sheet: the next
            // writer tries again.
            var mergeFailure: String?
            do throws(StorageError) {
                try writer.merge(.levels) { meter.merging($0, of: $1) }
            } catch {
                mergeFailure = error.description
            }
            meter.end()
            return AddReceipt(
                assembly: index.assembly, isReplacement: mode == .replace, isLeftAligned: reference != nil, files: files,
                mergeFailure: mergeFailure)
        } catch {
            writer.discard(staging.segments)
            throw error
        }
    }

    private func check(_ sheet: SampleSheet, against index: VariantIndex) throws(SheetError) {
        let names = index.callSetNames()
        var seen = Set<String>()
        for row in sheet.rows {
            func fault(_ code: SheetError.Code, _ column: String) -> SheetError {
                SheetError(code, sheet: self.sheet, line: row.line, column: column)
            }
            guard index.assay(named: row.assay) != nil else { throw fault(.unknownAssay, "assay") }
            switch mode {
            case .add: guard !names.contains(row.callSet) else { throw fault(.alreadyIndexed, "callset") }
            case .replace: guard names.contains(row.callSet) else { throw fault(.notIndexed, "callset") }
            }
            if seen.insert(row.path).inserted, !FileManager.default.fileExists(atPath: row.path) {
                throw fault(.fileMissing, "vcf")
            }
        }
    }

    private func jobs(of sheet: SampleSheet) -> [Job] {
        var places: [String: Int] = [:]
        var jobs: [Job] = []
        for row in sheet.rows {
            let key = row.origin.rawValue + "\t" + row.path
            if let place = places[key] {
                jobs[place].rows.append(row)
            } else {
                places[key] = jobs.count
                jobs.append(Job(path: row.path, origin: row.origin, rows: [row]))
            }
        }
        return jobs
    }

    private func size(_ path: String) -> Int {
        (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
    }

    /// Reads one file into one staged segment.
    private func read(
        _ job: Job, _ index: VariantIndex, _ reference: ReferenceSequence?, _ staging: Staging, _ meter: WorkMeter
    ) throws -> AddReceipt.File {
        try Task.checkCancellation()
        let reader = try CallReader(
            path: job.path,
            callSets: job.rows.map { CallSetSource(name: $0.callSet, sample: $0.sample, sex: $0.sex) },
            options: CallReaderOptions(
                assembly: index.assembly, origin: job.origin, reference: reference, decompressionThreads: 1))
        let callSets = job.rows.map { row in
            StoredCallSet(name: row.callSet, sex: row.sex, assay: index.assay(named: row.assay)?.number ?? 0)
        }
        var builder = try staging.writer.beginSegment(callSets: callSets, origin: job.origin, index: index)
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
            path: job.path, origin: job.origin, callSets: job.rows.map(\.callSet), carriers: report.carriers,
            records: report.records, skippedRecords: report.skippedRecords, variants: segment.variants,
            calls: segment.calls, outsideTargets: outside, diagnostics: report.diagnostics)
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
