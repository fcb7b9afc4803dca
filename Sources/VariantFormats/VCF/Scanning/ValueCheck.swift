/// How the values of one INFO or FORMAT key are checked.
struct ValueCheck {
    enum Count: UInt8 {
        case any, fixed, alternates, alleles, genotypes
    }

    var kind: FieldDefinition.Kind = .string
    var count: Count = .any
    var fixed: Int32 = 0
    /// Numbers below zero are faults (AC, DP, …).
    var isUnsigned = false
    var isCigar = false
    /// The key has a definition; without one anything printable goes.
    var isDefined = false

    init() {}

    init(_ definition: FieldDefinition) {
        isDefined = true
        kind = definition.kind
        switch definition.number {
        case .fixed(let number):
            count = .fixed
            fixed = Int32(clamping: number)
        case .alternates: count = .alternates
        case .alleles: count = .alleles
        case .genotypes: count = .genotypes
        case .any: count = .any
        }
        // Strings with commas are everywhere under Number=1, and htslib too takes them as one value.
        if kind == .string || (kind == .character && count != .fixed) { count = .any }
    }

    /// The check of INFO key `id` (nil definition: not in the header), with what the format reserves the key for.
    static func info(_ id: [UInt8], _ definition: FieldDefinition?) -> ValueCheck {
        let reserved = ReservedFields.info.first { $0.id.utf8.elementsEqual(id) }
        var check = (definition ?? reserved?.definition).map { ValueCheck($0) } ?? ValueCheck()
        let name = String(decoding: id, as: UTF8.self)
        check.isUnsigned = ReservedFields.unsignedInfo.contains(name)
        if name == "CIGAR", check.kind == .string {
            check.isCigar = true
            check.count = .alternates
        }
        if name == "AA", check.kind == .string, definition?.number ?? .fixed(1) == .fixed(1) {
            check.count = .fixed
            check.fixed = 1
        }
        return check
    }

    static func format(_ id: [UInt8], _ definition: FieldDefinition?) -> ValueCheck {
        let reserved = ReservedFields.format.first { $0.id.utf8.elementsEqual(id) }
        return (definition ?? reserved?.definition).map { ValueCheck($0) } ?? ValueCheck()
    }

    /// The number of values expected, or -1 for any.
    func expected(alternates: Int, genotypes: Int) -> Int {
        switch count {
        case .any: -1
        case .fixed: Int(fixed)
        case .alternates: alternates > 0 ? alternates : -1
        case .alleles: alternates > 0 ? alternates + 1 : -1
        case .genotypes: genotypes
        }
    }

    /// `expected` without a branch, where it is the same for every record of one ALT (genotypes of a diploid sample);
    /// -1 where it is any.
    var expectedOfOne: Int { expected(alternates: 1, genotypes: 3) }
}
