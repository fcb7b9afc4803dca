/// What a structural event does to the genome: the types of VCF 4.4, section 1.4.5, and of its sections 3 and 5.4 on
/// breakends. Raw values are part of the store format.
public enum StructuralKind: UInt8, Sendable, CaseIterable {
    /// `<DEL>`: bases are gone.
    case deletion = 1
    /// `<DUP>`, `<DUP:TANDEM>`: bases are there once more.
    case duplication = 2
    /// `<CNV>`, `<CN0>`: the number of copies differs; which way is in `StructuralEvent.change`.
    case copyNumber = 3
    /// `<INS>`, `<INS:ME>`, or bases written out: bases that the reference does not have there.
    case insertion = 4
    /// `<INV>`: bases stand the other way round.
    case inversion = 5
    /// A pair of breakends: two places that are neighbours here and not in the reference.
    case adjacency = 6
    /// `G.` or `.G`: a place whose new neighbour is not known.
    case singleBreakend = 7

    /// The word of VCF's SVTYPE: `DEL`, `DUP`, `CNV`, `INS`, `INV`, and `BND` for both kinds of breakends.
    public var symbol: String {
        switch self {
        case .deletion: "DEL"
        case .duplication: "DUP"
        case .copyNumber: "CNV"
        case .insertion: "INS"
        case .inversion: "INV"
        case .adjacency, .singleBreakend: "BND"
        }
    }

    /// Deletion, duplication, copy number, inversion: a stretch of one contig is concerned.
    public var hasSpan: Bool { self == .deletion || self == .duplication || self == .copyNumber || self == .inversion }
}

/// Which way a number of copies differs from what the person should have. Raw values are part of the store format.
public enum CopyChange: UInt8, Sendable, CaseIterable {
    case loss = 1
    case gain = 2
}
