extension ProteinChange {
    /// Reads HGVS p. in one or three letters, with or without an accession, `p.` and parentheses, and CIViC's spellings:
    /// `V600E`, `p.Val600Glu`, `ENSP00000288602.6:p.Val600Glu`, `E746_A750del`, `E746_T751>I`, `W288FS`, `L531FS*30`, `P551_E554delPMYE`.
    ///
    /// Nil for what is no change of a protein, among it a residue without a change (`V600`). `p.?` and `p.0` are none either.
    package init?(_ text: some StringProtocol) {
        var bytes = Array(String(text).utf8)
        if let colon = bytes.lastIndex(of: UInt8(ascii: ":")) { bytes.removeSubrange(...colon) }
        if bytes.starts(with: Array("p.".utf8)) { bytes.removeFirst(2) }
        if bytes.first == UInt8(ascii: "("), bytes.last == UInt8(ascii: ")") { bytes = Array(bytes[1..<bytes.count - 1]) }
        var scanner = ProteinScanner(bytes)
        guard let change = scanner.change() else { return nil }
        self = change
    }
}

/// Walks over the text of a protein change.
struct ProteinScanner {
    private let bytes: [UInt8]
    private var index = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    private var isAtEnd: Bool { index == bytes.count }

    mutating func change() -> ProteinChange? {
        guard let first = residue() else { return nil }
        let last: ProteinChange.Residue
        if skip("_") {
            guard let end = residue(), end.number >= first.number else { return nil }
            last = end
        } else {
            last = first
        }
        guard let kind = kind(), isAtEnd else { return nil }
        switch kind {
        case .insertion:
            // Some texts name only one side (`P780INS`) or a wide span; an insertion lies between neighbours.
            guard last.number - first.number <= 1 else { return nil }
        case .substitution, .synonymous, .frameshift, .startLost:
            guard first == last, first.aminoAcid != nil else { return nil }
        case .deletion, .duplication, .replacement: break
        }
        return ProteinChange(first: first, last: last, kind: kind)
    }

    /// A residue alone, `V600` or `Val600`; nil where more follows or no amino acid is named.
    mutating func loneResidue() -> ProteinChange.Residue? {
        guard let residue = residue(), residue.aminoAcid != nil, isAtEnd else { return nil }
        return residue
    }

    private mutating func residue() -> ProteinChange.Residue? {
        let start = index
        let aminoAcid = aminoAcid()
        guard let number = number(), number > 0 else {
            index = start
            return nil
        }
        return ProteinChange.Residue(aminoAcid: aminoAcid, number: number)
    }

    /// Three letters where they name one, else one letter.
    private mutating func aminoAcid() -> AminoAcid? {
        // `Ser` is one residue and `SER` a peptide of three.
        if index + 3 <= bytes.count, bytes[index + 1] >= UInt8(ascii: "a"),
            let found = AminoAcid(threeLetters: bytes[index..<index + 3])
        {
            index += 3
            return found
        }
        guard index < bytes.count, let found = AminoAcid(bytes[index]) else { return nil }
        index += 1
        return found
    }

    private mutating func aminoAcids() -> [AminoAcid] {
        var found: [AminoAcid] = []
        while let next = aminoAcid() { found.append(next) }
        return found
    }

    private mutating func kind() -> ProteinChange.Kind? {
        if skip("delins") || skip(">") { return .replacement(aminoAcids()) }
        if skip("del") {
            // The residues that are gone may follow, and `ins` after them.
            skipPeptide()
            return skip("ins") ? .replacement(aminoAcids()) : .deletion
        }
        if skip("dup") {
            skipPeptide()
            return .duplication
        }
        if skip("ins") { return .insertion(aminoAcids()) }
        if skip("=") { return .synonymous }
        if skip("?") { return .startLost }
        if skipFrameshift() { return .frameshift }
        guard let changed = aminoAcid() else { return nil }
        // `Trp288CysfsTer12`: the first residue of the new frame stands before it.
        return skipFrameshift() ? .frameshift : .substitution(changed)
    }

    /// `fs`, `fsTer12`, `fs*12`, `fsX12`, `fs*?`.
    private mutating func skipFrameshift() -> Bool {
        guard skip("fs") else { return false }
        if skip("Ter") || skip("*") || skip("X"), number() == nil { _ = skip("?") }
        return true
    }

    private mutating func skipPeptide() {
        while index < bytes.count, !bytes[index...].starts(with: Array("ins".utf8)), aminoAcid() != nil {}
    }

    private mutating func number() -> Int? {
        let start = index
        while index < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index]), index - start < 6 {
            index += 1
        }
        return Int(String(decoding: bytes[start..<index], as: UTF8.self))
    }

    /// In any case of letters.
    private mutating func skip(_ word: String) -> Bool {
        let end = index + word.utf8.count
        guard end <= bytes.count,
            String(decoding: bytes[index..<end], as: UTF8.self).lowercased() == word.lowercased()
        else { return false }
        index = end
        return true
    }
}
