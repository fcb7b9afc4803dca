/// Which program, and which version of what it knows, said what the consequences of variants are.
public struct AnnotationVersion: Hashable, Sendable {
    public enum Tool: String, Sendable, CaseIterable {
        /// Ensembl's Variant Effect Predictor.
        case vep = "VEP"
        case snpEff = "SnpEff"
    }

    public let tool: Tool
    /// `113.0`, `4.2 (build 2015-12-05)`; empty where the file does not say.
    public let version: String
    /// The transcripts it knew: VEP's cache (`homo_sapiens_merged/113_GRCh38`), SnpEff's database (`GRCh37.75`); empty where
    /// the file does not say.
    public let database: String
    public let assembly: Assembly

    public init(tool: Tool, version: String, database: String, assembly: Assembly) {
        self.tool = tool
        self.version = version
        self.database = database
        self.assembly = assembly
    }
}

extension AnnotationVersion: CustomStringConvertible {
    /// `VEP 113.0, homo_sapiens_merged/113_GRCh38, GRCh38`.
    public var description: String {
        [version.isEmpty ? tool.rawValue : "\(tool.rawValue) \(version)", database, assembly.rawValue]
            .filter { !$0.isEmpty }.joined(separator: ", ")
    }
}
