package import Questions
internal import VariantFormats

/// Why a call file that was sent is not annotated.
package enum AnnotationError: Error, Hashable, Sendable {
    /// What is wrong with a call file, and where.
    package struct Fault: Hashable, Sendable {
        /// `headerMalformed`; stable.
        package let code: String
        /// 1-based.
        package let line: Int?
        /// `INFO/AC`
        package let field: String?
        package let message: String
        package let remedy: String

        /// It is too large once it is unpacked.
        package var isTooLarge: Bool { code == FormatError.Code.expandsTooMuch.rawValue }

        init(_ error: FormatError) {
            code = error.code.rawValue
            line = error.line
            field = error.field
            message = error.message
            remedy = error.remedy
        }
    }

    /// More bytes than were agreed on.
    case tooLarge(limit: Int)
    /// As many files are being annotated as the node takes at once.
    case full
    case file(Fault)
    /// Every region refused; each one's reason.
    case refused([RegionAnswer])
}
