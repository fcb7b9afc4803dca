import Foundation
import GenomeModel
import TestSupport
import Testing
import VariantStorage

@Suite("Nothing of a removed call set is left after merging")
struct ErasureTests {
    /// What would betray a call set: its name, and the keys and long alleles of variants that nobody else's file has, or
    /// that beside it only people without the allele spoke of.
    private struct Traces {
        var names: [String] = []
        var keys: [UInt64] = []
        var alleles: [String] = []

        func found(in files: [String: [UInt8]]) -> [String] {
            var found: [String] = []
            for (name, bytes) in files {
                let data = Data(bytes)
                for trace in names + alleles where data.range(of: Data(trace.utf8)) != nil { found.append("\(trace) in \(name)") }
                for key in keys {
                    let letters = (0..<8).map { UInt8(truncatingIfNeeded: key >> UInt64(8 * $0)) }
                    if data.range(of: Data(letters)) != nil { found.append("\(key) in \(name)") }
                }
            }
            return found
        }
    }

    private func traces(of removed: Set<String>, in oracle: Oracle, _ variants: [Variant], _ together: [Set<String>])
        -> Traces
    {
        var traces = Traces(names: removed.sorted())
        let stays = oracle.live.filter { !removed.contains($0.key) }
        var keptKeys = Set<VariantKey>()
        var gone: [Variant] = []
        for variant in variants {
            let betrayed = oracle.live.values.filter {
                removed.contains($0.sample.name) && ($0.calls[variant]?.state.isCarrier ?? false)
            }
            let keeps = stays.values.contains { person in
                guard let call = person.calls[variant] else { return false }
                let neighbours = together.first { $0.contains(person.sample.name) } ?? []
                let isForgotten =
                    betrayed.contains { neighbours.contains($0.sample.name) }
                    && !stays.values.contains {
                        neighbours.contains($0.sample.name) && ($0.calls[variant]?.state.isCarrier ?? false)
                    }
                return call.state.isCarrier || !isForgotten
            }
            if keeps { keptKeys.insert(variant.key) } else if !betrayed.isEmpty { gone.append(variant) }
        }
        for variant in gone where !keptKeys.contains(variant.key) {
            traces.keys.append(variant.key.rawValue)
            if variant.reference.utf8.count >= 12 { traces.alleles.append(variant.reference) }
            if variant.alternate.utf8.count >= 12 { traces.alleles.append(variant.alternate) }
        }
        return traces
    }

    @Test(
        "Neither its name, nor a key or an allele that only it carried, in any byte",
        arguments: Soak.seeds(4), [MergePlan.erasures, .everything])
    func bytes(seed: UInt64, plan: MergePlan) throws {
        let scratch = try ScratchDirectory()
        let cohort = GeneratedCohort(seed: 100 + seed, files: 8, samplesAFile: 1...4, sites: 80)
        try IndexWriter.create(directory: scratch.index, assembly: cohort.assembly, reference: nil)
        let writer = try IndexWriter(directory: scratch.index)
        try writer.define(cohort.assays)
        // One person has variants that nobody else can have, whatever the seed.
        let own = [
            try #require(Variant(at: 7_000_000, Contig.all[1], "G", "A")),
            try #require(Variant(at: 7_000_100, Contig.all[1], "GATTACAGATTACA", "CATCATCATCATCAT")),
        ]
        let loner = CallFile(
            samples: [Sample(name: "loner", sex: .unknown, assay: "genome", origin: .germline)],
            rows: own.map {
                CallFile.Row(variant: $0, calls: [CallFile.Call(sample: 0, state: .heterozygous, fraction: .nan)])
            })
        let files = cohort.files + [loner]
        try writer.add(files)
        if seed.isMultiple(of: 2) { try writer.merge(.everything) }
        var oracle = Oracle(assembly: cohort.assembly, assays: cohort.assays)
        oracle.add(files)

        var random = SeededGenerator(seed: seed)
        let removed = Set(oracle.live.keys.sorted().filter { _ in random.chance(0.3) } + ["loner"])
        let together = Oracle.segments(of: try writer.read()).map { Set($0.live) }
        let traces = traces(of: removed, in: oracle, cohort.variants + own, together)
        #expect(!traces.keys.isEmpty && !traces.alleles.isEmpty && !traces.names.isEmpty)

        try writer.commit(adding: [], erasing: removed.sorted())
        #expect(try writer.read().verify().erasedWaiting == removed.count)
        #expect(!traces.found(in: try filesUnder(scratch.index)).isEmpty, "the bytes wait for the merge")
        try writer.merge(plan)
        #expect(try writer.read().verify().erasedWaiting == 0)
        #expect(traces.found(in: try filesUnder(scratch.index)) == [])
    }

    @Test("A re-analysis leaves nothing of the call set that it replaces")
    func replacement() throws {
        let scratch = try ScratchDirectory()
        try IndexWriter.create(directory: scratch.index, assembly: .grch38, reference: nil)
        let writer = try IndexWriter(directory: scratch.index)
        try writer.defineAssay("genome", targets: .genome)
        let old = try #require(Variant(at: 43_093_464, Contig.all[16], "G", "A"))
        let new = try #require(Variant(at: 43_093_470, Contig.all[16], "G", "ACGTACGTACGTACGT"))
        func file(_ variant: Variant) -> CallFile {
            CallFile(
                samples: [Sample(name: "one", sex: .female, assay: "genome", origin: .germline)],
                rows: [
                    CallFile.Row(
                        variant: variant, calls: [CallFile.Call(sample: 0, state: .heterozygous, fraction: .nan)])
                ])
        }
        try writer.add([file(old)])
        try writer.commit(adding: [try writer.stage(file(new))], erasing: ["one"])
        let index = try writer.read()
        let cohort = try index.cohort()
        #expect(cohort.size == 1)
        #expect(try index.frequency(of: old, in: cohort).ac == 0)
        #expect(try index.frequency(of: new, in: cohort).ac == 1)
        try writer.merge(.erasures)
        let traces = Traces(keys: [old.key.rawValue])
        #expect(traces.found(in: try filesUnder(scratch.index)) == [])
        #expect(try writer.read().frequency(of: new, in: try writer.read().cohort()).ac == 1)
    }
}
