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

    /// 4.`minor` of `##fileformat`; 2 where the file does not say.
    var minor = 2
    var info: [FieldDefinition] = []
    var format: [FieldDefinition] = []
    /// Columns of a record: 8, or 9 and the samples.
    var columns = 8
    var hasFormatColumn: Bool { columns > 8 }

    /// The header of the file at `path`, VCF or BCF, and nothing else of it.
    public static func read(path: String) throws(FormatError) -> CallFileHeader {
        var lines = LineBuffer(source: try TextSource(path: path, threads: 0), path: path)
        var log = DiagnosticLog()
        return try HeaderParser.parse(&lines, path: path, log: &log)
    }
}
