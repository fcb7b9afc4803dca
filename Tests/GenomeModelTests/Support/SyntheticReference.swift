import GenomeModel

extension ReferenceSequence {
    /// `letters` as every contig, from position 1 on.
    static func synthetic(_ letters: [UInt8]) -> ReferenceSequence {
        ReferenceSequence { _, first, count in
            Array(letters.dropFirst(Int(first.value) - 1).prefix(count))
        }
    }

    static func synthetic(_ letters: String) -> ReferenceSequence { synthetic(Array(letters.utf8)) }

    /// `letters` from `position` on, N before them, nothing after them: a few bases of a real contig.
    static func placed(_ letters: String, at position: Int) -> ReferenceSequence {
        let letters = Array(letters.utf8)
        return ReferenceSequence { _, first, count in
            (Int(first.value)..<(Int(first.value) + count)).compactMap { place in
                place < position ? UInt8(ascii: "N") : place - position < letters.count ? letters[place - position] : nil
            }
        }
    }
}

extension Contig {
    static func named(_ name: String) -> Contig {
        guard let contig = Contig(name: name) else { preconditionFailure("a test names contig \(name)") }
        return contig
    }
}

extension Variant {
    /// A variant of a test, that is known to be one.
    static func at(_ contig: String, _ position: Int, _ reference: String, _ alternate: String) -> Variant {
        guard let place = Position(position),
            let variant = Variant(contig: .named(contig), position: place, reference: reference, alternate: alternate)
        else { preconditionFailure("a test makes no variant of \(reference) and \(alternate)") }
        return variant
    }

    /// The sequence that the variant makes of `letters`: the slow and obvious way.
    func haplotype(of letters: [UInt8]) -> [UInt8] {
        let start = Int(position.value) - 1
        return Array(letters[..<start]) + Array(alternate.utf8) + Array(letters[(start + reference.utf8.count)...])
    }

    /// A random variant of `letters`: an exchange, insertion or deletion of a few bases out of the same alphabet.
    static func random(of letters: [UInt8], alphabet: String, using random: inout SplitMix) -> Variant {
        while true {
            let start = Int.random(in: 0..<letters.count, using: &random)
            let end = min(letters.count, start + Int.random(in: 1...6, using: &random))
            let reference = letters[start..<end]
            var alternate = Array(reference)
            switch Int.random(in: 0..<4, using: &random) {
            case 0: alternate = random.bases(Int.random(in: 1...6, using: &random), of: alphabet)
            case 1:
                let place = Int.random(in: 0...alternate.count, using: &random)
                alternate.insert(
                    contentsOf: random.bases(Int.random(in: 1...5, using: &random), of: alphabet), at: place)
            case 2: alternate.removeSubrange(Int.random(in: 1...alternate.count, using: &random)...)
            default: alternate += alternate
            }
            let variant = Position(start + 1).flatMap {
                Variant(
                    contig: .named("1"), position: $0, reference: String(decoding: reference, as: UTF8.self),
                    alternate: String(decoding: alternate, as: UTF8.self))
            }
            if let variant { return variant }
        }
    }
}
