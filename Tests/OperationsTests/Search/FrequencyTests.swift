import AccessModel
import ClinicalModel
import Foundation
import GenomeModel
import Operations
import Questions
import Records
import StructuredText
import Testing
import VariantStorage

@Suite("The figures of a variant in a partition")
struct FrequencyTests {
    private static func own(_ region: TestRegion) throws -> Actor {
        Actor(
            identity: "own", name: "Own", role: .dataSteward, region: region.code, provider: try region.controller, careUnit: nil,
            purposes: [.qualityFollowUp])
    }

    private func figures(_ region: TestRegion, _ text: String, _ assembly: Assembly = .grch38) async throws -> FrequencyFigures {
        let answer = try await region.ask(try Self.own(region), .qualityFollowUp, text) { $0.assembly = assembly }.answer
        return try #require(answer.frequency, "\(answer.reason?.en ?? "")")
    }

    @Test("AC, AN, heterozygous and homozygous are bcftools' for the same cohort", .enabled(if: Shell.has("bcftools")))
    func bcftools() async throws {
        let space = try Workspace()
        let region = try await TestRegion.make("24", in: space)
        var generator = SystemSeed(state: 11)
        let alleles = ["0/0", "0/1", "1/1", "./.", "0/0", "0|1"]
        let people = (0..<40).map { number in
            Someone(
                number: number, diagnoses: [number % 3 == 0 ? "ICD10:C50.1" : "ICD10:G40.9"],
                genotypes: TestRegion.sites.map { _ in alleles[Int(generator.next() % 6)] })
        }
        try await region.submit("A", people)
        let vcf = try space.write("all.vcf", TestRegion.vcf(people))
        for (condition, chosen) in [("", people), (" where diagnosis under ICD10:C50", people.filter { $0.number % 3 == 0 })] {
            let samples = chosen.map { "S\($0.number)" }.joined(separator: ",")
            let output = try Shell.run(
                "bcftools view -s \(samples) '\(vcf)' 2>/dev/null | bcftools +fill-tags -- -t AC,AN,AC_Het,AC_Hom 2>/dev/null"
                    + " | bcftools query -f '%AC %AN %AC_Het %AC_Hom\\n'"
            ).output.split(separator: "\n").map { $0.split(separator: " ").compactMap { Int($0) } }
            try #require(output.count == TestRegion.sites.count)
            for (site, expected) in output.enumerated() {
                let found = try await figures(region, "frequency \(TestRegion.variant(site))\(condition)")
                // AC_Hom counts alleles.
                #expect(
                    [found.alleleCount, found.alleleNumber, found.heterozygous, 2 * found.homozygous] == expected,
                    "site \(site)\(condition)")
                #expect(found.carriers == found.heterozygous + found.homozygous)
                #expect(found.people == chosen.count && found.covered == chosen.count)
            }
        }
    }

    @Test("A person with two call sets is one person")
    func twice() async throws {
        let region = try await TestRegion.make("24", in: try Workspace())
        let people = (0..<6).map { Someone(number: $0, genotypes: [$0 < 3 ? "0/1" : "0/0"]) }
        try await region.submit("A", people)
        try await region.submit("A", [people[0]], kind: "addition", suffix: "x")
        #expect(try await region.ownCount("all") == 6)
        #expect(try await region.ownCount("carries \(TestRegion.variant(0))") == 3)
        let found = try await figures(region, "frequency \(TestRegion.variant(0))")
        #expect([found.carriers, found.people, found.covered] == [3, 6, 6] as [Int])
    }

    @Test("carries finds carriers of the variant as it is written in any notation, and joins with the rest")
    func carries() async throws {
        let region = try await TestRegion.make("24", in: try Workspace())
        try await region.submit(
            "A",
            (0..<10).map {
                Someone(number: $0, diagnoses: [$0 < 5 ? "ICD10:C50.1" : "ICD10:G40.9"], genotypes: [$0 % 2 == 0 ? "1/1" : "0/0"])
            })
        #expect(try await region.ownCount("carries \(TestRegion.variant(0))") == 5)
        #expect(try await region.ownCount("not carries \(TestRegion.variant(0))") == 5)
        #expect(try await region.ownCount("carries \(TestRegion.variant(0)) and diagnosis under ICD10:C50") == 3)
        #expect(try await region.ownCount("carries chr1-1000000-A-G") == 5)
        #expect(try await region.ownCount("carries 1-1000000-A-T") == 0)
        await #expect(throws: AskedQuestionError.self) { try await region.ownCount("carries nonsense") }
    }

    @Test("GRCh37 and GRCh38 are never counted together")
    func assemblies() async throws {
        let region = try await TestRegion.make("24", in: try Workspace())
        try await region.submit("A", (0..<6).map { Someone(number: $0, genotypes: ["0/1"]) })
        try await region.submit("B", (6..<10).map { Someone(number: $0, genotypes: ["0/1"]) }, assembly: .grch37)
        let (new, old) = (
            try await figures(region, "frequency \(TestRegion.variant(0))"),
            try await figures(region, "frequency \(TestRegion.variant(0))", .grch37)
        )
        #expect([new.carriers, new.people] == [6, 6] as [Int])
        #expect([old.carriers, old.people] == [4, 4] as [Int])
        #expect(try await region.ownCount("all") == 10)
    }
}

/// splitmix64: the same numbers for the same seed.
struct SystemSeed {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
