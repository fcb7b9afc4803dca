public import GenomeModel

/// Makes an annotation file of the batches of one reader, which come mostly, not always, in order.
///
/// Rows are held until some tens of thousands have come, sorted, and all but the last eighth appended to a file: what a
/// normalised allele moved to the left finds its place. Rows that come later than that begin a further file, and `finish`
/// merges the files. Memory: the texts that repeat, the rows held, one stretch.
public struct AnnotationBuilder: ~Copyable {
    /// Rows, and bytes of text, after which rows are written.
    static let heldRows = 1 << 15
    private static let heldText = 16 << 20
    /// Files that are merged at a time.
    private static let fanIn = 32

    private let source: AnnotationVersion
    private let draft: () -> String
    private let fileSystem: FileSystem
    private let rowLimit: Int

    // What the reader's numbers stand for.
    private var features: [TranscriptFeature] = []
    private var strings = [""]

    private var held: [HeldConsequences] = []
    private var heldCount = 0
    private var heldTextBytes = 0
    private var run: AnnotationRun
    private var finished: [StagedAnnotation] = []
    private var union = ConsequenceUnion()

    /// `draft` gives the path of a new file each time.
    init(
        source: AnnotationVersion, fileSystem: FileSystem, rowLimit: Int = AnnotationBuilder.heldRows,
        draft: @escaping () -> String
    ) throws(StorageError) {
        self.source = source
        self.fileSystem = fileSystem
        self.rowLimit = rowLimit
        self.draft = draft
        run = try AnnotationRun(path: draft(), source: source, fileSystem: fileSystem)
    }

    /// Adds a batch. Batches come in the order in which the reader made them.
    public mutating func append(_ batch: consuming ConsequenceBatch) throws(StorageError) {
        features += batch.newFeatures
        strings += batch.newStrings
        guard !batch.isEmpty else { return }
        let batch = HeldConsequences(batch)
        heldCount += batch.count
        heldTextBytes += batch.batch.text.count
        held.append(batch)
        if heldCount >= rowLimit || heldTextBytes >= AnnotationBuilder.heldText { try write(all: false) }
    }

    /// Writes the rows held: all, or all but the last eighth.
    private mutating func write(all: Bool) throws(StorageError) {
        var rows: [HeldConsequences.Row] = []
        rows.reserveCapacity(heldCount)
        for (index, batch) in held.enumerated() { batch.appendRows(batch: index, to: &rows) }
        if !HeldConsequences.isSorted(rows, held) { rows.sort { HeldConsequences.precedes($0, $1, held) } }
        var end = all ? rows.count : rows.count - rows.count / 8
        // A variant that came twice must not be parted.
        while end < rows.count, end > 0, HeldConsequences.isSame(rows[end - 1], rows[end], held) { end -= 1 }
        if end > 0, try !isBehindRun(rows[0]) {
            var next = try AnnotationRun(path: draft(), source: source, fileSystem: fileSystem)
            swap(&run, &next)
            finished.append(try next.finish())
            if finished.count == AnnotationBuilder.fanIn {
                finished = [try AnnotationBuilder.merged(finished, source, draft(), fileSystem)]
            }
        }
        var place = 0
        while place < end {
            var next = place + 1
            while next < end, HeldConsequences.isSame(rows[place], rows[next], held) { next += 1 }
            try write(rows[place..<next])
            place = next
        }
        // What is left stays in its batches, which go with their last row.
        for row in rows[..<end] { held[Int(row.batch)].remove(Int(row.row)) }
        held.removeAll { $0.left == 0 }
        heldCount -= end
        heldTextBytes = held.reduce(0) { $0 + $1.batch.text.count }
    }

    private func isBehindRun(_ row: HeldConsequences.Row) throws(StorageError) -> Bool {
        held[Int(row.batch)].withAllele(Int(row.row)) { run.isBefore(row.key, $0) }
    }

    /// One variant, which may have come several times.
    private mutating func write(_ rows: ArraySlice<HeldConsequences.Row>) throws(StorageError) {
        guard let first = rows.first else { return }
        union.removeAll()
        for row in rows {
            let batch = held[Int(row.batch)].batch
            batch.text.withUnsafeBytes { text in
                for index in batch.entries(of: Int(row.row)) {
                    let entry = batch.entries[index]
                    let start = Int(entry.textStart)
                    let middle = start + Int(entry.codingLength)
                    union.add(
                        run.mapped(entry, features, strings), coding: .init(rebasing: text[start..<middle]),
                        protein: .init(rebasing: text[middle..<(middle + Int(entry.proteinLength))]),
                        isNew: rows.count == 1)
                }
            }
        }
        let result = held[Int(first.batch)].withAllele(Int(first.row)) { allele in
            Result { () throws(StorageError) in try run.write(union, first.key, allele) }
        }
        try result.get()
    }

    /// One file in the place of several.
    private static func merged(
        _ parts: [StagedAnnotation], _ source: AnnotationVersion, _ path: String, _ fileSystem: FileSystem
    ) throws(StorageError) -> StagedAnnotation {
        var files: [AnnotationFile] = []
        for staged in parts { files.append(try AnnotationFile(path: staged.path)) }
        let merged = try AnnotationMerge.run(
            files, source: source, to: path, fileSystem: fileSystem, keep: { _, _, _ in true })
        for staged in parts { try fileSystem.remove(staged.path) }
        return merged
    }

    /// Ends the file and makes it durable.
    public consuming func finish() throws(StorageError) -> StagedAnnotation {
        try write(all: true)
        let (finished, source, draft, fileSystem) = (finished, source, draft, fileSystem)
        let last = try run.finish()
        if finished.isEmpty { return last }
        return try AnnotationBuilder.merged(finished + [last], source, draft(), fileSystem)
    }
}

/// A file of the builder's that is being written, with the numbers that its own dictionary gives.
struct AnnotationRun: ~Copyable {
    private static let unmapped = UInt32.max

    private var writer: AnnotationWriter
    private let source: AnnotationVersion
    private let path: String
    private var features: [UInt32] = []
    private var strings: [UInt32] = []
    private var lastKey = VariantKey(rawValue: 0)
    private var lastAllele: (reference: [UInt8], alternate: [UInt8]) = ([], [])

    init(path: String, source: AnnotationVersion, fileSystem: FileSystem) throws(StorageError) {
        self.path = path
        self.source = source
        writer = try AnnotationWriter(path: path, source: source, fileSystem: fileSystem)
    }

    /// Whether what was written last comes before a variant.
    func isBefore(_ key: VariantKey, _ allele: LongAllele?) -> Bool {
        guard key == lastKey, let allele else { return lastKey < key }
        return lastAllele.reference.withUnsafeBufferPointer { reference in
            lastAllele.alternate.withUnsafeBufferPointer { alternate in
                LongAllele.order(LongAllele(reference: reference, alternate: alternate), allele) < 0
            }
        }
    }

    /// An entry of the reader's in this file's numbers.
    @inline(__always)
    mutating func mapped(
        _ entry: ConsequenceBatch.Entry, _ allFeatures: [TranscriptFeature], _ allStrings: [String]
    ) -> ConsequenceBatch.Entry {
        var entry = entry
        let feature = Int(entry.feature)
        if feature >= features.count || features[feature] == AnnotationRun.unmapped {
            AnnotationRun.grow(&features, to: allFeatures.count)
            features[feature] = writer.dictionary.feature(allFeatures[feature])
        }
        entry.feature = features[feature]
        entry.terms = string(entry.terms, allStrings)
        entry.exon = string(entry.exon, allStrings)
        entry.intron = string(entry.intron, allStrings)
        entry.codingAccession = string(entry.codingAccession, allStrings)
        entry.proteinAccession = string(entry.proteinAccession, allStrings)
        return entry
    }

    @inline(__always)
    private mutating func string(_ number: UInt32, _ all: [String]) -> UInt32 {
        if number == 0 { return 0 }
        if Int(number) >= strings.count || strings[Int(number)] == AnnotationRun.unmapped {
            AnnotationRun.grow(&strings, to: all.count)
            strings[Int(number)] = writer.dictionary.string(all[Int(number)])
        }
        return strings[Int(number)]
    }

    private static func grow(_ map: inout [UInt32], to count: Int) {
        if map.count < count { map += [UInt32](repeating: unmapped, count: count - map.count) }
    }

    mutating func write(_ union: ConsequenceUnion, _ key: VariantKey, _ allele: LongAllele?) throws(StorageError) {
        try union.write(key, allele: allele, to: &writer)
        lastKey = key
        if let allele { lastAllele = (Array(allele.reference), Array(allele.alternate)) }
    }

    consuming func finish() throws(StorageError) -> StagedAnnotation {
        let (source, path, variants) = (source, path, writer.variants)
        return StagedAnnotation(source: source, path: path, variants: variants, length: try writer.finish())
    }
}
