import Foundation
import Questions
import Testing

/// The measure of risk, held against what it claims to be: the expected log-likelihood ratio of the best test for the person whom a figure gives
/// away most. The oracles integrate and simulate; none of them uses the formula.
@Suite("What a told figure gives away of the people in it")
struct MembershipRiskTests {
    /// A cohort that can show a variant: people without it, with one copy, with two, and with the one copy of a haploid.
    struct Cohort: Sendable, CustomTestStringConvertible {
        let without: Int
        let het: Int
        let hom: Int
        var hemi = 0

        var figures: FrequencyFigures {
            FrequencyFigures(
                alleleCount: het + 2 * hom + hemi, alleleNumber: 2 * (without + het + hom) + hemi, heterozygous: het,
                homozygous: hom, hemizygous: hemi, carriers: het + hom + hemi, covered: without + het + hom + hemi,
                people: without + het + hom + hemi)
        }

        /// How far the count of somebody's alleles lies from what it is expected to be, of everybody who is there.
        var distances: [Double] {
            let p = Double(figures.alleleCount) / Double(figures.alleleNumber)
            return [(without, -2 * p), (het, 1 - 2 * p), (hom, 2 - 2 * p), (hemi, 1 - p)].filter { $0.0 > 0 }.map(\.1)
        }

        var testDescription: String { "\(without) without, \(het) het, \(hom) hom, \(hemi) hemi" }

        static let all = [
            Cohort(without: 99, het: 1, hom: 0), Cohort(without: 64, het: 1, hom: 0), Cohort(without: 90, het: 9, hom: 1),
            Cohort(without: 49, het: 42, hom: 9), Cohort(without: 25, het: 50, hom: 25), Cohort(without: 1, het: 18, hom: 81),
            Cohort(without: 0, het: 20, hom: 80), Cohort(without: 9_990, het: 10, hom: 0), Cohort(without: 0, het: 1, hom: 0),
            Cohort(without: 60, het: 0, hom: 0, hemi: 5), Cohort(without: 40, het: 10, hom: 2, hemi: 30),
        ]
    }

    /// The expected log-likelihood ratio between two normal distributions of one variance, by Simpson's rule over sixteen deviations.
    private static func divergence(shift: Double, variance: Double) -> Double {
        let deviation = variance.squareRoot()
        let (first, last, steps) = (shift - 16 * deviation, shift + 16 * deviation, 20_000)
        let width = (last - first) / Double(steps)
        func part(_ x: Double) -> Double {
            let density = exp(-(x - shift) * (x - shift) / (2 * variance)) / (2 * Double.pi * variance).squareRoot()
            return density * (x * x - (x - shift) * (x - shift)) / (2 * variance)
        }
        return (0...steps).reduce(0.0) { sum, step in
            let weight = step == 0 || step == steps ? 1.0 : step % 2 == 1 ? 4 : 2
            return sum + weight * part(first + Double(step) * width)
        } * width / 3
    }

    @Test("It is the divergence of the counts with and without the person whom it tells most of", arguments: Cohort.all)
    func integrated(_ cohort: Cohort) throws {
        let figures = cohort.figures
        let p = Double(figures.alleleCount) / Double(figures.alleleNumber)
        let variance = Double(figures.alleleNumber) * p * (1 - p)
        let expected = try #require(cohort.distances.map { Self.divergence(shift: $0, variance: variance) }.max())
        #expect(abs(MembershipRisk.of(figures) - expected) < 1e-6 * max(1, expected))
    }

    @Test(
        "So is that of a count of people, where everybody is one trial",
        arguments: [(1, 65), (6, 65), (50, 100), (99, 100), (3, 4)])
    func counted(_ count: Int, _ people: Int) throws {
        let p = Double(count) / Double(people)
        let variance = Double(people) * p * (1 - p)
        let expected = max(
            Self.divergence(shift: 1 - p, variance: variance), Self.divergence(shift: -p, variance: variance))
        #expect(abs(MembershipRisk.of(count: count, among: people) - expected) < 1e-6)
        // Who is in and who is not is the same question.
        #expect(MembershipRisk.of(count: count, among: people) == MembershipRisk.of(count: people - count, among: people))
    }

    @Test("An attacker who counts alleles in simulated cohorts learns as much as it says", arguments: [0.05, 0.2, 0.35])
    func simulated(_ p: Double) {
        var random = SplitMix(seed: 4711)
        let (people, draws) = (40, 6000)
        func allele() -> Int { Double.random(in: 0..<1, using: &random) < p ? 1 : 0 }
        let variance = 2 * Double(people) * p * (1 - p)
        let mean = 2 * Double(people) * p
        // The attacker's ratio for somebody with one copy, in cohorts that this person belongs to.
        var sum = 0.0
        for _ in 0..<draws {
            let count = Double((0..<2 * (people - 1)).reduce(1) { sum, _ in sum + allele() })
            let shift = 1 - 2 * p
            sum += ((count - mean) * (count - mean) - (count - mean - shift) * (count - mean - shift)) / (2 * variance)
        }
        let carriers = Int((2 * Double(people) * p).rounded())
        let figures = FrequencyFigures(
            alleleCount: carriers, alleleNumber: 2 * people, heterozygous: carriers, homozygous: 0, hemizygous: 0,
            carriers: people, covered: people, people: people)
        // A ratio's own deviation is the root of twice its expectation.
        let expected = MembershipRisk.of(figures)
        let tolerance = 4 * (2 * expected / Double(draws)).squareRoot()
        #expect(abs(sum / Double(draws) - expected) < tolerance, "\(sum / Double(draws)) \(expected)")
    }

    @Test("Figures that are told add up: the area under the attacker's curve is what their sum says")
    func sums() {
        var random = SplitMix(seed: 65)
        // Forty common variants; the person in question has two copies of each.
        let figures = Cohort(without: 50, het: 100, hom: 50).figures
        let (variants, trials) = (40, 4000)
        let p = Double(figures.alleleCount) / Double(figures.alleleNumber)
        let shift = 2 - 2 * p
        let variance = Double(figures.alleleNumber) * p * (1 - p)
        func normal() -> Double {
            let (u, v) = (
                Double.random(in: Double.leastNonzeroMagnitude..<1, using: &random), Double.random(in: 0..<1, using: &random)
            )
            return (-2 * log(u)).squareRoot() * cos(2 * Double.pi * v)
        }
        func ratio(belongs: Bool) -> Double {
            (0..<variants).reduce(0.0) { sum, _ in
                let count = (belongs ? shift : 0) + normal() * variance.squareRoot()
                return sum + (count * count - (count - shift) * (count - shift)) / (2 * variance)
            }
        }
        let inside = (0..<trials).map { _ in ratio(belongs: true) }
        let outside = (0..<trials).map { _ in ratio(belongs: false) }
        let wins = zip(inside, outside).filter { $0 > $1 }.count
        let sum = Double(variants) * MembershipRisk.of(figures)
        let area = 0.5 * erfc(-sum.squareRoot() / 2.0.squareRoot())
        #expect(abs(Double(wins) / Double(trials) - area) < 0.03, "\(Double(wins) / Double(trials)) \(area)")
    }

    @Test("Nobody with the variant tells nothing, everybody with it tells everything")
    func ends() {
        #expect(MembershipRisk.of(Cohort(without: 100, het: 0, hom: 0).figures) == 0)
        #expect(MembershipRisk.of(FrequencyFigures.zero) == 0)
        #expect(MembershipRisk.of(Cohort(without: 0, het: 0, hom: 100).figures) == .infinity)
        #expect(MembershipRisk.of(count: 0, among: 10) == 0)
        #expect(MembershipRisk.of(count: 10, among: 10) == .infinity)
    }

    @Test("More people hide each other, and few by whom two cohorts differ do not", arguments: Cohort.all)
    func monotone(_ cohort: Cohort) {
        let tenfold = Cohort(without: 10 * cohort.without, het: 10 * cohort.het, hom: 10 * cohort.hom, hemi: 10 * cohort.hemi)
        let (one, ten) = (MembershipRisk.of(cohort.figures), MembershipRisk.of(tenfold.figures))
        #expect(abs(ten * 10 - one) < 1e-9 * max(1, one))
        var last = Double.infinity
        for difference in [1, 2, 5, 10, 1000, 1_000_000] {
            let risk = MembershipRisk.of(cohort.figures, difference: difference)
            #expect(risk <= last && risk >= one)
            last = risk
        }
        #expect(last == one, "as many people as there are is the cohort itself")
    }
}

@Suite("The name of a figure")
struct FigureNameTests {
    private static func name(kind: UInt64 = 1, _ people: [(Int, Int)]) -> FigureName {
        var name = FigureName(kind: kind)
        for (person, state) in people { name.add(person: person, state: state) }
        return name
    }

    @Test("Names of the same people with the same states are the same in any order")
    func order() {
        var random = SplitMix(seed: 7)
        let people = (0..<200).map { ($0 * 37, $0 % 4) }
        for _ in 0..<20 { #expect(Self.name(people.shuffled(using: &random)) == Self.name(people)) }
    }

    @Test("One person more or less, another state, another kind or another cohort is another name")
    func difference() {
        let people = (0..<50).map { ($0, 1) }
        var names: Set<Int64> = [Self.name(people).number, Self.name(kind: 2, people).number]
        for left in 0..<50 { names.insert(Self.name(people.filter { $0.0 != left }).number) }
        for changed in 0..<50 { names.insert(Self.name(people.map { $0.0 == changed ? ($0.0, 2) : $0 }).number) }
        for added in 50..<100 { names.insert(Self.name(people + [(added, 1)]).number) }
        var tied = Self.name(people)
        tied.tie(to: Self.name([(1, 0)]))
        names.insert(tied.number)
        #expect(names.count == 2 + 150 + 1)
    }

    @Test("All sets of sixteen people have names of their own")
    func subsets() {
        var names: Set<Int64> = []
        for set in 0..<65_536 { names.insert(Self.name((0..<16).filter { set >> $0 & 1 == 1 }.map { ($0, 0) }).number) }
        #expect(names.count == 65_536)
    }
}
