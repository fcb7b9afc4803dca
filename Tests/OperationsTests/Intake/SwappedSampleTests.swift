import Foundation
import Operations
import StructuredText
import TestSupport
import Testing

@Suite("Warnings about samples that may have been swapped")
struct SwappedSampleTests {
    /// Places of common variants, a megabase apart, and their frequencies.
    private struct Population {
        let frequencies: [Double]

        init(_ random: inout SeededGenerator) {
            frequencies = (0..<180).map { _ in Double.random(in: 0.2...0.8, using: &random) }
        }

        /// Two alleles at each place.
        typealias Genome = [[Bool]]

        func person(_ random: inout SeededGenerator) -> Genome {
            frequencies.map { frequency in [random.chance(frequency), random.chance(frequency)] }
        }

        func child(_ mother: Genome, _ father: Genome, _ random: inout SeededGenerator) -> Genome {
            zip(mother, father).map { [random.pick($0), random.pick($1)] }
        }

        static func records(_ genome: Genome) -> [String] {
            genome.enumerated().compactMap { place, alleles in
                guard alleles.contains(true) else { return nil }
                return SubmissionDraft.record(
                    (place + 1) * 1_000_000, [alleles[0] && alleles[1] ? "1/1" : "0/1"])
            }
        }
    }

    private func draft(_ person: Int, _ name: String, _ records: [String]) throws -> SubmissionDraft {
        var draft = try SubmissionDraft.panel(person, case: name)
        draft["specimens.0.name"] = JSONValue(name + "-B")
        draft["callSets.0.specimen"] = JSONValue(name + "-B")
        draft["callSets.0.name"] = JSONValue(name)
        draft.put("calls.vcf", SubmissionDraft.vcf(["S1"], records))
        return draft
    }

    private func warnings(_ receipt: SubmissionReceipt) -> [String] {
        #expect(receipt.state == .available, "\(String(describing: receipt.failure))")
        for warning in receipt.warnings { #expect(!warning.message.sv.isEmpty && !warning.message.en.isEmpty) }
        return receipt.warnings.map { "\($0.place) \($0.kind.rawValue)" }
    }

    @Test(
        "Parents, children and siblings are not taken for one person; the same person twice is", arguments: [1, 2, 3] as [UInt64])
    func family(seed: UInt64) async throws {
        var random = SeededGenerator(seed: seed)
        let population = Population(&random)
        let bench = try await IntakeBench()
        let partition = try await bench.open()
        let mother = population.person(&random)
        let father = population.person(&random)
        var family = [mother, father]
        for _ in 0..<4 { family.append(population.child(mother, father, &random)) }
        for _ in 0..<4 { family.append(population.person(&random)) }
        for (number, genome) in family.enumerated() {
            let receipt = try await bench.submit(draft(number, "P\(number)", Population.records(genome)), to: partition)
            #expect(warnings(receipt) == [], "\(number)")
        }
        // The first child under somebody else's number, with two genotypes misread.
        var again = family[2]
        for place in [3, 90] { again[place] = [true, false] }
        let swapped = try await bench.submit(draft(40, "again", Population.records(again)), to: partition)
        #expect(warnings(swapped) == ["again same-person-twice"])
        #expect(swapped.warnings.first?.message.en.contains("P2") == true)
        // The mother once more is herself, and a sibling's sample under the third child's number is not.
        let same = try await bench.submit(draft(0, "same", Population.records(mother)), to: partition)
        #expect(warnings(same) == [])
        let other = try await bench.submit(draft(4, "other", Population.records(population.person(&random))), to: partition)
        #expect(warnings(other) == ["other different-person"])
    }

    @Test(
        "The zygosity of X against the stated sex",
        arguments: [
            // Person 0 is a woman, 1 a man.
            (0, 30, 20, false), (0, 0, 40, true), (0, 3, 60, true), (0, 6, 34, false), (0, 0, 11, false),
            (1, 0, 40, false), (1, 2, 60, false), (1, 20, 20, true), (1, 5, 6, false), (1, 6, 34, false),
        ])
    func sex(person: Int, heterozygous: Int, homozygous: Int, isWarned: Bool) async throws {
        let bench = try await IntakeBench()
        let records = (0..<(heterozygous + homozygous)).map { place in
            SubmissionDraft.record(5_000_000 + place * 100_000, [place < heterozygous ? "0/1" : "1/1"], contig: "X")
        }
        let receipt = try await bench.submit(draft(person, "P", records))
        #expect(warnings(receipt) == (isWarned ? ["P sex-from-x"] : []))
    }
}
