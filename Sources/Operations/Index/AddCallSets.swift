internal import Foundation
internal import GenomeModel
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

    package init(directory: String, sheet: String, mode: Mode) {
        self.directory = directory
        self.sheet = sheet
        self.mode = mode
    }

    /// Does it. Throws `SheetError`, `FormatError` or `StorageError`, and then the index is as it was.
    package func run() async throws -> AddReceipt {
        let sheet = try SampleSheet.read(sheet)
        let writer = try IndexWriter(directory: directory)
        let index = try writer.read()
        try check(sheet, against: index)
        let reference = try index.reference.map { try ReferenceFASTA.open(path: $0, assembly: index.assembly) }
        var stage = StageCallSets(
            writer: writer, index: index, reference: reference,
            sources: sheet.rows.map { row in
                StageCallSets.Source(
                    callSet: row.callSet, path: row.path, sample: row.sample, assay: row.assay, sex: row.sex, origin: row.origin)
            })
        stage.workers = workers
        let meter = WorkMeter(files: stage.fileCount, bytes: stage.byteCount, report: progress)
        let staged = try await stage.run(meter)
        do {
            try writer.commit(adding: staged.segments, erasing: mode == .replace ? sheet.rows.map(\.callSet) : [])
        } catch {
            writer.discard(staged.segments)
            throw error
        }
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
            assembly: index.assembly, isReplacement: mode == .replace, isLeftAligned: reference != nil, files: staged.files,
            mergeFailure: mergeFailure)
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
}
