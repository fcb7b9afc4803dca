import ClinicalModel
import GenomeModel
import Operations
import Testing

@Suite("A generated population")
struct GeneratedPopulationTests {
    @Test("Ten thousand people with twelve thousand call sets, all different and consistent")
    func large() throws {
        let region = try #require(RegionCode("24"))
        let population = GeneratedPopulation(seed: 3, region: region, people: 10_000, callSets: 12_000)
        #expect(population.people.count == 10_000)
        #expect(Set(population.people.map(\.pseudonym)).count == 10_000)
        #expect(population.callSets.count == 12_000)
        #expect(Set(population.callSets.map(\.name)).count == 12_000)
        let people = Set(population.people.map(\.pseudonym))
        #expect(population.callSets.allSatisfy { people.contains($0.person) })
        #expect(Set(population.callSets.map(\.person)) == people)
        #expect(Set(population.callSets.map(\.specimen)) == Set(population.specimens.map(\.name)))
        #expect(population.diagnoses.allSatisfy { people.contains($0.person) })
        let assays = Set(population.assays.map(\.indexName))
        #expect(population.callSets.allSatisfy { assays.contains($0.assay) })
        #expect(population.callSets.contains { $0.origin == .tumour })
        #expect(population.people.contains { $0.homeRegion == nil })
    }

    @Test("The same arguments give the same people, another seed others")
    func seeds() throws {
        let region = try #require(RegionCode("12"))
        func people(_ seed: UInt64) -> [Person] {
            GeneratedPopulation(seed: seed, region: region, people: 50, callSets: 60).people
        }
        #expect(people(1) == people(1))
        #expect(people(1) != people(2))
    }

    @Test("Fewer call sets than people make nothing")
    func impossible() throws {
        let region = try #require(RegionCode("12"))
        #expect(GeneratedPopulation(seed: 1, region: region, people: 5, callSets: 4).people.isEmpty)
    }
}
