import ClinicalModel
import GenomeModel
import KnowledgeModel
import Testing

@Suite("A list of matches")
struct MatchOrderTests {
    @Test("Begins with what applies, the closest and the same tumour type first, and is the same each time")
    func order() throws {
        let matcher = try Carried.matcher.get()
        let tumour = [try #require(Code(.oncotree, "SKCM"))]
        let matches = matcher.matches(for: [Found.v600e], tumour: tumour)
        #expect(matches.map(\.item.number) == [95, 89, 1411, 88])
        #expect(matcher.matches(for: [Found.v600e], tumour: tumour).map(\.item.number) == matches.map(\.item.number))
    }

    @Test("Finds an item by its coordinates where its name does not lead to it")
    func coordinates() throws {
        let header = CivicReadingTests.header + "\treference_build\tchromosome\tstart\tstop\treference_bases\tvariant_bases\n"
        let row = CivicReadingTests.good.replacing("BRAF V600E", with: "BRAF K601E") + "\tGRCh37\t7\t140453136\t140453136\tA\tT\n"
        let items = try EvidenceItem.read(Array((header + row).utf8)).items
        let matcher = EvidenceMatcher(items, try Carried.tumourTypes.get())
        func finding(_ assembly: Assembly) throws -> FindingFeatures {
            let variant = Variant(
                contig: try #require(Contig(name: "7")), position: try #require(Position(140_453_136)), reference: "A",
                alternate: "T")
            return FindingFeatures(
                id: "1", origin: .tumour,
                .smallVariant(SmallVariantFeatures(gene: "BRAF", variant: variant, assembly: assembly, consequence: .missense)))
        }
        #expect(matcher.matches(for: [try finding(.grch37)]).map(\.kind) == [.applies(.variant)])
        #expect(matcher.matches(for: [try finding(.grch38)]).isEmpty)
    }

    @Test("Of all of CIViC comes within 50 milliseconds a case", .enabled(if: SharedData.isThere, "needs ../shared/data"))
    func fast() throws {
        let matcher = EvidenceMatcher(try Civic.release2026.get().items, try Carried.tumourTypes.get())
        let tumour = [try #require(Code(.oncotree, "LUAD"))]
        let findings = [
            Found.l858r, Found.t790m, Found.g12c, Found.v600e, Found.eml4ALK, Found.her2, Found.signature("TMB", .high),
        ]
        var count = 0
        let seconds = ProcessorTime.seconds {
            for _ in 0..<20 { count += matcher.matches(for: findings, examined: ["KRAS"], tumour: tumour).count }
        }
        print("seconds a case of seven findings:", seconds / 20, "matches:", count / 20)
        #expect(count / 20 > 200)
        #expect(seconds / 20 < 0.05)
    }

    @Test("Agrees with a search of the names by hand", .enabled(if: SharedData.isThere, "needs ../shared/data"))
    func oracle() throws {
        let items = try Civic.release2026.get().items
        let matcher = EvidenceMatcher(items, try Carried.tumourTypes.get())
        // One feature each, so that the profile's own name tells.
        let expected: [(FindingFeatures, MatchLevel, Set<String>)] = [
            (Found.v600e, .variant, ["BRAF V600E"]), (Found.v600e, .codon, ["BRAF V600"]),
            (Found.her2, .copyNumber, ["ERBB2 Amplification"]),
            (Found.l858r, .variant, ["EGFR L858R"]), (Found.g12c, .variant, ["KRAS G12C"]),
            (Found.g12c, .gene, ["KRAS Mutation"]),
            (Found.eml4ALK, .fusionPartners, ["EML4::ALK Fusion"]),
        ]
        for (finding, level, names) in expected {
            let found = matcher.matches(for: [finding]).filter { $0.kind == .applies(level) && $0.parts.count == 1 }
            let byName = items.filter { names.contains($0.profileName) }.map(\.number)
            #expect(Set(found.map(\.item.number)).isSuperset(of: byName), "\(names)")
            #expect(
                found.allSatisfy { match in
                    names.contains(match.item.profileName) || match.item.profileName.contains(" OR ")
                        || match.item.profileName.contains("/")
                })
        }
    }
}
