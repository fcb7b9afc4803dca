import GenomeModel
import Testing

/// What is written in a notation and read again is the same variant, and the notation's own rule holds against an oracle
/// that compares whole sequences.
@Suite struct NotationRoundTripTests {
    private func each(
        _ seed: UInt64, _ alphabet: String,
        _ body: (_ variant: Variant, _ letters: [UInt8], _ reference: ReferenceSequence) throws -> Void
    ) throws {
        var random = SplitMix(seed: seed)
        for _ in 0..<40 {
            let letters = random.bases(Int.random(in: 2...300, using: &random), of: alphabet)
            let reference = ReferenceSequence.synthetic(letters)
            for _ in 0..<10 {
                let variant = Variant.random(of: letters, alphabet: alphabet + "GT", using: &random)
                try body(variant.leftAligned(in: reference), letters, reference)
            }
        }
    }

    static let alphabets = ["AC", "ACGT", "AAAAC"]

    @Test("Every notation reads back what it wrote", arguments: alphabets)
    func roundTrip(alphabet: String) throws {
        try each(31, alphabet) { variant, _, reference in
            var texts = [variant.notation, variant.spdi(.grch38)]
            texts.append(try variant.contextualSPDI(.grch38, reference: reference))
            texts.append(try variant.hgvs(.grch38, reference: reference))
            if variant.key.isReversible { texts.append(variant.key.description) }
            for text in texts {
                #expect(try VariantNotation.parse(text, assembly: .grch38, reference: reference) == variant, "\(text)")
            }
        }
    }

    @Test("HGVS lies at the 3' end, and calls an insertion that repeats the bases before it a duplication", arguments: alphabets)
    func hgvs(alphabet: String) throws {
        try each(32, alphabet) { variant, letters, reference in
            let edit = SequenceEdit.rightmost(letters, variant.haplotype(of: letters))
            guard edit.isPure, edit.start > 0 else { return }
            let text = try variant.hgvs(.grch38, reference: reference)
            let range = { (start: Int, end: Int) in end - start == 1 ? "\(end)" : "\(start + 1)_\(end)" }
            let inserted = String(decoding: edit.inserted, as: UTF8.self)
            if edit.inserted.isEmpty {
                #expect(text == "NC_000001.11:g.\(range(edit.start, edit.end))del")
            } else if letters[..<edit.start].suffix(edit.inserted.count).elementsEqual(edit.inserted) {
                #expect(text == "NC_000001.11:g.\(range(edit.start - edit.inserted.count, edit.start))dup")
            } else {
                #expect(text == "NC_000001.11:g.\(edit.start)_\(edit.start + 1)ins\(inserted)")
            }
        }
    }

    @Test("Contextual SPDI reaches from the leftmost to the rightmost place", arguments: alphabets)
    func spdi(alphabet: String) throws {
        try each(33, alphabet) { variant, letters, reference in
            let haplotype = variant.haplotype(of: letters)
            let (left, right) = (SequenceEdit.leftmost(letters, haplotype), SequenceEdit.rightmost(letters, haplotype))
            let deleted = left.isPure ? Array(letters[left.start..<right.end]) : left.deleted
            let growth = haplotype.count - letters.count
            let inserted = left.isPure ? Array(haplotype[left.start..<(right.end + growth)]) : left.inserted
            let expected = [deleted, inserted].map { String(decoding: $0, as: UTF8.self) }.joined(separator: ":")
            let text = try variant.contextualSPDI(.grch38, reference: reference)
            #expect(text == "NC_000001.11:\(left.start):\(expected)")
        }
    }

    @Test("At the ends of a contig an insertion is written as an exchange of the base that is there")
    func ends() throws {
        let letters = [UInt8](repeating: UInt8(ascii: "A"), count: 16_568) + [UInt8(ascii: "C")]
        let reference = ReferenceSequence.synthetic(letters)
        for (variant, expected) in [
            (Variant.at("MT", 1, "A", "GA"), "NC_012920.1:m.1delinsGA"),
            (.at("MT", 16_569, "C", "CG"), "NC_012920.1:m.16569delinsCG"),
            (.at("MT", 16_569, "C", "CC"), "NC_012920.1:m.16569dup"),
            (.at("MT", 1, "A", "AA"), "NC_012920.1:m.16568dup"),
            (.at("MT", 1, "AAA", "A"), "NC_012920.1:m.16567_16568del"),
            (.at("MT", 5, "AA", "CT"), "NC_012920.1:m.5_6delinsCT"),
            (.at("MT", 5, "AA", "TT"), "NC_012920.1:m.5_6inv"),
        ] {
            let text = try variant.hgvs(.grch37, reference: reference)
            #expect(text == expected)
            #expect(
                try VariantNotation.parse(text, assembly: .grch37, reference: reference)
                    == variant.leftAligned(in: reference))
        }
    }

    @Test("Without a reference HGVS and contextual SPDI of an insertion or deletion are an error, exchanges are not")
    func withoutReference() throws {
        let (deletion, exchange) = (Variant.at("1", 5, "AC", "A"), Variant.at("1", 5, "ACG", "TT"))
        #expect(throws: VariantNotationError.self) { try deletion.hgvs(.grch38, reference: nil) }
        #expect(throws: VariantNotationError.self) { try deletion.contextualSPDI(.grch38, reference: nil) }
        #expect(try exchange.hgvs(.grch38, reference: nil) == "NC_000001.11:g.5_7delinsTT")
        #expect(try exchange.contextualSPDI(.grch38, reference: nil) == "NC_000001.11:4:ACG:TT")
        #expect(deletion.spdi(.grch37) == "NC_000001.10:4:AC:A")
    }

    @Test("A variant that leaves its contig or that the reference contradicts is written in no notation")
    func refuses() {
        let cases: [(Variant, ReferenceSequence?, VariantNotationError.Code)] = [
            (.at("MT", 16_570, "A", "G"), nil, .pastEnd), (.at("MT", 16_569, "AC", "G"), nil, .pastEnd),
            (.at("MT", 2, "A", "G"), .synthetic("ACGT"), .reference(.differs)),
            (.at("MT", 2, "AT", "A"), .synthetic("ACGT"), .reference(.differs)),
        ]
        for (variant, reference, code) in cases {
            let errors = [
                #expect(throws: VariantNotationError.self) { try variant.hgvs(.grch38, reference: reference) },
                #expect(throws: VariantNotationError.self) { try variant.contextualSPDI(.grch38, reference: reference) },
                #expect(throws: VariantNotationError.self) { try variant.vrsIdentifier(.grch38, reference: reference) },
            ]
            for error in errors { #expect(error?.code == code) }
        }
    }
}
