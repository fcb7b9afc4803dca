import GenomeModel
import TestSupport
import Testing
import VariantStorage

@Suite("How calls come decides nothing")
struct OrderTests {
    /// An index of the cohort, its files added by `add`.
    private func answers(
        _ cohort: GeneratedCohort, _ add: (IndexWriter) throws -> Void
    ) throws -> (answers: Snapshot, files: [String: [UInt8]]) {
        let scratch = try ScratchDirectory()
        try IndexWriter.create(directory: scratch.index, assembly: cohort.assembly, reference: nil)
        let writer = try IndexWriter(directory: scratch.index)
        try writer.define(cohort.assays)
        try add(writer)
        _ = try writer.read().verify()
        return (
            try Snapshot(try writer.read(), cohort.variants),
            try filesUnder(scratch.index).filter { $0.key.hasSuffix(".segment") }
        )
    }

    @Test("Files in any order, one by one or together, combined or not", arguments: Soak.seeds(4))
    func order(seed: UInt64) throws {
        let cohort = GeneratedCohort(seed: 200 + seed, files: 9)
        let together = try answers(cohort) { try $0.add(cohort.files) }.answers
        var random = SeededGenerator(seed: seed)
        let shuffled = cohort.files.shuffled(using: &random)
        #expect(try answers(cohort) { try $0.add(shuffled) }.answers == together)
        #expect(try answers(cohort) { for file in shuffled { try $0.add([file]) } }.answers == together)
        let combined = try answers(cohort) { writer in
            let staged = try shuffled.map { try writer.stage($0) }
            let parts = try Origin.allCases.compactMap { origin in
                let part = staged.filter { $0.origin == origin }
                return part.isEmpty ? nil : try writer.combine(part)
            }
            try writer.commit(adding: parts)
        }
        #expect(combined.answers == together)
        #expect(combined.files.count <= 2)
    }

    @Test("Sorted, shuffled, in batches of any size, spilled or held: the same bytes", arguments: Soak.seeds(6))
    func batches(seed: UInt64) throws {
        let cohort = GeneratedCohort(seed: 300 + seed, files: 1, samplesAFile: 1...9, sites: 250)
        let file = try #require(cohort.files.first)
        var sorted = file
        sorted.rows.sort { $0.variant < $1.variant }
        let plain = try answers(cohort) { try $0.add([sorted], batchRows: 10_000) }
        var random = SeededGenerator(seed: seed)
        for (batchRows, spillLimit) in [(1, 1 << 20), (7, 1 << 20), (10_000, 1 << 20), (5, 1), (11, 60), (64, 300)] {
            var shuffled = file
            shuffled.rows.shuffle(using: &random)
            let other = try answers(cohort) { try $0.add([shuffled], batchRows: batchRows, spillLimit: spillLimit) }
            #expect(other.answers == plain.answers, "batches of \(batchRows), spilled at \(spillLimit)")
            #expect(Set(other.files.values) == Set(plain.files.values), "batches of \(batchRows), spilled at \(spillLimit)")
        }
    }

    @Test("Merging changes no answer, whatever is merged with what", arguments: Soak.seeds(4))
    func merging(seed: UInt64) throws {
        let cohort = GeneratedCohort(seed: 400 + seed, files: 40, samplesAFile: 1...2, sites: 30)
        let scratch = try ScratchDirectory()
        try IndexWriter.create(directory: scratch.index, assembly: cohort.assembly, reference: nil)
        let writer = try IndexWriter(directory: scratch.index)
        try writer.define(cohort.assays)
        try writer.add(cohort.files)
        let names = try writer.read().callSetNames().sorted()
        for (plan, removed) in [
            (MergePlan.levels, Array(names.prefix(5))), (.erasures, Array(names.dropFirst(5).prefix(9))), (.everything, []),
        ] {
            try writer.commit(adding: [], erasing: removed)
            let before = try Snapshot(try writer.read(), cohort.variants)
            let reader = try writer.read()
            let segments = reader.segments.count
            let merges = try writer.merge(plan)
            switch plan {
            case .levels: #expect(try merges > 0 && writer.read().segments.count < segments)
            case .erasures: #expect(try merges > 0 && writer.read().verify().erasedWaiting == 0)
            case .everything: #expect(try writer.read().segments.count <= 2)
            }
            #expect(try Snapshot(try writer.read(), cohort.variants) == before, "\(plan)")
            #expect(try Snapshot(reader, cohort.variants) == before, "a reader keeps what it has opened")
        }
        #expect(try writer.merge(.everything) == 0)
    }

    @Test("Colliding alleles on both sides of a block's border are told apart")
    func collisionAtTheBorder() throws {
        let pair = try #require(CollidingAlleles.pairs.first)
        let genome: [String: TargetRegions] = ["genome": .genome]
        for before in 125...129 {
            var variants: [Variant] = []
            for place in 0..<before {
                variants.append(try #require(Variant(at: 1000 + place, Contig.all[0], "A", "C")))
            }
            for (reference, alternate) in [pair.first, pair.second] {
                variants.append(try #require(Variant(at: 5000, Contig.all[0], reference, alternate)))
            }
            variants.append(try #require(Variant(at: 6000, Contig.all[0], "A", "C")))
            #expect(variants[before].key == variants[before + 1].key)
            let file = CallFile(
                samples: [Sample(name: "one", sex: .female, assay: "genome", origin: .germline)],
                rows: variants.enumerated().map { index, variant in
                    let state: CallState = index.isMultiple(of: 2) ? .heterozygous : .homozygous
                    return CallFile.Row(
                        variant: variant, calls: [CallFile.Call(sample: 0, state: state, fraction: .nan)])
                })
            let scratch = try ScratchDirectory()
            try IndexWriter.create(directory: scratch.index, assembly: .grch38, reference: nil)
            let writer = try IndexWriter(directory: scratch.index)
            try writer.define(genome)
            try writer.add([file])
            var oracle = Oracle(assembly: .grch38, assays: genome)
            oracle.add([file])
            let comparison = Comparison(index: try writer.read(), oracle: oracle, variants: variants)
            #expect(try comparison.differences(seed: 1) == [])
            #expect(try writer.read().verify().variants == before + 3)
        }
    }

    @Test("A merge of many windows loses nothing at their borders")
    func manyWindows() throws {
        // More calls than one window of a merge is made for, with colliding alleles every so often, so that some of
        // them stand at a border.
        let pair = try #require(CollidingAlleles.pairs.first)
        let sites = Soak.isOn ? 400_000 : 40_000
        var files: [CallFile] = []
        var expected: [Variant: Int] = [:]
        var random = SeededGenerator(seed: 77)
        var variants: [Variant] = []
        for place in 1...sites {
            variants.append(try #require(Variant(at: place, Contig.all[0], "A", "C")))
            if place.isMultiple(of: 61) {
                variants.append(try #require(Variant(at: place, Contig.all[0], pair.first.reference, pair.first.alternate)))
                variants.append(try #require(Variant(at: place, Contig.all[0], pair.second.reference, pair.second.alternate)))
            }
        }
        for file in 0..<3 {
            var rows: [CallFile.Row] = []
            for variant in variants {
                let calls = (0..<3).filter { _ in random.chance(0.5) }.map {
                    CallFile.Call(sample: $0, state: random.pick([.heterozygous, .homozygous, .noCall]), fraction: .nan)
                }
                if calls.isEmpty { continue }
                expected[variant, default: 0] += calls.reduce(0) {
                    $0 + ($1.state == .homozygous ? 2 : $1.state == .heterozygous ? 1 : 0)
                }
                rows.append(CallFile.Row(variant: variant, calls: calls))
            }
            let samples = (0..<3).map { Sample(name: "\(file) \($0)", sex: .female, assay: "genome", origin: .germline) }
            files.append(CallFile(samples: samples, rows: rows))
        }
        let scratch = try ScratchDirectory()
        try IndexWriter.create(directory: scratch.index, assembly: .grch38, reference: nil)
        let writer = try IndexWriter(directory: scratch.index)
        try writer.defineAssay("genome", targets: .genome)
        try writer.add(files, batchRows: 5000, spillLimit: 40_000)
        let before = try writer.read().verify()
        try writer.merge(.everything)
        let index = try writer.read()
        let after = try index.verify()
        #expect(after.calls == before.calls && after.calls > 150_000)
        #expect(after.variants == expected.count)
        var wrong = 0
        try index.forEachVariant(cohort: try index.cohort()) { stored, frequency in
            let alleles = try #require(stored.alleles)
            let variant = try #require(
                Variant(at: Int(stored.position.value), Contig.all[0], alleles.reference, alleles.alternate))
            if expected[variant] != frequency.ac { wrong += 1 }
        }
        #expect(wrong == 0)
    }
}
