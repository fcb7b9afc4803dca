package import StructuredText

/// Cuts a file into blocks of whole rows, each with the file's own header before it, so that a block reads like a small file.
///
/// ClinVar has more than three million records: read as one value they take some gigabytes, by the thousand a few megabytes.
package struct KnowledgeBlocks {
    /// Some rows of a file with its header.
    package struct Block: Sendable {
        package let bytes: [UInt8]
        /// By how many lines the first row stands later in the file than in the block.
        package let offset: Int

        /// The place in the file of a place in the block.
        package func place(_ place: SourcePlace, header: Int) -> SourcePlace {
            place.line > header ? SourcePlace(line: place.line + offset, column: place.column) : place
        }
    }

    /// How a file's header is told from its rows.
    package enum Header: Sendable {
        /// Every line that begins with `#`, as in VCF.
        case marked
        /// The first line that is not blank; none where that line is a JSON object.
        case firstLine
    }

    private let kind: Header
    private let rows: Int
    package private(set) var header: [UInt8] = []
    /// Lines of the header.
    package private(set) var headerLines = 0
    private var isHeaderDone = false
    private var pending: [UInt8] = []
    private var block: [UInt8] = []
    private var blockRows = 0
    /// Blank ones among the rows included.
    private var blockLines = 0
    private var linesBefore = 0
    private var hasGiven = false

    /// `rows`: at most so many a block.
    package init(_ kind: Header, rows: Int) {
        self.kind = kind
        self.rows = rows
    }

    /// Takes the next bytes and gives the blocks that are full.
    package mutating func take(_ piece: [UInt8]) -> [Block] {
        var full: [Block] = []
        var start = piece.startIndex
        while let end = piece[start...].firstIndex(of: UInt8(ascii: "\n")) {
            pending.append(contentsOf: piece[start...end])
            if let done = takeLine() { full.append(done) }
            start = end + 1
        }
        pending.append(contentsOf: piece[start...])
        return full
    }

    /// What is left: the last rows, or the header alone of a file without rows. Nil where all has been given.
    package mutating func finish() -> Block? {
        if !pending.isEmpty, let done = takeLine() { return done }
        guard blockRows > 0 || !hasGiven else { return nil }
        return close()
    }

    private mutating func takeLine() -> Block? {
        let line = pending
        pending = []
        guard !isHeaderLine(line) else {
            header += line
            headerLines += 1
            return nil
        }
        isHeaderDone = true
        guard line.contains(where: { $0 > 0x20 }) else {
            // A block of nothing but a blank line would read like a file without content.
            if blockRows == 0 {
                linesBefore += 1
            } else {
                block += line
                blockLines += 1
            }
            return nil
        }
        block += line
        blockRows += 1
        blockLines += 1
        return blockRows == rows ? close() : nil
    }

    private mutating func isHeaderLine(_ line: [UInt8]) -> Bool {
        guard !isHeaderDone else { return false }
        switch kind {
        case .marked: return line.first == UInt8(ascii: "#")
        case .firstLine:
            // A byte order mark and blank lines stay with the header.
            let first = line.first { $0 > 0x20 && $0 < 0x80 }
            if first == UInt8(ascii: "{") { return false }
            if first != nil { isHeaderDone = true }
            return true
        }
    }

    private mutating func close() -> Block {
        defer {
            linesBefore += blockLines
            block = []
            blockRows = 0
            blockLines = 0
            hasGiven = true
        }
        return Block(bytes: header + block, offset: linesBefore)
    }
}
