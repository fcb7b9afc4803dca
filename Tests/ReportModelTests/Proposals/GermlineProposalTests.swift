import GenomeModel
import ReportModel
import StructuredText
import Testing

@Suite("What a germline proposal computes")
struct GermlineProposalTests {
    static func population(
        _ count: Int, of number: Int, _ population: PopulationObservation.Population = .continental("nfe")
    ) -> PopulationObservation {
        given(PopulationObservation(source: "gnomAD v4.1", population: population, alleleCount: count, alleleNumber: number))
    }

    static func proposal(_ set: (inout GermlineProposalInput) -> Void) -> GermlineProposal {
        var input = GermlineProposalInput()
        set(&input)
        return GermlineProposal(input)
    }

    static func labels(_ set: (inout GermlineProposalInput) -> Void) -> [String] { proposal(set).criteria.map(\.label) }

    @Test(
        "BA1 above 5 % in a continental population with 2,000 alleles, PM2 for absence (Ghosh et al. 2018; ClinGen SVI PM2 v1.0)",
        arguments: [
            (101, 2000, ["BA1"]), (100, 2000, []), (101, 1999, []), (0, 2000, ["PM2_Supporting"]), (1, 1_000_000, []),
            (0, 1999, []),
        ])
    func frequency(count: Int, number: Int, found: [String]) {
        #expect(
            Self.labels {
                $0.populations = [Self.population(count, of: number)]
                $0.isBA1Exception = false
            } == found)
    }

    @Test("Founders count against rarity, never for a frequency; a whole source alone is not enough")
    func founders() {
        #expect(
            Self.labels {
                $0.populations = [Self.population(0, of: 9000), Self.population(900, of: 9000, .founder("fin"))]
                $0.isBA1Exception = false
            } == [])
        #expect(Self.labels { $0.populations = [Self.population(900, of: 9000, .whole)] } == [])
    }

    @Test("BA1 waits until somebody has looked whether the variant is one of the exceptions")
    func exceptions() {
        for (known, left) in [(nil, GermlineProposal.Left.dataMissing), (true, .needsHuman)] as [(Bool?, GermlineProposal.Left)] {
            let found = Self.proposal {
                $0.populations = [Self.population(900, of: 9000)]
                $0.isBA1Exception = known
            }
            #expect(found.criteria.isEmpty && found.left[.ba1] == left)
        }
    }

    @Test("BS1 only with a threshold that was derived for the disease; such thresholds go before the general ones")
    func ownThresholds() throws {
        let own = try #require(
            FrequencyThresholds(
                standAlone: 0.001, strong: 0.0001, rare: 0.00002, rareStrength: .moderate, leastAlleles: 5000, source: "own"))
        func labels(_ count: Int) -> [String] {
            Self.labels {
                $0.populations = [Self.population(count, of: 100_000)]
                $0.thresholds = own
                $0.isBA1Exception = false
            }
        }
        #expect(labels(101) == ["BA1"])
        #expect(labels(100) == ["BS1"])
        #expect(labels(11) == ["BS1"])
        #expect(labels(10) == [])
        #expect(labels(2) == ["PM2"])
        let general = Self.proposal { $0.populations = [Self.population(400, of: 10_000)] }
        #expect(general.left[.bs1] == .dataMissing)
        #expect(
            FrequencyThresholds(
                standAlone: 0.001, strong: 0.01, rare: 0, rareStrength: .supporting, leastAlleles: 1, source: "x") == nil)
    }

    @Test(
        "PP3 and BP4 by REVEL (Pejaver et al. 2022, table 2)",
        arguments: [
            (0.932, "PP3_Strong"), (0.931, "PP3_Moderate"), (0.773, "PP3_Moderate"), (0.772, "PP3"), (0.644, "PP3"), (0.643, nil),
            (0.291, nil), (0.290, "BP4"), (0.184, "BP4"), (0.183, "BP4_Moderate"), (0.017, "BP4_Moderate"), (0.016, "BP4_Strong"),
            (0.004, "BP4_Strong"), (0.003, "BP4_VeryStrong"),
        ] as [(Double, String?)])
    func revel(score: Double, label: String?) {
        let found = Self.labels {
            $0.consequences = [.missense]
            $0.scores = ComputationalScores(revel: score, spliceAI: 0.02)!
        }
        #expect(found == [label].compactMap { $0 })
    }

    @Test(
        "Splicing by SpliceAI: PP3 from 0.2, BP4 up to 0.1 (Walker et al. 2023)",
        arguments: [
            ([.intron], 0.2, ["PP3"]), ([.intron], 0.19, []), ([.intron], 0.1, ["BP4"]), ([.intron], 0.11, []),
            ([.synonymous], 0.05, ["BP4", "BP7"]), ([.synonymous, .spliceRegion], 0.05, ["BP4"]), ([.synonymous], 0.3, ["PP3"]),
        ] as [([SequenceOntologyTerm], Double, [String])])
    func splicing(terms: [SequenceOntologyTerm], score: Double, found: [String]) {
        #expect(
            Self.labels {
                $0.consequences = terms
                $0.scores = ComputationalScores(spliceAI: score)!
                $0.isHighlyConserved = false
            } == found)
    }

    @Test("A missense that is harmless to the protein may still break the splicing: BP4 needs both, PP3 either")
    func both() {
        func labels(_ revel: Double?, _ splice: Double?) -> [String] {
            Self.labels {
                $0.consequences = [.missense]
                $0.scores = ComputationalScores(revel: revel, spliceAI: splice)!
            }
        }
        #expect(labels(0.1, nil) == [])
        #expect(labels(0.1, 0.15) == [])
        #expect(labels(0.1, 0.5) == ["PP3"])
        #expect(labels(nil, 0.05) == [])
        #expect(labels(0.8, nil) == ["PP3_Moderate"])
    }

    @Test("BP7 needs to know that the base is not highly conserved")
    func conservation() {
        for (known, left) in [(nil, GermlineProposal.Left.dataMissing), (true, .notSupported)] as [(Bool?, GermlineProposal.Left)]
        {
            let found = Self.proposal {
                $0.consequences = [.synonymous]
                $0.scores = ComputationalScores(spliceAI: 0)!
                $0.isHighlyConserved = known
            }
            #expect(found.left[.bp7] == left)
        }
    }

    @Test("A null variant: PVS1 as the tree decides, without PP3 or PM4 beside it")
    func null() {
        let found = Self.labels {
            $0.consequences = [.stopGained, .spliceRegion]
            $0.nullFacts.isMechanism = true
            $0.nullFacts.undergoesDecay = true
            $0.nullFacts.isExonRelevant = true
            $0.scores = ComputationalScores(revel: 0.99, spliceAI: 0.99)!
            $0.liesInRepeat = false
            $0.populations = [Self.population(0, of: 50_000)]
        }
        #expect(found == ["PVS1", "PM2_Supporting"])
    }

    @Test("Where facts are missing the weakest strength is proposed if PVS1 holds in any case, else nothing")
    func caution() {
        let start = Self.proposal {
            $0.consequences = [.startLost]
            $0.nullFacts.isMechanism = true
            $0.nullFacts.hasOtherStart = false
        }
        #expect(start.criteria.map(\.label) == ["PVS1_Supporting"])
        #expect(start.criteria.first?.evidence.en.contains("pathogenic-before-next-start") == true)
        let stop = Self.proposal { $0.consequences = [.stopGained] }
        #expect(stop.criteria.isEmpty && stop.left[.pvs1] == .dataMissing)
    }

    @Test(
        "PM4 for a lost stop and for an in-frame change outside a repeat",
        arguments: [
            ([.stopLost], nil, ["PM4"]), ([.inframeDeletion], false, ["PM4"]), ([.inframeDeletion], true, []),
            ([.inframeInsertion], nil, []), ([.missense], false, []),
        ] as [([SequenceOntologyTerm], Bool?, [String])])
    func length(terms: [SequenceOntologyTerm], repeated: Bool?, found: [String]) {
        #expect(
            Self.labels {
                $0.consequences = terms
                $0.liesInRepeat = repeated
            } == found)
    }

    @Test("Nothing is proposed from nothing, and every criterion that is not proposed says why")
    func nothing() {
        let found = Self.proposal { _ in }
        #expect(found.criteria.isEmpty)
        #expect(Set(found.left.keys) == Set(ACMGCriterion.allCases))
        let human: Set<ACMGCriterion> = [
            .ps1, .ps2, .ps3, .ps4, .pm1, .pm3, .pm5, .pm6, .pp1, .pp2, .pp4, .pp5, .bs2, .bs3, .bs4, .bp1, .bp2, .bp3, .bp5,
            .bp6,
        ]
        #expect(Set(found.left.filter { $0.value == .needsHuman }.keys) == human)
        #expect(found.left.filter { $0.value != .needsHuman }.values.allSatisfy { $0 == .dataMissing })
    }

    @Test("Everything proposed is marked, has evidence in both languages, and cannot contradict itself")
    func marked() {
        let found = Self.proposal {
            $0.consequences = [.missense]
            $0.scores = ComputationalScores(revel: 0.95, spliceAI: 0.01)!
            $0.populations = [Self.population(0, of: 150_000)]
        }
        #expect(found.criteria.map(\.label) == ["PM2_Supporting", "PP3_Strong"])
        #expect(found.criteria.allSatisfy { $0.isProposed && $0.evidence.sv != $0.evidence.en })
        #expect(ACMGClassification(found.criteria).cautions.isEmpty)
        #expect(ACMGClassification(found.criteria).classByPoints == .uncertain)
    }

    @Test("The index's own figures are a cohort of patients: they count against absence, never as a general population")
    func ownIndex() throws {
        var frequency = Frequency()
        (frequency.ac, frequency.an) = (3, 8000)
        let own = try #require(PopulationObservation(source: "region 01", frequency: frequency))
        let found = Self.proposal { $0.populations = [Self.population(0, of: 50_000), own] }
        #expect(found.criteria.isEmpty && found.left[.pm2] == .notSupported)
    }
}
