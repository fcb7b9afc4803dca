import GenomeModel

/// Walks over the records of a call file, copies them and puts INFO fields into them.
struct RecordRewriter: ~Copyable {
    /// As the reader of calls has it: a file that contradicts the reference this often was made with another.
    private static let mismatchesAllowed = 20

    private let path: String
    private let columns: Int
    private let fields: InfoFields
    /// Nil where the records are only read.
    private let sink: BGZFSink?
    private var lines: LineBuffer
    private var head: HeadScanner
    private var normaliser: AlleleNormaliser
    private var log: DiagnosticLog
    private var variants = RecordVariants()
    private var text = InfoText()
    private var kept: [UInt8] = []
    private(set) var report = CallFileReport()
    private var mismatches = 0

    init(
        path: String, assembly: Assembly, reference: ReferenceSequence?, fields: InfoFields, threads: Int, sink: BGZFSink?,
        expansionLimit: Int?, textLimit: Int?
    ) throws(FormatError) {
        self.path = path
        self.fields = fields
        self.sink = sink
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
        report.isLeftAligned = reference != nil
    }

    mutating func run(_ annotate: (RecordVariants, inout InfoText) throws -> Void) throws {
        while let line = try lines.next(), let start = line.baseAddress {
            report.records &+= 1
            var end = start + line.count
            if start < end, end[-1] == 13 {
                end -= 1
                log.note(.carriageReturn, line: lines.line, field: "record")
            }
            if let info = try scan(start, end) {
                text.removeAll()
                try annotate(variants, &text)
                if let sink { try write(line, start, info, Bytes.columnEnd(info, end), to: sink) }
            } else {
                if lines.isUnended { throw cutShort }
                report.skippedRecords &+= 1
                try sink?.write(start, line.count + 1)
            }
        }
        report.diagnostics = log.diagnostics
        (report.bytesRead, report.bytesTotal) = lines.progress
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
        for index in 0..<record.alternateCount {
            let alternate = head.alternates[index]
            if alternate.kind != .bases { note(alternate.kind, record.alternateCount, line) }
            if isUsable, alternate.kind == .bases, let contig = record.contig,
                let variant = try normaliser.normalise(contig, record.position, record.reference, alternate.bases)
            {
                variants.append(variant.key, variant.reference, variant.alternate)
                report.variants &+= 1
            } else {
                variants.appendUnknown()
            }
        }
        return record.info
    }

    /// The line with INFO, `info ..< infoEnd`, as it is to be; everything else as it is.
    @inline(__always)
    private mutating func write(
        _ line: UnsafeBufferPointer<UInt8>, _ start: UnsafePointer<UInt8>, _ info: UnsafePointer<UInt8>,
        _ infoEnd: UnsafePointer<UInt8>, to sink: BGZFSink
    ) throws(FormatError) {
        let isUnended = lines.isUnended
        // The newline follows the line in its buffer.
        let end = start + line.count + (isUnended ? 0 : 1)
        let isMissing = infoEnd == info || (infoEnd - info == 1 && info.pointee == Bytes.dot)
        let hasOurs = !isMissing && fields.isAny(in: info, infoEnd)
        if !hasOurs, text.isEmpty {
            try sink.write(start, end - start)
        } else {
            kept.removeAll(keepingCapacity: true)
            if hasOurs { fields.others(in: info, infoEnd, into: &kept) }
            kept.append(contentsOf: text.bytes)
            if !isMissing, !hasOurs {
                try sink.write(start, infoEnd - start)
                try sink.write(kept)
            } else {
                try sink.write(start, info - start)
                if kept.isEmpty { kept = [Bytes.semicolon, Bytes.dot] }
                // Every field has a semicolon before it, which the first must not have.
                try kept.withUnsafeBufferPointer { bytes throws(FormatError) in
                    if let base = bytes.baseAddress { try sink.write(base + 1, bytes.count - 1) }
                }
            }
            try sink.write(infoEnd, end - infoEnd)
        }
        if isUnended {
            log.note(.lastLineUnended, line: lines.line, field: "record")
            try sink.write([10])
        }
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
        if mismatches >= RecordRewriter.mismatchesAllowed, mismatches * 10 > report.records {
            throw FormatError(
                .wrongAssembly, file: path, line: line, field: "REF",
                message: "More than a tenth of the records contradict the reference sequence.",
                remedy: "Check which assembly and reference the file was made with.")
        }
    }

    private var cutShort: FormatError {
        FormatError(
            .fileTruncated, file: path, line: lines.line, message: "The last line is cut short.",
            remedy: "Fetch or write the file again.")
    }
}
