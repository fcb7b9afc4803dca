internal import ClinicalModel
internal import KnowledgeModel
internal import Records
internal import StructuredText
internal import VariantFormats

/// Reads a file of knowledge, plain or compressed, and writes its items into a file of their own; a block of rows at a time, so that the
/// whole of ClinVar takes no more memory than a few thousand of its records.
struct WriteKnowledgeItems {
    struct Read {
        let counts: KnowledgeVersion.Counts
        /// The first of what was wrong, in the order of the file.
        let faults: [KnowledgeFault]
        /// As the file itself says.
        let release: String?
    }

    let series: KnowledgeSeries
    let source: String
    let target: String

    init(series: KnowledgeSeries, from source: String, to target: String) {
        self.series = series
        self.source = source
        self.target = target
    }

    /// Throws where the file as a whole cannot be used, and leaves what it has written to the caller.
    func run() throws -> Read {
        let writer = try KnowledgeItemsWriter(path: target, source: series.source)
        do {
            return try series.source == .guideline ? guideline(writer) : rows(writer)
        } catch {
            try? writer.close()
            throw error
        }
    }

    private func rows(_ writer: KnowledgeItemsWriter) throws -> Read {
        guard let form = KnowledgeForm(series) else { throw KnowledgeError(.unknownSeries, place: series.description) }
        var blocks = form.blocks()
        var (rows, total, faults) = (0, 0, [KnowledgeFault]())
        var release: String?
        func write(_ block: KnowledgeBlocks.Block) throws {
            let header = blocks.headerLines
            if rows == 0, case .clinvar = form { release = ClinVarRecord.releaseDate(block.bytes) }
            let read: (items: [ReadItem], rows: Int, diagnostics: KnowledgeDiagnostics)
            do {
                read = try form.read(block)
            } catch {
                throw error.moved { block.place($0, header: header) }
            }
            let row = form.keepsRows ? String(decoding: block.bytes.dropFirst(blocks.header.count), as: UTF8.self) : nil
            try writer.add(read.items, row: row, line: header + 1 + block.offset)
            rows += read.rows
            total += read.diagnostics.total
            let room = KnowledgeDiagnostics.limit - faults.count
            faults += read.diagnostics.kept.prefix(room).map { $0.moved { block.place($0, header: header) } }
        }
        try CompressedText.forEachPiece(of: source) { piece in
            for block in blocks.take(piece) { try write(block) }
        }
        if let last = blocks.finish() { try write(last) }
        let written = try writer.finish(header: String(decoding: blocks.header, as: UTF8.self))
        let repeated = written.examples.map { key, line in
            KnowledgeFault(.repeatedItem, at: SourcePlace(line: line, column: 1), value: key)
        }
        return Read(
            counts: KnowledgeVersion.Counts(rows: rows, items: written.items, diagnostics: total + written.repeated),
            faults: Array((faults + repeated).prefix(KnowledgeDiagnostics.limit)), release: release)
    }

    private func guideline(_ writer: KnowledgeItemsWriter) throws -> Read {
        let guideline = try LoadGuideline.read(source)
        guard guideline.name == series.name else { throw KnowledgeError(.unknownSeries, place: "guideline/" + guideline.name) }
        try writer.add(guideline.items.map { ReadItem($0, genes: []) }, line: 1)
        let written = try writer.finish(header: "")
        return Read(
            counts: KnowledgeVersion.Counts(rows: written.items, items: written.items, diagnostics: 0), faults: [],
            release: guideline.version)
    }
}
