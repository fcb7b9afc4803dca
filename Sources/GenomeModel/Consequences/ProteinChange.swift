/// How a change of one amino acid is written.
public enum ProteinChange {
    private static let names: [Character: String] = [
        "A": "Ala", "R": "Arg", "N": "Asn", "D": "Asp", "C": "Cys", "Q": "Gln", "E": "Glu", "G": "Gly", "H": "His", "I": "Ile",
        "L": "Leu", "K": "Lys", "M": "Met", "F": "Phe", "P": "Pro", "O": "Pyl", "S": "Ser", "U": "Sec", "T": "Thr", "W": "Trp",
        "Y": "Tyr", "V": "Val", "*": "Ter", "X": "Ter",
    ]

    /// `V600E`, `p.V600E` and `p.(V600E)` as annotations write it: `p.Val600Glu`. Nil for anything else, which is to be taken as it is.
    public static func threeLetters(_ text: some StringProtocol) -> String? {
        var text = text[...]
        if text.hasPrefix("p.") { text = text.dropFirst(2) }
        if text.hasPrefix("("), text.hasSuffix(")") { text = text.dropFirst().dropLast() }
        let number = text.dropFirst().dropLast()
        guard let first = text.first.flatMap({ names[$0] }), let last = text.last.flatMap({ names[$0] }),
            (1...6).contains(number.utf8.count), number.utf8.allSatisfy({ (48...57).contains($0) })
        else { return nil }
        return "p.\(first)\(number)\(last)"
    }
}
