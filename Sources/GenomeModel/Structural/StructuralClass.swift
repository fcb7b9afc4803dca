/// What an event is compared by: its kind, and for breakends the way they are joined. Raw values are part of the store format.
///
/// Two events can match only where each class is among the other's `compatible` ones, and that table is symmetric.
public enum StructuralClass: UInt8, Sendable, CaseIterable, BitwiseCopyable {
    /// Deletions, and copy numbers known to be lower.
    case loss = 1
    /// Duplications, and copy numbers known to be higher.
    case gain = 2
    /// A copy number that differs, not known which way.
    case copyNumber = 3
    case insertion = 4
    case inversion = 5
    /// Breakends of one contig: kept sides left and right, the junction that a deletion leaves.
    case skip = 6
    /// Right and left: the junction of a tandem duplication.
    case `repeat` = 7
    /// Left and left: one of the two junctions of an inversion.
    case invertedLeft = 8
    /// Right and right: the other.
    case invertedRight = 9
    /// Breakends of two contigs, by kept sides.
    case leftToRight = 10
    case rightToLeft = 11
    case leftToLeft = 12
    case rightToRight = 13
    /// A single breakend that keeps what lies left of it, or right.
    case singleLeft = 14
    case singleRight = 15

    /// The classes whose events can match one of this class, itself first.
    ///
    /// A pair of breakends says no more than that two places are joined; on one contig that is also the only trace of a
    /// deletion, tandem duplication or inversion, which callers write either way (GRIDSS always as breakends, Manta as
    /// `<DEL>`), so these are compared. Copy numbers of unknown direction are compared with losses and gains.
    @inlinable
    public var compatible: [StructuralClass] {
        switch self {
        case .loss: [.loss, .copyNumber, .skip]
        case .gain: [.gain, .copyNumber, .repeat]
        case .copyNumber: [.copyNumber, .loss, .gain]
        case .inversion: [.inversion, .invertedLeft, .invertedRight]
        case .skip: [.skip, .loss]
        case .repeat: [.repeat, .gain]
        case .invertedLeft: [.invertedLeft, .inversion]
        case .invertedRight: [.invertedRight, .inversion]
        case .insertion, .leftToRight, .rightToLeft, .leftToLeft, .rightToRight, .singleLeft, .singleRight: [self]
        }
    }

    /// Bases from a breakend's position to the first, and back from the other to the last, of the bases between: the
    /// base that a kept side names is not itself concerned.
    @inlinable
    var inset: (first: UInt32, last: UInt32) {
        switch self {
        case .skip: (1, 1)
        case .invertedLeft: (1, 0)
        case .invertedRight: (0, 1)
        default: (0, 0)
        }
    }

    /// Events of this class concern a stretch of one contig, whose overlap is part of the rule.
    @inlinable
    public var hasSpan: Bool {
        switch self {
        case .loss, .gain, .copyNumber, .inversion, .skip, .repeat, .invertedLeft, .invertedRight: true
        default: false
        }
    }

    /// The second breakpoint says something that the first does not.
    @inlinable
    public var hasTwoPlaces: Bool { self != .insertion && self != .singleLeft && self != .singleRight }
}

extension StructuralEvent {
    public var matchingClass: StructuralClass {
        switch kind {
        case .deletion: return .loss
        case .duplication: return .gain
        case .copyNumber: return change.map { $0 == .loss ? .loss : .gain } ?? .copyNumber
        case .insertion: return .insertion
        case .inversion: return .inversion
        case .singleBreakend: return firstSide == .left ? .singleLeft : .singleRight
        case .adjacency:
            let isOneContig = first.contig == second.contig
            switch (firstSide, secondSide) {
            case (.left, .right): return isOneContig ? .skip : .leftToRight
            case (.right, .left): return isOneContig ? .repeat : .rightToLeft
            case (.left, .left): return isOneContig ? .invertedLeft : .leftToLeft
            case (.right, .right): return isOneContig ? .invertedRight : .rightToRight
            }
        }
    }
}
