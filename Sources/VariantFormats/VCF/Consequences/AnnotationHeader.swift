public import GenomeModel

/// What the header of a file says of the consequences in its records: under which INFO key, in which columns, of which version.
///
/// VEP describes its columns in the definition of the key (`… from Ensembl VEP. Format: Allele|Consequence|…`, usually `CSQ`) and
/// itself in `##VEP=`. SnpEff's columns are those of "Variant annotations in VCF format", version 1.0 (January 2015),
/// under `ANN`; it describes itself in `##SnpEffVersion=` and `##SnpEffCmd=`.
public struct AnnotationHeader: Hashable, Sendable {
    public let version: AnnotationVersion
    /// `CSQ`, `ANN`.
    public let infoKey: String
    /// The columns of one consequence, in their order.
    public let columns: [String]

    /// Every annotation that the file at `path`, VCF or BCF, has; none where its header defines none.
    ///
    /// Throws `wrongAssembly` where an annotation names another assembly than the stated one.
    public static func read(path: String, assembly: Assembly) throws(FormatError) -> [AnnotationHeader] {
        var lines = LineBuffer(source: try TextSource(path: path, threads: 0), path: path)
        var log = DiagnosticLog()
        let text = try HeaderParser.parseKeepingLines(&lines, path: path, log: &log).lines
        return try parse(text.map { String(decoding: $0, as: UTF8.self) }, assembly: assembly, path: path)
    }

    /// The annotations that header lines describe.
    static func parse(_ lines: [String], assembly: Assembly, path: String) throws(FormatError) -> [AnnotationHeader] {
        var found: [AnnotationHeader] = []
        for line in lines {
            guard line.hasPrefix("##INFO="), let definition = MetaLine.pairs(Array(line.utf8).dropFirst(7)) else { continue }
            func value(_ key: String) -> String {
                definition.first { $0.key.elementsEqual(key.utf8) }.map { String(decoding: $0.value, as: UTF8.self) } ?? ""
            }
            let description = value("Description")
            guard let (tool, columns) = columns(of: description) else { continue }
            let version = tool == .vep ? VEPLine.version(lines) : SnpEffLines.version(lines)
            if let named = version.assembly, named != assembly {
                throw FormatError(
                    .wrongAssembly, file: path, field: value("ID"),
                    message: "The file's consequences were predicted in another assembly than \(assembly.rawValue).",
                    remedy: "State the assembly that the file was made with.")
            }
            found.append(
                AnnotationHeader(
                    version: AnnotationVersion(
                        tool: tool, version: version.version, database: version.database, assembly: assembly),
                    infoKey: value("ID"), columns: columns))
        }
        return found
    }

    /// The columns that a definition lists; nil where it is of something else.
    private static func columns(of description: String) -> (AnnotationVersion.Tool, [String])? {
        let text = description.filter { $0 != "\"" }
        if text.hasPrefix("Functional annotations:") { return (.snpEff, SnpEffLines.columns) }
        guard text.contains("VEP"), let format = text.firstRange(of: "Format:") else { return nil }
        let columns = text[format.upperBound...].split(separator: "|", omittingEmptySubsequences: false)
            .map { String($0.drop { $0 == " " }.prefix { $0 != " " }) }
        let needed = ["Allele", "Consequence", "Feature"]
        return needed.allSatisfy(columns.contains) ? (.vep, columns) : nil
    }
}
