/// Which ALT of a record a consequence is about: its `Allele` column is not always the ALT as the record writes it.
///
/// VEP (`Bio::EnsEMBL::VEP::Parser::VCF`) takes the first base off REF and all ALTs where any ALT has another length than REF
/// and all begin with the same base (`*` aside), and writes `-` for what is then empty; with `--minimal` it trims each ALT by
/// itself; of a record with `SVTYPE` it writes what it is, in a word. SnpEff writes the ALT. Records that were split after annotation have consequences of other ALTs too.
enum AlleleNotation {
    typealias Text = UnsafeBufferPointer<UInt8>

    enum Match: Equatable {
        case alternate(Int)
        case none
        /// Several ALTs would be written so.
        case ambiguous
    }

    /// Tried in this order: as VEP writes the whole record; the ALT as it is; as VEP would write the ALT alone; trimmed at
    /// both ends. The first way by which any ALT fits decides. Upper and lower case are the same.
    static func match(_ notation: Text, reference: Text, alternates: [Text]) -> Match {
        let isShortened = alternates.contains { $0.count != reference.count } && beginAlike([reference] + alternates)
        let ways: [(Text) -> ArraySlice<UInt8>] = [
            { isShortened && !isStar($0) ? Array($0)[1...] : Array($0)[...] },
            { Array($0)[...] },
            { $0.count != reference.count && beginAlike([reference, $0]) ? Array($0)[1...] : Array($0)[...] },
            { minimal(reference, $0) },
        ]
        for way in ways {
            let fitting = alternates.indices.filter { isSame(notation, way(alternates[$0])) }
            if fitting.count == 1 { return .alternate(fitting[0]) }
            if fitting.count > 1 { return .ambiguous }
        }
        let isWord = alternates.count == 1 && structural.contains { isSame(notation, Array($0.utf8)[...]) }
        return isWord ? .alternate(0) : .none
    }

    /// VEP's words for alleles of bases in records with `SVTYPE` (`%VARIATION_CLASSES` of Ensembl's Variation API).
    private static let structural = ["insertion", "deletion", "duplication", "tandem_duplication", "inversion"]

    private static func isStar(_ text: Text) -> Bool { text.contains(UInt8(ascii: "*")) }

    /// None is empty here.
    private static func beginAlike(_ alleles: [Text]) -> Bool {
        let first = alleles.filter { !isStar($0) }.map { raised($0[0]) }
        return first.allSatisfy { $0 == first.first }
    }

    /// What is left of ALT without the bases that it shares with REF, first at the front, then at the back.
    private static func minimal(_ reference: Text, _ alternate: Text) -> ArraySlice<UInt8> {
        var (first, second) = (Array(reference)[...], Array(alternate)[...])
        while let left = first.first, let right = second.first, raised(left) == raised(right) {
            (first, second) = (first.dropFirst(), second.dropFirst())
        }
        while let left = first.last, let right = second.last, raised(left) == raised(right) {
            (first, second) = (first.dropLast(), second.dropLast())
        }
        return second
    }

    private static func isSame(_ notation: Text, _ allele: ArraySlice<UInt8>) -> Bool {
        if allele.isEmpty { return notation.count == 1 && notation[0] == UInt8(ascii: "-") }
        return notation.count == allele.count && zip(notation, allele).allSatisfy { raised($0) == raised($1) }
    }

    private static func raised(_ byte: UInt8) -> UInt8 { byte >= 97 && byte <= 122 ? byte & 0xDF : byte }
}
