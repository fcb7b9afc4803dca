import GenomeModel

/// Walks over the records of a call file and brings their ALTs into the form of the index: what everything shares that reads
/// records without their genotypes.
struct RecordWalker: ~Copyable {
    /// One line. Its pointers live until the next is asked for.
    struct Record {
        let line: UnsafeBufferPointer<UInt8>
        /// INFO, up to its end; nil for a record that cannot be understood, which has been counted.
        let info: (start: UnsafePointer<UInt8>, end: UnsafePointer<UInt8>)?
    }

    /// As the reader of calls has it: a file that contradicts the reference this often was made with another.
    private static let mismatchesAllowed = 20

    private let path: String
    private let columns: Int
    private var lines: LineBuffer
    private var head: HeadScanner
    private var normaliser: AlleleNormaliser
    var log: DiagnosticLog
    /// Of the record last handed out.
    private(set) var variants = RecordVariants()
    private var counts = CallFileReport()
    private var mismatches = 0
    /// REF of the record last handed out, as it stands in the file, in upper case.
    private(set) var reference = UnsafeBufferPointer<UInt8>(start: nil, count: 0)

    init(
        path: String, assembly: Assembly, reference: ReferenceSequence?, threads: Int, expansionLimit: Int?, textLimit: Int?
    ) throws(FormatError) {
        self.path = path
        var lines = LineBuffer(
            source: try TextSource(path: path, threads: threads), path: path, expansionLimit: expansionLimit,
            textLimit: textLimit)
        var log = DiagnosticLog()
        let header = try HeaderParser.parse(&lines, path: path, log: &log)
        let skipsMitochondrion = try ContigLines.check(header, assembly, path: path, log: &log)
        self.lines = lines
        self.log = log
        columns = header.columns
        head = HeadScanner(
            path: path, assembly: assembly, header: header, skipsMitochondrion: skipsMitochondrion, checksPositions: true)
        normaliser = AlleleNormaliser(reference: reference, path: path)
        counts.isLeftAligned = reference != nil
    }

    /// The number of the line last handed out, and whether it is the file's last and has no newline.
    var line: Int { lines.line }
    var isUnended: Bool { lines.isUnended }

    /// An ALT of the record last handed out, as it stands in the file, in upper case.
    func alternate(_ index: Int) -> RecordHead.Alternate { head.alternates[index] }

    /// The next record; nil at the end.
    @inline(__always)
    mutating func next() throws(FormatError) -> Record? {
        guard let line = try lines.next(), let start = line.baseAddress else { return nil }
        counts.records &+= 1
        var end = start + line.count
        if start < end, end[-1] == 13 {
            end -= 1
            log.note(.carriageReturn, line: lines.line, field: "record")
        }
        guard let info = try scan(start, end) else {
            if lines.isUnended { throw cutShort }
            counts.skippedRecords &+= 1
            return Record(line: line, info: nil)
        }
        return Record(line: line, info: (info, Bytes.columnEnd(info, end)))
    }

    /// What has been found up to where the walk stands.
    var report: CallFileReport {
        var report = counts
        report.diagnostics = log.diagnostics
        (report.bytesRead, report.bytesTotal) = lines.progress
        return report
    }

    /// Fills `variants`; where INFO starts, or nil for a record that cannot be understood, which has been counted.
    @inline(__always)
    private mutating func scan(
        _ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>
    ) throws(FormatError) -> UnsafePointer<UInt8>? {
        let line = lines.line
        variants.removeAll()
        guard let record = try head.scan(start, end, line: line, &log) else { return nil }
        // INFO is the eighth column.
        guard Bytes.countTabs(record.info, end) == columns - 8 else {
            log.note(.columnCount, line: line, field: "record")
            return nil
        }
        if record.alternateCount == 0 { log.note(.referenceBlock, line: line, field: "ALT") }
        var isUsable = record.contig != nil
        if let contig = record.contig, normaliser.hasReference,
            try !normaliser.agrees(contig, record.position, record.reference)
        {
            isUsable = false
            try noteMismatch(line)
        }
        reference = record.reference
        for index in 0..<record.alternateCount {
            let alternate = head.alternates[index]
            if alternate.kind != .bases { note(alternate.kind, record.alternateCount, line) }
            if isUsable, alternate.kind == .bases, let contig = record.contig,
                let variant = try normaliser.normalise(contig, record.position, record.reference, alternate.bases)
            {
                variants.append(variant.key, variant.reference, variant.alternate)
                counts.variants &+= 1
            } else {
                variants.appendUnknown()
            }
        }
        return record.info
    }

    private mutating func note(_ kind: RecordHead.AlternateKind, _ alternates: Int, _ line: Int) {
        switch kind {
        case .symbolic: log.note(.symbolicAllele, line: line, field: "ALT")
        case .breakend: log.note(.breakend, line: line, field: "ALT")
        case .overlappingDeletion: log.note(.overlappingDeletion, line: line, field: "ALT")
        case .unspecified: log.note(alternates == 1 ? .referenceBlock : .unspecifiedAllele, line: line, field: "ALT")
        case .bases, .invalid: break
        }
    }

    private mutating func noteMismatch(_ line: Int) throws(FormatError) {
        mismatches += 1
        log.note(.referenceMismatch, line: line, field: "REF")
        if mismatches >= RecordWalker.mismatchesAllowed, mismatches * 10 > counts.records {
            throw FormatError(
                .wrongAssembly, file: path, line: line, field: "REF",
                message: "More than a tenth of the records contradict the reference sequence.",
                remedy: "Check which assembly and reference the file was made with.")
        }
    }

    var cutShort: FormatError {
        FormatError(
            .fileTruncated, file: path, line: lines.line, message: "The last line is cut short.",
            remedy: "Fetch or write the file again.")
    }
}
