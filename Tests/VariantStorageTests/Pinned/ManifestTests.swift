import GenomeModel
import Testing
import VariantStorage

@Suite("The manifest")
struct ManifestTests {
    private static let sound = [
        "samsyn-index\t1", "assembly\tGRCh38", "reference\t/data/a reference.fa", "next\t12", "assay\t1\tgenome\tGenome",
        "assay\t2\t0123456789abcdef\tPanel 2", "segment\tgermline\t3\t400\tfedcba9876543210\t-",
        "segment\ttumour\t11\t408\t0000000000000001\t0,5,4294967295",
    ]

    private func parse(_ lines: [String]) throws -> Manifest {
        try Manifest(parsing: StoreSurgery.sealed(lines), place: "MANIFEST")
    }

    @Test("Is written as it was read")
    func roundTrip() throws {
        let manifest = try parse(ManifestTests.sound)
        #expect(manifest.assembly == .grch38)
        #expect(manifest.reference == "/data/a reference.fa")
        #expect(manifest.nextSegment == 12)
        #expect(manifest.assay(named: "Panel 2")?.targets?.fileName == "0123456789abcdef.targets")
        #expect(manifest.segments.map(\.fileName) == ["germline/0000000003.segment", "tumour/0000000011.segment"])
        #expect(manifest.segments.last?.erased == [0, 5, .max])
        #expect(manifest.encoded() == StoreSurgery.sealed(ManifestTests.sound))
        #expect(try Manifest(parsing: manifest.encoded(), place: "").encoded() == manifest.encoded())
    }

    @Test(
        "Is refused where a line is not understood",
        arguments: [
            (0, "samsyn-index\tone"), (0, "samsyn-index\t1\t2"), (0, ""), (1, "assembly\tGRCh36"), (1, "assembly\thg38"), (1, ""),
            (3, "next\t"), (3, "next\t-1"), (3, "next\t11"), (3, "next\t0"), (3, "next\t18446744073709551615"),
            (4, "assay\t1\tgenome"), (4, "assay\tx\tgenome\tGenome"), (4, "assay\t2\tgenome\tGenome"),
            (4, "assay\t1\tgenome\tPanel 2"), (4, "assay\t4294967295\tgenome\tGenome"), (5, "assay\t2\tgenomes\tPanel 2"),
            (6, "segment\tsaliva\t3\t400\tfedcba9876543210\t-"), (6, "segment\tgermline\t3\t400\tfedcba9876543210"),
            (6, "segment\tgermline\t11\t400\tfedcba9876543210\t-"), (6, "segment\tgermline\t3\t\tfedcba9876543210\t-"),
            (6, "segment\tgermline\t3\t400\tfedcba98765432100\t-"), (6, "segment\tgermline\t3\t400\tfedcba9876543210\t5,0"),
            (6, "segment\tgermline\t3\t400\tfedcba9876543210\t0,0"), (6, "segment\tgermline\t3\t400\tfedcba9876543210\tall"),
            (6, "remark\tnothing"),
        ])
    func syntax(line: Int, text: String) {
        var lines = ManifestTests.sound
        lines[line] = text
        #expect(throws: StorageError(.damaged(.manifestSyntax), place: "MANIFEST")) { try parse(lines) }
    }

    @Test("Is refused with a checksum that does not match, and with bytes behind it")
    func checksum() {
        let bytes = StoreSurgery.sealed(ManifestTests.sound)
        for wrong in [bytes + [10], Array(bytes.dropLast()), bytes.map { $0 == 0x38 ? 0x37 : $0 }] {
            #expect(throws: StorageError(.damaged(.manifestChecksum), place: "")) { try Manifest(parsing: wrong, place: "") }
        }
        for wrong in [[], Array("samsyn-index\t1\n".utf8), [UInt8](repeating: 0, count: 500)] {
            #expect(throws: StorageError(.damaged(.manifestSyntax), place: "")) { try Manifest(parsing: wrong, place: "") }
        }
    }

    @Test("Of a later version says so")
    func version() {
        var lines = ManifestTests.sound
        lines[0] = "samsyn-index\t3"
        lines[1] = "something\tnew"
        #expect(throws: StorageError(.newerFormat(3), place: "MANIFEST")) { try parse(lines) }
    }
}
