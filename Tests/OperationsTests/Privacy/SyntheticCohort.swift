import AccessModel
import ClinicalModel
import Foundation
import GenomeModel
import Operations
import Questions
import StructuredText
import Testing

/// People with made-up genotypes at sites of known frequency: some belong to a partition, as many others of the same population do not.
/// Whoever attacks knows everybody's genotype and every frequency, and wants to know who belongs.
struct SyntheticCohort {
    let members: Int
    let frequencies: [Double]
    /// Alternate alleles, by person and site: members first, then the others.
    let alleles: [[UInt8]]
    let first: Int

    /// Hardy–Weinberg proportions, sites independent. `polymorphic` keeps the sites that somebody carries. `first` is the place of the
    /// first person among the published test numbers.
    init(
        members: Int, sites: Int, seed: UInt64, polymorphic: Bool = false, first: Int = 0, frequency: (inout SystemSeed) -> Double
    ) {
        var random = SystemSeed(state: seed)
        var frequencies: [Double] = []
        var columns: [[UInt8]] = []
        for _ in 0..<sites {
            let p = frequency(&random)
            let column = (0..<2 * members).map { _ in
                UInt8((random.unit() < p ? 1 : 0) + (random.unit() < p ? 1 : 0))
            }
            if polymorphic, column.allSatisfy({ $0 == 0 }) { continue }
            frequencies.append(p)
            columns.append(column)
        }
        self.members = members
        self.first = first
        self.frequencies = frequencies
        alleles = (0..<2 * members).map { person in columns.map { $0[person] } }
    }

    var places: [Int] { frequencies.indices.map { 1_000_000 + 1000 * $0 } }

    var variants: [Variant] {
        get throws { try places.map { try VariantNotation.parse("1-\($0)-A-G", assembly: .grch38) } }
    }

    func someone(_ person: Int, diagnoses: [String] = []) -> Someone {
        Someone(
            number: first + person, diagnoses: diagnoses,
            genotypes: alleles[person].map { ["0/0", "0/1", "1/1"][Int($0)] })
    }

    /// A partition that the members belong to, published, with the example policy but for its budget: the default one holds.
    func region(_ count: Int? = nil) async throws -> TestRegion {
        let region = try await TestRegion.make("24", in: try Workspace())
        try await region.submit("A", (0..<(count ?? members)).map { someone($0) }, sites: places)
        try await region.publish()
        try await region.publishPolicy { $0.replacing("    membership-risk: 2.5\n", with: "") }
        return region
    }
}

extension SystemSeed {
    /// From 0 up to 1.
    mutating func unit() -> Double { Double(next() >> 11) / 9_007_199_254_740_992 }
}

extension TestRegion {
    /// The figures that an attacker gets, all at once; nil where they are withheld.
    func figures(_ actor: Actor, _ purpose: Purpose, _ variants: [Variant], where criterion: String = "all") async throws
        -> [FrequencyFigures?]
    {
        var asked = try TestRegion.asked(actor, purpose, criterion)
        asked.matter = .figures
        let reply = try await AnswerFigures(
            partition: partition, regulations: try TestRegion.regulations.get(), asked: asked, variants: variants
        ).run()
        let columns = try #require(reply.columns, "\(reply.answer.reason?.en ?? "")")
        return variants.indices.map { columns.figures($0) }
    }

    /// Who hears everything: what the attacks do where nothing protects.
    var unprotected: Actor {
        get throws {
            Actor(
                identity: "own", name: "Own", role: .dataSteward, region: code, provider: try controller, careUnit: nil,
                purposes: [.qualityFollowUp])
        }
    }

    /// Somebody of another organisation, one for each name.
    static func attacker(_ organisation: String, _ name: String = "a") -> Actor {
        Actor(
            identity: "\(organisation)-\(name)", name: name, role: .statistician, region: nil,
            provider: OrganisationCode("SE-\(organisation)"), careUnit: nil, purposes: [.statistics])
    }
}
