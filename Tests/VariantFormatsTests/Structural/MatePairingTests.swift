import GenomeModel
import Testing
import VariantFormats

@Suite("Mates become one event")
struct MatePairingTests {
    private func read(_ records: [String]) throws -> (lines: [String], file: StructuralFile) {
        let file = try StructuralVCF.read(records)
        #expect(file.report.alleles == file.report.events + file.report.joinedMates + file.report.setAside)
        return (file.calls.map { StructuralVCF.line($0.event) }, file)
    }

    @Test("By MATEID, each end with its own confidence interval")
    func byName() throws {
        let (lines, file) = try read([
            "1 1000 a N N[2:500[ . PASS MATEID=b;CIPOS=-3,3 GT 0/1", "2 500 b N ]1:1000]N . PASS MATEID=a;CIPOS=-8,0 GT 0/1",
        ])
        #expect(lines == ["BND 1:1000(997..1003)+ 2:500(492..500)-"])
        #expect(file.report.joinedMates == 1 && !file.report.hasFaults)
    }

    @Test("Each leftmost by itself, when both ends share bases and one is turned round")
    func homology() throws {
        let (lines, file) = try read([
            "1 1000 a N N]2:505] . PASS MATEID=b;CIPOS=0,5;HOMLEN=5 GT 0/1",
            "2 500 b N N]1:1005] . PASS MATEID=a;CIPOS=0,5;HOMLEN=5 GT 0/1",
        ])
        #expect(lines == ["BND 1:1000(1000..1005)+ 2:500(500..505)+"])
        #expect(file.report.joinedMates == 1 && !file.report.hasFaults)
    }

    @Test("By PARID, by EVENT, and without any name when they mirror each other")
    func otherNames() throws {
        for info in ["PARID=b PARID=a", "EVENT=e EVENT=e", ". ."] {
            let parts = info.split(separator: " ")
            let (lines, file) = try read([
                "1 1000 a N N]2:500] . PASS \(parts[0]) GT 0/1", "2 500 b N N]1:1000] . PASS \(parts[1]) GT 0/1",
            ])
            #expect(lines == ["BND 1:1000+ 2:500+"], "\(info)")
            #expect(file.report.joinedMates == 1)
        }
    }

    @Test("Records that write one end alike are no mates of each other")
    func twice() throws {
        let (lines, file) = try read([
            "1 1000 . N N]2:500] . PASS . GT 0/1", "1 1000 . N N]2:500] . PASS . GT 1/1",
        ])
        #expect(lines == ["BND 1:1000+ 2:500+"] && file.calls.first?.state == .homozygous)
        #expect(StructuralVCF.counts(file) == ["duplicateVariant": 1])
        #expect(file.report.joinedMates == 0 && file.report.events == 2)
    }

    @Test("A fold-back is its own mate")
    func foldBack() throws {
        let (lines, file) = try read(["1 1000 a N N]1:1000] . PASS MATEID=a GT 0/1"])
        #expect(lines == ["BND 1:1000+ 1:1000+"] && !file.report.hasFaults)
    }

    @Test(
        "Mates that contradict each other stay two events",
        arguments: [
            // Another position, other sides, a mate that names a third.
            "2 501 b N ]1:1000]N . PASS MATEID=a GT 0/1", "2 500 b N N]1:1000] . PASS MATEID=a GT 0/1",
            "2 500 b N ]1:1000]N . PASS MATEID=c GT 0/1",
        ])
    func contradictions(mate: String) throws {
        let (lines, file) = try read(["1 1000 a N N[2:500[ . PASS MATEID=b GT 0/1", mate])
        #expect(file.report.events == 2 && lines.count + (StructuralVCF.counts(file)["duplicateVariant"] ?? 0) == 2)
        #expect(StructuralVCF.counts(file)["mateDiffers"] ?? 0 > 0)
    }

    @Test("The larger of what two mates say stands: a passing one before a failed one")
    func filters() throws {
        let (_, file) = try read([
            "1 1000 a N N[2:500[ . MaxDepth MATEID=b GT 0/1", "2 500 b N ]1:1000]N . PASS MATEID=a GT 0/1",
        ])
        #expect(file.calls.map(\.state) == [.heterozygous])
    }
}
