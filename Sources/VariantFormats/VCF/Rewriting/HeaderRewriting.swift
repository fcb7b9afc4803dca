/// The header of a call file with INFO definitions put in.
enum HeaderRewriting {
    /// The header lines of `path`, byte by byte, in which `info` stands after the last INFO line, instead of what
    /// was defined under its names.
    static func text(
        path: String, info: [InfoDefinition], lines further: [String] = [], expansionLimit: Int? = nil,
        textLimit: Int? = nil
    ) throws(FormatError) -> [UInt8] {
        // Read on its own: the lines that the parser hands out have lost their carriage returns.
        var lines = LineBuffer(
            source: try TextSource(path: path, threads: 0), path: path, expansionLimit: expansionLimit,
            textLimit: textLimit)
        var kept: [[UInt8]] = []
        var place: Int?
        while let line = try lines.next() {
            let isColumns = line.starts(with: "#CHROM".utf8)
            if line.starts(with: "##INFO=".utf8) {
                if let id = identifier(line), info.contains(where: { $0.id.utf8.elementsEqual(id) }) { continue }
                place = kept.count + 1
            }
            kept.append(Array(line))
            if isColumns { break }
        }
        let ending: [UInt8] = kept.last?.last == 13 ? [13, 10] : [10]
        let ours = info.flatMap { $0.line + ending } + further.flatMap { Array($0.utf8) + ending }
        var text: [UInt8] = []
        for (index, line) in kept.enumerated() {
            if index == place ?? (kept.count - 1) { text += ours }
            text += line
            text.append(10)
        }
        return text
    }

    private static func identifier(_ line: UnsafeBufferPointer<UInt8>) -> ArraySlice<UInt8>? {
        var text = Array(line)
        if text.last == 13 { text.removeLast() }
        return MetaLine.pairs(text.dropFirst("##INFO=".utf8.count))?.first { $0.key.elementsEqual("ID".utf8) }?.value
    }
}
