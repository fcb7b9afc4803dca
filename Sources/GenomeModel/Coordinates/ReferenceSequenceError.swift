/// Why the reference could not answer. Says nothing of the place asked for.
public struct ReferenceSequenceError: Error, Sendable, CustomStringConvertible {
    public enum Code: String, Hashable, Sendable, CaseIterable {
        /// The reader threw; `cause` has what it threw.
        case unreadable
        /// The reference has fewer bases of the contig than the assembly.
        case tooShort
        /// The reference has other bases than REF says.
        case differs
        /// The reference has another number of bases of the contig than the assembly.
        case lengthDiffers
    }

    public let code: Code
    public let cause: (any Error)?

    public init(_ code: Code, cause: (any Error)? = nil) {
        self.code = code
        self.cause = cause
    }

    public var description: String {
        switch code {
        case .unreadable:
            "The reference could not be read. Check that the FASTA file is there, is indexed and has the contig."
        case .tooShort:
            "The reference ends before the place that was asked for. Give the whole reference of the assembly."
        case .differs:
            "The reference allele is not what the reference has there. Check the assembly, the position and the strand."
        case .lengthDiffers:
            "The contig has another length in the reference than in the assembly. Give the reference of the assembly."
        }
    }
}
