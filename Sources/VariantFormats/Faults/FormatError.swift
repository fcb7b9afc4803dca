/// Why a file was refused: fatal, and nothing of the file may be kept.
///
/// `description` holds code, line, field, message and remedy, and never a genotype, a coordinate, a sample name or a
/// path (paths name people often enough): whoever shows it puts `file` beside it.
public struct FormatError: Error, Hashable, Sendable {
    public enum Code: String, Sendable, CaseIterable {
        case fileMissing, fileUnreadable, fileEmpty, fileTruncated, fileDamaged, lineTooLong, expandsTooMuch
        case notVCF, headerMalformed, recordMalformed
        case wrongAssembly, positionPastContigEnd
        case sampleMissing, sampleAmbiguous, sampleDuplicated, genotypesMissing
        case targetsMalformed, targetsEmpty
        case referenceIndexMissing, referenceMalformed, referenceUnreadable, contigNotInReference
        case notWritable
    }

    public let code: Code
    /// The path as it was given.
    public let file: String
    /// 1-based line of the text; for BCF the line that its text form would have.
    public let line: Int?
    /// `POS`, `INFO/AC`, `sample column 3`.
    public let field: String?
    /// What is wrong, in one sentence.
    public let message: String
    /// What to do about it, in one sentence.
    public let remedy: String

    public init(
        _ code: Code, file: String, line: Int? = nil, field: String? = nil, message: String, remedy: String
    ) {
        self.code = code
        self.file = file
        self.line = line
        self.field = field
        self.message = message
        self.remedy = remedy
    }
}

extension FormatError: CustomStringConvertible {
    public var description: String {
        var place = ""
        if let line { place += "line \(line): " }
        if let field { place += "\(field): " }
        return "\(place)\(message) \(remedy) (\(code.rawValue))"
    }
}
