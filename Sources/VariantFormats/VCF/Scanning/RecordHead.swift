import GenomeModel

/// The first seven columns of one record. Its pointers live as long as the line.
struct RecordHead {
    enum AlternateKind: UInt8 {
        case bases, symbolic, breakend, overlappingDeletion, unspecified, invalid
    }

    struct Alternate {
        var bases: UnsafeBufferPointer<UInt8>
        var kind: AlternateKind
    }

    /// Nil for sequences that are not indexed.
    var contig: Contig?
    /// 1-based; 0 for a telomere.
    var position: UInt32
    var reference: UnsafeBufferPointer<UInt8>
    /// Without the `.` of a record that has none.
    var alternateCount: Int
    /// FILTER is neither PASS nor `.`.
    var isFailed: Bool
    /// Where INFO starts.
    var info: UnsafePointer<UInt8>
}
