import ClinicalModel
import Testing

@Suite("The regions of Sweden")
struct RegionTests {
    @Test("There are twenty-one, each with a code, a name and a healthcare region")
    func regions() {
        #expect(Region.all.count == 21)
        #expect(Region.all.map(\.code) == RegionCode.all)
        #expect(Set(Region.all.map(\.name)).count == 21)
        #expect(Region.all.allSatisfy { !$0.healthcareRegions.isEmpty })
        #expect(RegionCode.all == RegionCode.all.sorted())
        #expect(RegionCode.all.allSatisfy { RegionCode($0.description) == $0 })
    }

    @Test("Six healthcare regions, each with a university hospital; seven regions have one, fourteen have none")
    func hospitals() {
        #expect(HealthcareRegion.allCases.count == 6)
        for healthcareRegion in HealthcareRegion.allCases {
            #expect(Region.regions(in: healthcareRegion).contains { $0.universityHospital != nil }, "\(healthcareRegion)")
        }
        #expect(Region.withUniversityHospital.map(\.code.description) == ["01", "03", "05", "12", "14", "18", "24"])
        #expect(Region.all.count - Region.withUniversityHospital.count == 14)
        #expect(Set(Region.withUniversityHospital.compactMap(\.universityHospital?.name)).count == 7)
    }

    @Test("Halland alone lies in two healthcare regions")
    func halland() {
        let divided = Region.all.filter { $0.healthcareRegions.count > 1 }
        #expect(divided.map(\.code.description) == ["13"])
        #expect(divided.first.map { Set($0.healthcareRegions) } == [.sodra, .vastra])
        #expect(Region.all.allSatisfy { Set($0.healthcareRegions).count == $0.healthcareRegions.count })
    }

    @Test(
        "What is no county code is none", arguments: ["00", "02", "11", "15", "16", "26", "1", "001", "", "ab", "+1", " 1", "٢٤"])
    func noCode(text: String) { #expect(RegionCode(text) == nil) }

    @Test(
        "The table of regions says the same",
        .enabled(if: SwedishData.has("sweden_regions_derived.csv"), "needs ../shared/data/sweden"))
    func table() throws {
        let rows = try SwedishData.rows("sweden_regions_derived.csv")
        #expect(rows.count == 21)
        for row in rows {
            let code = try #require(row["county_code"].flatMap { RegionCode($0) })
            let region = try #require(Region.of(code))
            let name = try #require(row["sjukvardsregion"])
            #expect(region.healthcareRegions.map(\.name) == name.split(separator: "|").map(String.init))
            #expect(region.name == row["region_authority"])
            #expect(region.population2017 == row["population_2017"].flatMap { Int($0) })
        }
    }

    @Test(
        "The table of university hospitals says the same",
        .enabled(if: SwedishData.has("sweden_hospitals_derived.csv"), "needs ../shared/data/sweden"))
    func hospitalTable() throws {
        let rows = try SwedishData.rows("sweden_hospitals_derived.csv")
        #expect(rows.compactMap { $0["county_code"] }.sorted() == Region.withUniversityHospital.map(\.code.description))
        for row in rows {
            let region = try #require(row["county_code"].flatMap { RegionCode($0) }.flatMap { Region.of($0) })
            #expect(region.universityHospital?.name == row["hospital"])
            #expect(region.healthcareRegions.map(\.name) == [row["sjukvardsregion"]])
        }
    }
}
