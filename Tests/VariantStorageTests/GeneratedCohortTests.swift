import GenomeModel
import TestSupport
import Testing
import VariantStorage

@Suite("The index answers as the slow oracle does")
struct GeneratedCohortTests {
    @Test(
        "Through adding, merging, removing and replacing, on every variant, cohort and region",
        arguments: Soak.seeds(6), [Assembly.grch37, .grch38])
    func everyAnswer(seed: UInt64, assembly: Assembly) throws {
        let scratch = try ScratchDirectory()
        let cohort = GeneratedCohort(seed: seed, assembly: assembly)
        try IndexWriter.create(directory: scratch.index, assembly: assembly, reference: nil)
        let writer = try IndexWriter(directory: scratch.index)
        try writer.define(cohort.assays)
        var oracle = Oracle(assembly: assembly, assays: cohort.assays)
        var random = SeededGenerator(seed: seed &+ 1000)

        func check(_ step: String) throws {
            let comparison = Comparison(index: try writer.read(), oracle: oracle, variants: cohort.variants)
            let differences = try comparison.differences(seed: seed)
            #expect(differences.prefix(4).joined(separator: "\n") == "", "\(step), \(differences.count) in all")
            _ = try comparison.index.verify()
        }
        func merge(_ plan: MergePlan) throws {
            let before = Oracle.segments(of: try writer.read())
            try writer.merge(plan)
            oracle.forget(before, now: Oracle.segments(of: try writer.read()))
        }
        try check("empty")
        let half = cohort.files.count / 2
        try writer.add(Array(cohort.files[..<half]))
        oracle.add(Array(cohort.files[..<half]))
        try check("half added")
        try merge(.everything)
        try check("half merged")
        for file in cohort.files[half...] { try writer.add([file], batchRows: 7, spillLimit: 40) }
        oracle.add(Array(cohort.files[half...]))
        try check("all added")

        let names = oracle.live.keys.sorted()
        let removed = names.filter { _ in random.chance(0.25) }
        try writer.commit(adding: [], erasing: removed)
        oracle.remove(removed)
        try check("some removed")
        let replaced = oracle.live.keys.sorted().filter { _ in random.chance(0.3) }
        let files = cohort.reanalysis(of: Set(replaced), seed: seed)
        try writer.commit(adding: files.map { try writer.stage($0) }, erasing: replaced)
        oracle.remove(replaced)
        oracle.add(files)
        try check("some replaced")
        try merge(random.chance(0.5) ? .erasures : .levels)
        try check("merged in part")
        try merge(.everything)
        try check("merged")
        let rest = oracle.live.keys.sorted()
        try writer.commit(adding: [], erasing: rest)
        oracle.remove(rest)
        try check("all removed")
        try merge(.everything)
        try check("all gone")
        #expect(try writer.read().segments.isEmpty)
    }
}
