/// A change of a protein as HGVS and CIViC write it, in one form for both: `p.Val600Glu` and `V600E` are equal.
package struct ProteinChange: Hashable, Sendable {
    /// A residue: its number from 1 and, where the text says it, its amino acid.
    package struct Residue: Hashable, Sendable {
        package let aminoAcid: AminoAcid?
        package let number: Int
    }

    package enum Kind: Hashable, Sendable {
        case substitution(AminoAcid)
        case synonymous
        /// The stop codon that ends the new reading frame is left out: two texts of one change often differ in it.
        case frameshift
        case deletion
        case duplication
        /// What is put in between the two residues; empty where the text does not say.
        case insertion([AminoAcid])
        /// What replaces the residues; empty where the text does not say.
        case replacement([AminoAcid])
        /// The start codon is lost, with unknown effect.
        case startLost
    }

    package let first: Residue
    /// The same as `first` where one residue is meant.
    package let last: Residue
    package let kind: Kind

    package init(first: Residue, last: Residue? = nil, kind: Kind) {
        self.first = first
        self.last = last ?? first
        self.kind = kind
    }

    /// The codons that the change touches; the two beside it for an insertion.
    package var codons: ClosedRange<Int> { first.number...max(first.number, last.number) }

    /// Whether the protein is cut short: a new stop or another reading frame.
    package var isTruncating: Bool {
        switch kind {
        case .frameshift: true
        case .substitution(let aminoAcid): aminoAcid == .stop
        case .synonymous, .deletion, .duplication, .insertion, .replacement, .startLost: false
        }
    }

    /// How many residues the protein gains in frame, negative where it loses them; nil where that is not said or not in frame.
    package var gainedResidues: Int? {
        let span = codons.count
        return switch kind {
        case .deletion: -span
        case .duplication: span
        case .insertion(let added): added.isEmpty ? nil : added.count
        case .replacement(let added): added.isEmpty ? nil : added.count - span
        case .substitution(let aminoAcid): aminoAcid == .stop ? nil : 0
        case .synonymous: 0
        case .frameshift, .startLost: nil
        }
    }

    /// Whether both texts mean one change. An amino acid that one of them leaves out contradicts nothing, and an insertion
    /// right after the residues that it repeats is their duplication, as HGVS has it.
    package func isSame(as other: ProteinChange) -> Bool {
        if ProteinChange.agree(first, other.first), ProteinChange.agree(last, other.last), ProteinChange.agree(kind, other.kind) {
            return true
        }
        return repeats(other) || other.repeats(self)
    }

    private static func agree(_ a: Residue, _ b: Residue) -> Bool {
        a.number == b.number && (a.aminoAcid == nil || b.aminoAcid == nil || a.aminoAcid == b.aminoAcid)
    }

    private static func agree(_ a: Kind, _ b: Kind) -> Bool {
        switch (a, b) {
        case (.insertion(let a), .insertion(let b)), (.replacement(let a), .replacement(let b)):
            !a.isEmpty && a == b
        default: a == b
        }
    }

    /// Whether this inserts, right after them, as many residues as `other` duplicates, beginning and ending with the same.
    private func repeats(_ other: ProteinChange) -> Bool {
        guard case .insertion(let added) = kind, case .duplication = other.kind, first.number == other.last.number,
            added.count == other.codons.count
        else { return false }
        return added.first == other.first.aminoAcid && added.last == other.last.aminoAcid
    }
}

extension ProteinChange: CustomStringConvertible {
    /// In one-letter form without `p.`, as CIViC writes it.
    package var description: String {
        func text(_ residue: Residue) -> String { (residue.aminoAcid?.description ?? "") + String(residue.number) }
        let span = first == last ? text(first) : text(first) + "_" + text(last)
        return switch kind {
        case .substitution(let aminoAcid): span + aminoAcid.description
        case .synonymous: span + "="
        case .frameshift: span + "fs"
        case .deletion: span + "del"
        case .duplication: span + "dup"
        case .insertion(let added): span + "ins" + added.map(\.description).joined()
        case .replacement(let added): span + "delins" + added.map(\.description).joined()
        case .startLost: span + "?"
        }
    }
}
