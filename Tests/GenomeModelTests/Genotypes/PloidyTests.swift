import GenomeModel
import Testing

/// Borders of the pseudo-autosomal regions: Genome Reference Consortium, 1-based, both ends included.
@Suite struct PloidyTests {
    struct Region: Sendable, CustomTestStringConvertible {
        let assembly: Assembly
        let contig: Contig
        let first: Int
        let last: Int
        var testDescription: String { "\(assembly.rawValue) \(contig)" }
    }

    static let regions = [
        Region(assembly: .grch38, contig: .x, first: 10_001, last: 2_781_479),
        Region(assembly: .grch38, contig: .x, first: 155_701_383, last: 156_030_895),
        Region(assembly: .grch38, contig: .y, first: 10_001, last: 2_781_479),
        Region(assembly: .grch38, contig: .y, first: 56_887_903, last: 57_217_415),
        Region(assembly: .grch37, contig: .x, first: 60_001, last: 2_699_520),
        Region(assembly: .grch37, contig: .x, first: 154_931_044, last: 155_260_560),
        Region(assembly: .grch37, contig: .y, first: 10_001, last: 2_649_520),
        Region(assembly: .grch37, contig: .y, first: 59_034_050, last: 59_363_566),
    ]

    private func alleles(_ assembly: Assembly, _ contig: Contig, _ place: Int) throws -> [Int] {
        let position = try #require(Position(place))
        return [Sex.female, .male, .unknown].map { Ploidy.alleles(assembly, contig, position, $0) }
    }

    @Test("Inside a pseudo-autosomal region X counts two for all and Y none; one base outside it they do not", arguments: regions)
    func borders(region: Region) throws {
        let (inside, outside) = region.contig == .x ? ([2, 2, 2], [2, 1, 0]) : ([0, 0, 0], [0, 1, 0])
        #expect(try alleles(region.assembly, region.contig, region.first) == inside)
        #expect(try alleles(region.assembly, region.contig, region.last) == inside)
        #expect(try alleles(region.assembly, region.contig, region.first - 1) == outside)
        #expect(try alleles(region.assembly, region.contig, region.last + 1) == outside)
    }

    @Test("Each region is as long on X as on Y", arguments: [0, 1, 4, 5])
    func lengths(index: Int) {
        let (x, y) = (PloidyTests.regions[index], PloidyTests.regions[index + 2])
        #expect(x.last - x.first == y.last - y.first)
    }

    @Test("Autosomes have two alleles and MT one, whatever the sex", arguments: Assembly.allCases)
    func others(assembly: Assembly) throws {
        for number in 1...22 { #expect(try alleles(assembly, .named("\(number)"), 20_000) == [2, 2, 2]) }
        #expect(try alleles(assembly, .mt, 3_243) == [1, 1, 1])
    }
}
