import GenomeModel

/// One line of a BED file.
struct TargetLine {
    let text: UnsafeBufferPointer<UInt8>
    let number: Int
    let path: String
    let assembly: Assembly

    private static let tab = UInt8(ascii: "\t")
    private static let space = UInt8(ascii: " ")

    /// Nil for what is not a target, and for one that is left out, which is then counted.
    func interval(_ log: inout DiagnosticLog) throws(FormatError) -> Interval? {
        var rest = text[...]
        if number == 1, rest.starts(with: [0xEF, 0xBB, 0xBF]) {
            throw fault("column 1", "The file begins with a byte order mark.", "Save it as plain text without one.")
        }
        if rest.last == 13 { rest = rest.dropLast() }
        rest = rest.drop { $0 == TargetLine.space }
        if rest.allSatisfy({ $0 == TargetLine.space || $0 == TargetLine.tab }) || rest.first == UInt8(ascii: "#") { return nil }
        let name = TargetLine.takeColumn(&rest)
        if name.elementsEqual("track".utf8) || name.elementsEqual("browser".utf8) { return nil }
        guard !rest.isEmpty else { throw tooFew }
        let start = try offset(TargetLine.takeColumn(&rest), "column 2")
        guard !rest.isEmpty else { throw tooFew }
        let end = try offset(TargetLine.takeColumn(&rest), "column 3")
        guard start <= end else {
            throw fault("column 3", "A target ends before it starts.", "Correct the line: start comes before end.")
        }
        guard let contig = try contig(name) else {
            log.note(.targetName, line: number, field: "column 1")
            return nil
        }
        guard end <= assembly.length(of: contig), start < end || start < assembly.length(of: contig) else {
            throw FormatError(
                .wrongAssembly, file: path, line: number, field: "column 3",
                message: "A target lies past the end of its contig in \(assembly.rawValue).",
                remedy: "Give the BED file for \(assembly.rawValue), or state the assembly that it was made for.")
        }
        guard start < end, let first = Position(start + 1), let last = Position(end) else {
            log.note(.targetEmpty, line: number, field: "column 3")
            return nil
        }
        return Interval(contig: contig, first: first, last: last)
    }

    /// The column at the front of `rest`, which loses it and what separates it from the next: one tab, or spaces. Two
    /// tabs have an empty column between them.
    private static func takeColumn(_ rest: inout Slice<UnsafeBufferPointer<UInt8>>) -> Slice<UnsafeBufferPointer<UInt8>> {
        let column = rest.prefix { $0 != tab && $0 != space }
        rest = rest[column.endIndex...].drop { $0 == space }
        if rest.first == tab { rest = rest.dropFirst().drop { $0 == space } }
        return column
    }

    private func contig(_ name: Slice<UnsafeBufferPointer<UInt8>>) throws(FormatError) -> Contig? {
        guard let meaning = ContigName(ascii: UnsafeBufferPointer(rebasing: name)) else { return nil }
        if let other = meaning.assembly, other != assembly {
            throw FormatError(
                .wrongAssembly, file: path, line: number, field: "column 1",
                message: "A sequence accession belongs to another assembly than \(assembly.rawValue).",
                remedy: "Give the BED file for \(assembly.rawValue), or state the assembly that it was made for.")
        }
        return meaning.contig
    }

    /// Contigs have at most nine digits; more would be cut off below in any case.
    private func offset(_ column: Slice<UnsafeBufferPointer<UInt8>>, _ field: String) throws(FormatError) -> Int {
        var value = 0
        for byte in column {
            guard byte >= 48, byte <= 57 else { throw notANumber(field) }
            value = min(value * 10 + Int(byte - 48), 1 << 40)
        }
        guard !column.isEmpty else { throw notANumber(field) }
        return value
    }

    private func notANumber(_ field: String) -> FormatError {
        fault(
            field, "The \(field == "column 2" ? "start" : "end") of a target is not a whole number.",
            "Write sequence, start and end in the first three columns, and # before a line of headings.")
    }

    private var tooFew: FormatError {
        fault(
            "line", "The line has fewer than three columns.",
            "Write sequence, start and end separated by tabs, and # before a comment.")
    }

    private func fault(_ field: String, _ message: String, _ remedy: String) -> FormatError {
        FormatError(.targetsMalformed, file: path, line: number, field: field, message: message, remedy: remedy)
    }
}
