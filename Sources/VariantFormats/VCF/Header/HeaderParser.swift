/// Reads the lines down to `#CHROM`. Faults of single lines are counted; a file without that line is refused.
struct HeaderParser {
    private let path: String
    private var header = CallFileHeader()
    /// Every header line as it stands, for rewriting; kept only when asked.
    private var kept: [[UInt8]]?

    static func parse(
        _ lines: inout LineBuffer, path: String, log: inout DiagnosticLog
    ) throws(FormatError) -> CallFileHeader {
        var parser = HeaderParser(path: path, kept: nil)
        try parser.run(&lines, &log)
        return parser.header
    }

    /// Also hands out the lines themselves, `#CHROM` last, without newlines.
    static func parseKeepingLines(
        _ lines: inout LineBuffer, path: String, log: inout DiagnosticLog
    ) throws(FormatError) -> (header: CallFileHeader, lines: [[UInt8]]) {
        var parser = HeaderParser(path: path, kept: [])
        try parser.run(&lines, &log)
        return (parser.header, parser.kept ?? [])
    }

    private init(path: String, kept: [[UInt8]]?) {
        self.path = path
        self.kept = kept
    }

    private mutating func run(_ lines: inout LineBuffer, _ log: inout DiagnosticLog) throws(FormatError) {
        var isFirst = true
        while let raw = try lines.next() {
            var line = Array(raw)
            let number = lines.line
            if line.last == 13 {
                line.removeLast()
                log.note(.carriageReturn, line: number, field: "header")
            }
            if isFirst {
                try checkFirst(line, number, &log)
                isFirst = false
                if line.starts(with: "##".utf8) {
                    kept?.append(line)
                    continue
                }
            }
            kept?.append(line)
            if line.starts(with: "##".utf8) {
                MetaLine.check(line, number, &header, &log)
            } else if line.starts(with: "#CHROM".utf8) {
                return try readColumns(line, number, &log)
            } else if line.first != UInt8(ascii: "#"), line.count(where: { $0 == 9 }) >= 7 {
                throw FormatError(
                    .notVCF, file: path, line: number, message: "Records begin before the #CHROM line.",
                    remedy: "Add the missing header lines.")
            } else {
                log.note(.metaLine, line: number, field: "header")
            }
        }
        if isFirst {
            throw FormatError(
                .fileEmpty, file: path, message: "The file is empty.", remedy: "Fetch or write the file again.")
        }
        throw FormatError(
            .notVCF, file: path, line: lines.line, message: "The file ends before a #CHROM line.",
            remedy: "Check that this is a whole VCF or BCF file.")
    }

    private mutating func checkFirst(_ line: [UInt8], _ number: Int, _ log: inout DiagnosticLog) throws(FormatError) {
        guard line.first == UInt8(ascii: "#") else {
            throw FormatError(
                .notVCF, file: path, line: number, message: "The file does not begin as a VCF or BCF file does.",
                remedy: "Check that this is a VCF or BCF file, plain, gzipped or bgzipped.")
        }
        let start = "##fileformat=VCFv4."
        if line.starts(with: start.utf8) {
            let minor = String(decoding: line.dropFirst(start.utf8.count), as: UTF8.self)
            if let minor = Int(minor), (0...5).contains(minor) {
                header.minor = minor
                return
            }
        }
        log.note(.fileFormat, line: number, field: "fileformat")
    }

    private static let fixedColumns = ["#CHROM", "POS", "ID", "REF", "ALT", "QUAL", "FILTER", "INFO"]

    private mutating func readColumns(_ line: [UInt8], _ number: Int, _ log: inout DiagnosticLog) throws(FormatError) {
        let columns = line.split(separator: 9, omittingEmptySubsequences: false).map { column in
            let text = String(decoding: column, as: UTF8.self)
            if !text.utf8.elementsEqual(column) { log.note(.notUTF8, line: number, field: "#CHROM") }
            return text
        }
        guard columns.count >= 8, Array(columns[..<8]) == HeaderParser.fixedColumns, columns.count == 8 || columns[8] == "FORMAT"
        else {
            throw FormatError(
                .headerMalformed, file: path, line: number, field: "#CHROM",
                message: "The columns are not those of a VCF file.",
                remedy: "They must be #CHROM POS ID REF ALT QUAL FILTER INFO, then FORMAT and the samples, separated by tabs.")
        }
        header.columns = columns.count
        header.samples = Array(columns.dropFirst(9))
        if columns.count == 9 { log.note(.headerColumns, line: number, field: "#CHROM") }
        if header.samples.contains("") {
            throw FormatError(
                .headerMalformed, file: path, line: number, field: "#CHROM", message: "A sample column has no name.",
                remedy: "Name it, for example with `bcftools reheader --samples`.")
        }
        if Set(header.samples).count != header.samples.count {
            throw FormatError(
                .sampleDuplicated, file: path, line: number, field: "#CHROM", message: "Two sample columns have the same name.",
                remedy: "Rename one, for example with `bcftools reheader --samples`.")
        }
    }
}
