/// What a call file says of itself before its records.
public struct CallFileHeader: Sendable {
    /// A `##contig` line: the name as written and the length where it has one.
    public struct ContigLine: Hashable, Sendable {
        public let name: String
        public let length: Int?
    }

    /// The names of the sample columns, in their order, all different.
    public internal(set) var samples: [String] = []
    public internal(set) var contigs: [ContigLine] = []

    /// Whether the file is BCF.
    public internal(set) var isBinary = false

    /// 4.`minor` of `##fileformat`; 2 where the file does not say.
    var minor = 2
    var info: [FieldDefinition] = []
    var format: [FieldDefinition] = []
    /// Columns of a record: 8, or 9 and the samples.
    var columns = 8
    var hasFormatColumn: Bool { columns > 8 }

    /// The header of the file at `path`, VCF or BCF, and nothing else of it.
    public static func read(path: String) throws(FormatError) -> CallFileHeader {
        let source = try TextSource(path: path, threads: 0)
        var lines = LineBuffer(source: source, path: path)
        var log = DiagnosticLog()
        var header = try HeaderParser.parse(&lines, path: path, log: &log)
        if case .bcf = source { header.isBinary = true }
        return header
    }
}
