/// An amino acid by its one letter (IUPAC), `*` for a stop codon.
package struct AminoAcid: Hashable, Sendable, CustomStringConvertible {
    package let letter: UInt8

    /// Nil for a letter that names none of the twenty, selenocysteine (U), any (X) or a stop (`*`). Lower case is raised.
    package init?(_ letter: UInt8) {
        let upper = letter >= UInt8(ascii: "a") ? letter & 0xDF : letter
        guard "ACDEFGHIKLMNPQRSTUVWXY*".utf8.contains(upper) else { return nil }
        self.letter = upper
    }

    package static let stop = AminoAcid(known: UInt8(ascii: "*"))

    private init(known letter: UInt8) { self.letter = letter }

    package var description: String { String(UnicodeScalar(letter)) }

    /// By the three letters of HGVS, `Ter` for a stop, in any case.
    init?(threeLetters bytes: ArraySlice<UInt8>) {
        let name = String(decoding: bytes, as: UTF8.self).lowercased()
        guard let letter = AminoAcid.byThreeLetters[name] else { return nil }
        self.letter = letter
    }

    private static let byThreeLetters: [String: UInt8] = [
        "ala": UInt8(ascii: "A"), "cys": UInt8(ascii: "C"), "asp": UInt8(ascii: "D"), "glu": UInt8(ascii: "E"),
        "phe": UInt8(ascii: "F"), "gly": UInt8(ascii: "G"), "his": UInt8(ascii: "H"), "ile": UInt8(ascii: "I"),
        "lys": UInt8(ascii: "K"), "leu": UInt8(ascii: "L"), "met": UInt8(ascii: "M"), "asn": UInt8(ascii: "N"),
        "pro": UInt8(ascii: "P"), "gln": UInt8(ascii: "Q"), "arg": UInt8(ascii: "R"), "ser": UInt8(ascii: "S"),
        "thr": UInt8(ascii: "T"), "val": UInt8(ascii: "V"), "trp": UInt8(ascii: "W"), "tyr": UInt8(ascii: "Y"),
        "sec": UInt8(ascii: "U"), "xaa": UInt8(ascii: "X"), "ter": UInt8(ascii: "*"),
    ]
}
