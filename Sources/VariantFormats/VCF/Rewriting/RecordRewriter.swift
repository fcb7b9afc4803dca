import GenomeModel

/// Walks over the records of a call file, copies them and puts INFO fields into them.
struct RecordRewriter: ~Copyable {
    private let fields: InfoFields
    /// Nil where the records are only read.
    private let sink: BGZFSink?
    private var walker: RecordWalker
    private var text = InfoText()
    private var kept: [UInt8] = []

    init(
        path: String, assembly: Assembly, reference: ReferenceSequence?, fields: InfoFields, threads: Int, sink: BGZFSink?,
        expansionLimit: Int?, textLimit: Int?
    ) throws(FormatError) {
        self.fields = fields
        self.sink = sink
        walker = try RecordWalker(
            path: path, assembly: assembly, reference: reference, threads: threads, expansionLimit: expansionLimit,
            textLimit: textLimit)
    }

    var report: CallFileReport { walker.report }

    mutating func run(_ annotate: (RecordVariants, inout InfoText) throws -> Void) throws {
        while let record = try walker.next() {
            guard let start = record.line.baseAddress else { continue }
            if let info = record.info {
                text.removeAll()
                try annotate(walker.variants, &text)
                if let sink { try write(record.line, start, info.start, info.end, to: sink) }
            } else {
                try sink?.write(start, record.line.count + 1)
            }
        }
    }

    /// The line with INFO, `info ..< infoEnd`, as it is to be; everything else as it is.
    @inline(__always)
    private mutating func write(
        _ line: UnsafeBufferPointer<UInt8>, _ start: UnsafePointer<UInt8>, _ info: UnsafePointer<UInt8>,
        _ infoEnd: UnsafePointer<UInt8>, to sink: BGZFSink
    ) throws(FormatError) {
        let isUnended = walker.isUnended
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
            walker.log.note(.lastLineUnended, line: walker.line, field: "record")
            try sink.write([10])
        }
    }
}
