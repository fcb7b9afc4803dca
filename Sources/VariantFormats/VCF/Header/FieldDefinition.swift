/// What a header says of an INFO or FORMAT key.
struct FieldDefinition: Hashable, Sendable {
    enum Kind: UInt8, Sendable {
        case integer, float, flag, character, string
    }

    enum Number: Hashable, Sendable {
        case fixed(Int)
        /// One an ALT; one an allele; one a genotype; any number.
        case alternates, alleles, genotypes, any
    }

    let id: [UInt8]
    let number: Number
    let kind: Kind

    init(id: [UInt8], number: Number, kind: Kind) {
        self.id = id
        self.number = number
        self.kind = kind
    }
}

extension FieldDefinition.Number {
    /// Nil for what version `4.minor` of the format does not know.
    init?(_ text: some Collection<UInt8>, minor: Int) {
        let text = String(decoding: text, as: UTF8.self)
        switch text {
        case "A": self = .alternates
        case "R" where minor >= 2: self = .alleles
        case "G": self = .genotypes
        case ".": self = .any
        // Local alleles and the like: their number is not ours to check.
        case "LA" where minor >= 4, "LR" where minor >= 4, "LG" where minor >= 4, "P" where minor >= 4, "M" where minor >= 4:
            self = .any
        default:
            guard text.utf8.allSatisfy({ (48...57).contains($0) }), let count = Int(text) else { return nil }
            self = .fixed(count)
        }
    }
}

extension FieldDefinition.Kind {
    init?(_ text: some Collection<UInt8>) {
        switch String(decoding: text, as: UTF8.self) {
        case "Integer": self = .integer
        case "Float": self = .float
        case "Flag": self = .flag
        case "Character": self = .character
        case "String": self = .string
        default: return nil
        }
    }
}
