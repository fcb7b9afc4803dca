import GeneratedCallSets
import GenomeModel
import Testing

@Suite("A generated population")
struct GeneratedPopulationTests {
    private let population = GeneratedPopulation(seed: 7, contigs: Contig.all.filter { $0.rawValue == 21 })

    @Test("Person by person and site by site it is the same")
    func bothWaysAgree() {
        let people = 40
        var bySite: [[String]] = Array(repeating: [], count: people)
        population.forEachSite(people: people) { site, carriers in
            let place = "\(site.position)\(site.reference)\(site.alternate)"
            for carrier in carriers { bySite[Int(carrier.person)].append(place + "\(carrier.state)") }
        }
        for person in [0, 1, 17, 39] {
            var alone: [String] = []
            population.forEachSite(of: person) { site, state in
                alone.append("\(site.position)\(site.reference)\(site.alternate)" + "\(state)")
            }
            #expect(alone == bySite[person])
        }
    }

    @Test("More people do not change the ones that were there")
    func growing() {
        var (few, many): ([UInt32], [UInt32]) = ([], [])
        population.forEachSite(people: 10) { site, carriers in
            if carriers.contains(where: { $0.person == 3 }) { few.append(site.position) }
        }
        population.forEachSite(people: 100) { site, carriers in
            if carriers.contains(where: { $0.person == 3 }) { many.append(site.position) }
        }
        #expect(few == many)
    }

    @Test("Half of the distinct variants of 300 people are singletons, and each person has 360,000 on chr20–22")
    func spectrum() {
        var summary = PopulationSummary()
        population.forEachSite(people: 300) { site, carriers in summary.count(site, carriers) }
        let share = Double(summary.singletons) / Double(summary.distinct)
        #expect(abs(share - 0.5) < 0.02)
        // Chromosome 21 is 46.7 of 162 million bases.
        #expect(abs(Double(summary.genotypes) / 300 / 103_700 - 1) < 0.02)
        #expect(abs(Double(summary.failed) / Double(summary.genotypes) - 0.01) < 0.002)
        #expect(abs(Double(summary.transitions) / Double(summary.substitutions) - 0.667) < 0.01)
        #expect(abs(Double(summary.substitutions) / Double(summary.distinct) - 0.9) < 0.01)
        #expect(abs(Double(summary.long) / Double(summary.distinct) - 0.005) < 0.002)
    }

    @Test("Batches ascend, and their keys spell the alleles")
    func batches() throws {
        var (previous, rows, calls) = (VariantKey(rawValue: 0), 0, 0)
        try population.forEachBatch(people: 5) { batch in
            #expect(batch.callEnds.count == batch.keys.count && Int(batch.callEnds.last ?? 0) == batch.callSets.count)
            for key in batch.keys {
                #expect(previous < key)
                previous = key
            }
            rows += batch.keys.count
            calls += batch.callSets.count
        }
        #expect(rows > 200_000 && calls > 500_000)
    }
}
