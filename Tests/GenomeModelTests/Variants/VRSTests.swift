import Foundation
import GenomeModel
import Testing

@Suite struct VRSTests {
    /// VRS 2.0, validation/models.yaml.
    @Test("Locations and Alleles serialise and digest as the standard's examples")
    func models() {
        let allele = VRSAllele(
            refgetAccession: "SQ.IIB53T8CNeJJdUqzn9V_JnRtQadwWCbl", start: 44_908_821, end: 44_908_822, state: .literal("T"))
        #expect(allele.identifier == "ga4gh:VA.0AePZIWZUNsUlQTamyLrjm2HWUw2opLt")
        #expect(
            allele.serialised
                == #"{"location":"wIlaGykfwHIpPY2Fcxtbx4TINbbODFVz","state":{"sequence":"T","type":"LiteralSequenceExpression"},"type":"Allele"}"#
        )
        let location = VRSAllele(
            refgetAccession: "SQ.F-LrLMe1SRpfUZHkQmvkVKFEGaoDeHul", start: 44_908_821, end: 44_908_822, state: .literal(""))
        #expect(location.locationIdentifier == "ga4gh:SL.4t6JnYWqHwYw9WzBT_lmWBb3tLQNalkT")
        #expect(
            location.serialisedLocation
                == #"{"end":44908822,"sequenceReference":{"refgetAccession":"SQ.F-LrLMe1SRpfUZHkQmvkVKFEGaoDeHul","type":"SequenceReference"},"start":44908821,"type":"SequenceLocation"}"#
        )
    }

    struct Example: Sendable, CustomTestStringConvertible {
        let text: String
        /// Bases of the contig from a position on.
        let bases: String
        let from: Int
        let start: Int
        let end: Int
        let state: VRSAllele.State
        let identifier: String
        var testDescription: String { text }
    }

    /// The first from validation/models.yaml; the others from vrs-python's tests (Apache-2.0), whose reference bases follow
    /// from the location and state they give.
    static let examples = [
        Example(
            text: "NC_000001.11:40819438:CTCCTCCT:CTCCTCCTCCT", bases: "GCTCCTCCTG", from: 40_819_438, start: 40_819_438,
            end: 40_819_446, state: .referenceLength(length: 11, repeatSubunitLength: 3),
            identifier: "ga4gh:VA.Oop4kjdTtKcg1kiZjIJAAR3bp7qi4aNT"),
        Example(
            text: "chr19-284350-CA-C", bases: "CAAAAAAAAAAAAAAAAG", from: 284_350, start: 284_350, end: 284_366,
            state: .referenceLength(length: 15, repeatSubunitLength: 1),
            identifier: "ga4gh:VA.a04jFsNg0bS0RMIWjKWSbwJS4_vp7S6x"),
        Example(
            text: "chr19-289464-T-TCACGCCTGTAATCC", bases: "TCAG", from: 289_464, start: 289_464, end: 289_466,
            state: .literal("CACGCCTGTAATCCCA"), identifier: "ga4gh:VA.ySvDptXfHB_9WEfu78v32DzBXJfwGgO7"),
        Example(
            text: "chr19-490414-ACT-A", bases: "ACTG", from: 490_414, start: 490_414, end: 490_416,
            state: .referenceLength(length: 0, repeatSubunitLength: 2),
            identifier: "ga4gh:VA.lok7a3lot_cvUyw626otpJi4yxk0X07v"),
        // The unit that is inserted is longer than the reference there, a factor of it is not.
        Example(
            text: "NC_000019.10:g.289464_289465insCACA", bases: "TCAG", from: 289_464, start: 289_464, end: 289_466,
            state: .referenceLength(length: 6, repeatSubunitLength: 2),
            identifier: "ga4gh:VA.YFUR4oR_84b-rRFf0UzOjfI4eE5FTKAP"),
    ]

    @Test("Insertions and deletions are justified and identified as the standard's examples", arguments: examples)
    func indels(example: Example) throws {
        let reference = ReferenceSequence.placed(example.bases, at: example.from)
        let variant = try VariantNotation.parse(example.text, assembly: .grch38, reference: reference)
        let allele = try variant.vrsAllele(.grch38, reference: reference)
        #expect(allele.start == example.start)
        #expect(allele.end == example.end)
        #expect(allele.state == example.state)
        #expect(allele.identifier == example.identifier)
        #expect(try variant.vrsIdentifier(.grch38, reference: reference) == example.identifier)
        #expect(throws: VariantNotationError.self) { try variant.vrsIdentifier(.grch38, reference: nil) }
    }

    /// From vrs-python's tests (Apache-2.0).
    @Test(
        "Exchanged bases are identified without a reference",
        arguments: [
            ("chr19-82664-C-T", "ga4gh:VA.b9AIUegs1SOYO7nKY8l01yllkyUns-u4"),
            ("chr19-28946400-T-C", "ga4gh:VA.uV5O4M9zpiwk6sftOd-EDvtw_pkSAvdf"),
            ("chr19-54220024-G-A", "ga4gh:VA.I7J3i1B36BACEUINcTwEh7uMv3I-PXT1"),
            ("NC_000019.10:54221653:T:A", "ga4gh:VA.Zzlc24htmBV1HZZzWYgPD2_GfMInkrZu"),
        ])
    func exchanges(text: String, expected: String) throws {
        let variant = try VariantNotation.parse(text, assembly: .grch38)
        #expect(try variant.vrsIdentifier(.grch38, reference: nil) == expected)
    }

    @Test(
        "Single bases of vrs-python's VCF have the identifiers that stand there",
        .enabled(if: Tool.hasOpenData("standards/vrs-vectors"), "needs VRS vectors in ../shared/data"))
    func vectors() throws {
        let file = Tool.openData.appendingPathComponent("standards/vrs-vectors/test_vcf_expected_output.vcf")
        var compared = 0
        for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") where !line.hasPrefix("#") {
            let fields = line.split(separator: "\t")
            let attribute = fields[7].split(separator: ";").first { $0.hasPrefix("VRS_Allele_IDs=") }
            guard let identifiers = attribute?.dropFirst(15).split(separator: ",", omittingEmptySubsequences: false) else {
                continue
            }
            for (alternate, expected) in zip(fields[4].split(separator: ","), identifiers.dropFirst()) {
                guard fields[3].count == 1, alternate.count == 1, !expected.isEmpty else { continue }
                let variant = try VariantNotation.parse("\(fields[0])-\(fields[1])-\(fields[3])-\(alternate)", assembly: .grch38)
                #expect(try variant.vrsIdentifier(.grch38, reference: nil) == expected)
                compared += 1
            }
        }
        #expect(compared >= 4)
    }

    @Test("GRCh37 needs the reference for the contig's own digest, MT does not")
    func grch37() throws {
        let variant = Variant.at("21", 5, "A", "G")
        let error = #expect(throws: VariantNotationError.self) { try variant.vrsIdentifier(.grch37, reference: nil) }
        #expect(error?.code == .referenceNeeded)
        let known = try variant.vrsAllele(.grch37, reference: nil, refgetAccession: "SQ.known")
        #expect(known.refgetAccession == "SQ.known")
        let mitochondrial = Variant.at("MT", 3_243, "A", "G")
        #expect(
            try mitochondrial.vrsIdentifier(.grch37, reference: nil) == mitochondrial.vrsIdentifier(.grch38, reference: nil))
    }

    @Test("A reference that contradicts REF gives no identifier")
    func contradicted() {
        let error = #expect(throws: VariantNotationError.self) {
            try Variant.at("1", 3, "A", "T").vrsIdentifier(.grch38, reference: .synthetic("ACGT"))
        }
        #expect(error?.code == .reference(.differs))
    }

    @Test("Every spelling of a change has one identifier, and its state makes the same sequence", arguments: ["AC", "ACGT", "A"])
    func oneIdentifier(alphabet: String) throws {
        var random = SplitMix(seed: 41)
        for _ in 0..<300 {
            let letters = random.bases(Int.random(in: 1...80, using: &random), of: alphabet)
            let reference = ReferenceSequence.synthetic(letters)
            let variant = Variant.random(of: letters, alphabet: alphabet + "G", using: &random)
            let allele = try variant.vrsAllele(.grch38, reference: reference)
            #expect(try variant.leftAligned(in: reference).vrsAllele(.grch38, reference: reference) == allele)
            let alternate: [UInt8] =
                switch allele.state {
                case .literal(let sequence): Array(sequence.utf8)
                case .referenceLength(let length, let unit): (0..<length).map { letters[allele.start + $0 % unit] }
                }
            let haplotype = Array(letters[..<allele.start]) + alternate + Array(letters[allele.end...])
            #expect(haplotype == variant.haplotype(of: letters))
        }
    }
}
