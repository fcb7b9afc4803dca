import GenomeModel
import Testing

@Suite struct RefgetTests {
    /// VRS 2.0, validation/functions.yaml.
    @Test(
        "The digest is that of the standard's examples",
        arguments: [("", "z4PhNX7vuL3xVChQ1m2AB9Yg5AULVxXc"), ("ACGT", "aKF498dAxcJAqme6QYQ7EZ07-fiw8Kw2")])
    func digest(text: String, expected: String) {
        #expect(TruncatedDigest.text(of: Array(text.utf8)) == expected)
        var pieces = TruncatedDigest()
        for byte in text.utf8 { pieces.update([byte]) }
        #expect(pieces.text == expected)
    }

    @Test("Accessions are known for GRCh38, and for MT in both builds")
    func known() {
        for contig in Contig.all {
            #expect(Assembly.grch38.refgetAccession(of: contig)?.utf8.count == 35)
            #expect((Assembly.grch37.refgetAccession(of: contig) != nil) == (contig == .mt))
        }
        #expect(Set(Contig.all.compactMap { Assembly.grch38.refgetAccession(of: $0) }).count == 25)
    }

    @Test("The accession of a contig is the digest of all its bases, read in pieces")
    func computed() throws {
        let contig = Contig.named("21")
        let length = Assembly.grch37.length(of: contig)
        let letters = Array("ACGTN".utf8)
        let reference = ReferenceSequence { _, first, count in
            let start = Int(first.value) - 1
            return (start..<max(start, min(length, start + count))).map { letters[$0 % 5] }
        }
        let whole = (0..<length).map { letters[$0 % 5] }
        let accession = try reference.refgetAccession(of: contig, in: .grch37)
        #expect(accession == "SQ." + TruncatedDigest.text(of: whole))
    }

    @Test("A contig of another length gets no accession", arguments: [16_568, 16_570, 0])
    func otherLength(length: Int) {
        let reference = ReferenceSequence.synthetic([UInt8](repeating: 65, count: length))
        let error = #expect(throws: ReferenceSequenceError.self) {
            try reference.refgetAccession(of: .mt, in: .grch37)
        }
        #expect(error?.code == .lengthDiffers)
    }
}
