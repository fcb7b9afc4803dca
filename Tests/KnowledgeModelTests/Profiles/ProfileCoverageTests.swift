import KnowledgeModel
import Testing

@Suite("How much of CIViC is understood", .enabled(if: SharedData.isThere, "needs ../shared/data"))
struct ProfileCoverageTests {
    @Test("Of the evidence of 2026 at least 99 in a hundred items are understood")
    func release2026() throws {
        let coverage = ProfileCoverage(try Civic.release2026.get().items)
        #expect(coverage.items == 4842)
        #expect(coverage.share >= 0.99, "\(coverage.understood) of \(coverage.items): \(coverage.notUnderstood)")
    }

    @Test("Of the evidence of 2021, with its older names, at least 98 in a hundred")
    func release2021() throws {
        let coverage = ProfileCoverage(try Civic.release2021.get().items)
        #expect(coverage.items == 3705)
        #expect(coverage.share >= 0.98, "\(coverage.understood) of \(coverage.items): \(coverage.notUnderstood)")
    }

    @Test("What is understood names a gene that the item names")
    func genes() throws {
        for item in try Civic.release2026.get().items {
            for feature in item.profile.features {
                #expect(
                    item.profileName.uppercased().contains(feature.gene)
                        || ["COMPLEX KARYOTYPE", "METHYLATION CLASS ST-EPN-ZFTA"].contains(feature.gene),
                    "\(item.profileName)")
            }
        }
    }
}
