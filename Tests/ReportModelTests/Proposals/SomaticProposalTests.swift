import ReportModel
import Testing

/// Horak et al. 2022, tables 2 and 3.
@Suite("What a somatic proposal computes")
struct SomaticProposalTests {
    static func labels(_ set: (inout SomaticProposalInput) -> Void) -> [String] {
        var input = SomaticProposalInput()
        set(&input)
        return SomaticProposal(input).criteria.map(\.criterion.rawValue)
    }

    @Test(
        "Hotspots by their numbers: 50 samples at the position, 10 with the change",
        arguments: [(50, 10, "OS3"), (49, 10, "OM3"), (500, 9, "OP3"), (9, 9, "OP3"), (10, 10, "OM3"), (1000, 900, "OS3")])
    func hotspots(position: Int, change: Int, label: String) {
        #expect(
            Self.labels {
                $0.consequences = [.missense]
                $0.hotspot = SomaticProposalInput.Hotspot(source: "h", samplesAtPosition: position, samplesWithChange: change)
            } == [label])
    }

    @Test("No hotspot without a sample that has the change, and none for truncating variants")
    func noHotspot() {
        let hotspot = SomaticProposalInput.Hotspot(source: "h", samplesAtPosition: 80, samplesWithChange: 0)
        #expect(Self.labels { $0.hotspot = hotspot } == [])
        #expect(
            Self.labels {
                $0.consequences = [.stopGained]
                $0.hotspot = SomaticProposalInput.Hotspot(source: "h", samplesAtPosition: 80, samplesWithChange: 80)
            } == [])
        #expect(SomaticProposalInput.Hotspot(source: "h", samplesAtPosition: 3, samplesWithChange: 4) == nil)
    }

    @Test(
        "Frequencies in gnomAD's continental populations",
        arguments: [(501, ["SBVS1"]), (500, ["SBS1"]), (101, ["SBS1"]), (100, []), (1, []), (0, ["OP4"])])
    func frequencies(count: Int, labels: [String]) {
        #expect(
            Self.labels {
                $0.populations = [
                    GermlineProposalTests.population(count, of: 10_000), GermlineProposalTests.population(0, of: 10_000),
                    GermlineProposalTests.population(9000, of: 10_000, .founder("asj")),
                ]
            } == labels)
    }

    @Test(
        "What a change does depends on what the gene does",
        arguments: [
            (.frameshift, false, true, ["OVS1"]), (.frameshift, true, false, []), (.inframeDeletion, true, false, ["OM2"]),
            (.inframeInsertion, false, true, ["OM2"]), (.inframeInsertion, false, false, []), (.stopLost, false, true, ["OM2"]),
            (.stopLost, true, false, []), (.missense, true, true, []),
        ] as [(SequenceOntologyTerm, Bool, Bool, [String])])
    func roles(term: SequenceOntologyTerm, oncogene: Bool, suppressor: Bool, labels: [String]) {
        #expect(
            Self.labels {
                $0.consequences = [term]
                $0.geneRole = SomaticProposalInput.GeneRole(source: "list 1", isOncogene: oncogene, isSuppressor: suppressor)
            } == labels)
        #expect(Self.labels { $0.consequences = [term] } == [])
    }

    @Test("Everything proposed is marked, and nothing proposed excludes another")
    func marked() throws {
        var input = SomaticProposalInput()
        input.consequences = [.inframeDeletion]
        input.geneRole = SomaticProposalInput.GeneRole(source: "list 1", isOncogene: true, isSuppressor: false)
        input.hotspot = SomaticProposalInput.Hotspot(source: "h", samplesAtPosition: 40, samplesWithChange: 12)
        input.populations = [GermlineProposalTests.population(0, of: 10_000)]
        let found = try OncogenicityAssessment(SomaticProposal(input).criteria)
        #expect(found.criteria.map(\.criterion) == [.om2, .om3, .op4])
        #expect(found.criteria.allSatisfy(\.isProposed) && found.excluded.isEmpty)
        #expect(found.points == 5 && found.oncogenicityClass == .uncertain)
    }
}
