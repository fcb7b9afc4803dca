import Foundation
import GenomeModel
import TestSupport
import Testing
import VariantStorage

@Suite("Stored consequences")
struct AnnotationStoreTests {
    private static let source = GeneratedAnnotation.source

    @Test("Are what was written, in whatever order it came", arguments: Soak.seeds(4))
    func roundTrip(seed: UInt64) throws {
        var generated = GeneratedAnnotation(seed: seed)
        var rows = generated.rows(700)
        var random = SeededGenerator(seed: seed + 100)
        let scratch = try ScratchDirectory()
        let writer = try AnnotationStoreWriter(directory: scratch.index)
        // In order, with rows a little or far out of place, and some twice.
        if seed % 2 == 0 { rows += rows.prefix(30).map { ($0.variant, $0.consequences + generated.consequences()) } }
        if seed % 4 >= 2 { rows.shuffle(using: &random) }
        try writer.add(rows, batches: 37, rowLimit: seed % 2 == 0 ? 64 : 1 << 15)
        let store = try AnnotationStore(directory: scratch.index)
        let (found, expected) = (try everything(in: store), GeneratedAnnotation.model(rows))
        #expect(Set(found.keys) == Set(expected.keys))
        for (variant, consequences) in expected { #expect(Set(found[variant] ?? []) == Set(consequences), "\(variant.notation)") }
        if seed % 4 < 2 { #expect(found.filter { expected[$0.key] == $0.value }.count >= rows.count - 60) }
        #expect(store.variants(in: AnnotationStoreTests.source) == expected.count)
        try store.verify()
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.index).filter { $0.hasSuffix(".draft") }.isEmpty)
    }

    @Test("Are found as looking at each of them finds them", arguments: Soak.seeds(3))
    func search(seed: UInt64) throws {
        var generated = GeneratedAnnotation(seed: seed)
        let rows = generated.rows(600)
        let model = GeneratedAnnotation.model(rows)
        let scratch = try ScratchDirectory()
        let writer = try AnnotationStoreWriter(directory: scratch.index)
        // Two files of one version: a search goes over both.
        try writer.add(Array(rows.prefix(400)))
        try writer.add(Array(rows.suffix(300)))
        let store = try AnnotationStore(directory: scratch.index)
        var hits = 0
        for _ in 0..<300 {
            let query = generated.query()
            let expected = model.filter { $0.value.contains(where: query.matches) }.keys.sorted()
            #expect(try store.variants(matching: query, in: AnnotationStoreTests.source) == expected, "\(query)")
            #expect(try store.variants(matching: query, in: AnnotationStoreTests.source, limit: 3) == Array(expected.prefix(3)))
            if let contig = expected.first?.contig, let first = Position(20_000), let last = Position(60_000) {
                let interval = Interval(contig: contig, first: first, last: last)
                let inside = expected.filter { $0.contig == contig && (20_000...60_000).contains($0.position.value) }
                #expect(
                    try store.variants(matching: query, in: AnnotationStoreTests.source, interval: interval) == inside)
            }
            hits += expected.isEmpty ? 0 : 1
        }
        #expect(hits > 100)
    }

    @Test("A file of several stretches is searched whole")
    func stretches() throws {
        // Blocks of 128 rows, 1,024 blocks a stretch: two stretches and a bit.
        let feature = TranscriptFeature(geneSymbol: "A", geneID: "B", type: "Transcript", identifier: "T")
        let rows: GeneratedAnnotation.Rows = (1...270_000).compactMap { place in
            guard let variant = Variant(at: place, Contig.all[0], "A", "C") else { return nil }
            return (
                variant,
                [
                    TranscriptConsequence(
                        feature: feature, terms: ConsequenceTerm.list(place % 1000 == 0 ? "stop_gained" : "intron_variant"),
                        impact: place % 1000 == 0 ? .high : .modifier, hgvsCoding: "c.\(place)A>C")
                ]
            )
        }
        let scratch = try ScratchDirectory()
        let writer = try AnnotationStoreWriter(directory: scratch.index)
        try writer.add(rows, batches: 4096)
        let store = try AnnotationStore(directory: scratch.index)
        func places(_ query: ConsequenceQuery, _ interval: Interval? = nil) throws -> [Int] {
            try store.variants(matching: query, in: AnnotationStoreTests.source, interval: interval).map {
                Int($0.position.value)
            }
        }
        #expect(try places(ConsequenceQuery(impacts: [.high])) == Array(stride(from: 1000, through: 270_000, by: 1000)))
        #expect(try places(ConsequenceQuery(geneSymbol: "A", terms: ["stop_gained"])).count == 270)
        for place in [1, 131_072, 131_073, 262_144, 262_145, 270_000] {
            #expect(try places(ConsequenceQuery(hgvsCoding: "c.\(place)A>C")) == [place])
        }
        let interval = Interval(
            contig: Contig.all[0], first: try #require(Position(131_000)), last: try #require(Position(133_000)))
        #expect(try places(ConsequenceQuery(impacts: [.high]), interval) == [131_000, 132_000, 133_000])
        try store.verify()
    }

    @Test("Merged files say what they said apart, and what is not kept is gone", arguments: Soak.seeds(2))
    func merge(seed: UInt64) throws {
        var generated = GeneratedAnnotation(seed: seed)
        var rows = generated.rows(500)
        // One gene that only variants to be erased have.
        let doomed = Set(rows.indices.filter { $0 % 5 == 0 })
        for index in doomed {
            rows[index].consequences = rows[index].consequences.map { consequence in
                var consequence = consequence
                consequence.feature.geneSymbol = "ERASEDGENE"
                consequence.hgvsCoding = "ENST-ERASED.1:c.1del"
                return consequence
            }
        }
        let scratch = try ScratchDirectory()
        let writer = try AnnotationStoreWriter(directory: scratch.index)
        try writer.add(Array(rows.prefix(300)))
        // The same variants again with further consequences: a union.
        let more = rows.prefix(50).map { (variant: $0.variant, consequences: generated.consequences()) }
        try writer.add(Array(rows.suffix(350)) + more)
        let model = GeneratedAnnotation.model(rows + more)
        let apart = try everything(in: AnnotationStore(directory: scratch.index))
        #expect(try writer.merge(AnnotationStoreTests.source, .everything))
        let store = try AnnotationStore(directory: scratch.index)
        let together = try everything(in: store)
        #expect(together == apart)
        for (variant, consequences) in model { #expect(Set(together[variant] ?? []) == Set(consequences)) }
        try store.verify()
        #expect(try !writer.merge(AnnotationStoreTests.source, .everything))

        let erased = Set(doomed.map { rows[$0].variant })
        try writer.merge(AnnotationStoreTests.source, .everything) { key, reference, alternate in
            let variant =
                Variant(key)
                ?? key.contig.flatMap {
                    Variant(
                        contig: $0, position: key.position, reference: String(decoding: reference, as: UTF8.self),
                        alternate: String(decoding: alternate, as: UTF8.self))
                }
            return variant.map { !erased.contains($0) } ?? true
        }
        let left = try AnnotationStore(directory: scratch.index)
        #expect(try everything(in: left) == apart.filter { !erased.contains($0.key) })
        try left.verify()
        for (name, bytes) in try filesUnder(scratch.index) {
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(!text.contains("ERASED") && !text.contains("c.1del"), "\(name)")
        }
    }

    @Test("Versions are kept apart")
    func versions() throws {
        var generated = GeneratedAnnotation(seed: 5)
        let rows = generated.rows(40)
        let other = AnnotationVersion(tool: .snpEff, version: "5.2", database: "GRCh38.99", assembly: .grch38)
        let scratch = try ScratchDirectory()
        let writer = try AnnotationStoreWriter(directory: scratch.index)
        try writer.add(rows)
        try writer.add(Array(rows.prefix(3)), source: other)
        let store = try AnnotationStore(directory: scratch.index)
        #expect(store.versions == [other, AnnotationStoreTests.source])
        #expect(try store.variants(matching: ConsequenceQuery(), in: other) == rows.prefix(3).map(\.variant))
        #expect(try store.consequences(of: rows[10].variant, in: other).isEmpty)
        try writer.remove(AnnotationStoreTests.source)
        #expect(try AnnotationStore(directory: scratch.index).versions == [other])
        // What is open stays readable.
        #expect(try store.consequences(of: rows[10].variant, in: AnnotationStoreTests.source) == rows[10].consequences)
    }

    @Test("A directory that is not there is empty, and one writer writes")
    func opening() throws {
        let scratch = try ScratchDirectory()
        #expect(try AnnotationStore(directory: scratch.index).versions.isEmpty)
        let writer = try AnnotationStoreWriter(directory: scratch.index)
        let error = #expect(throws: StorageError.self) { _ = try AnnotationStoreWriter(directory: scratch.index) }
        #expect(error?.code == .busy)
        withExtendedLifetime(writer) {}
    }

    @Test(
        "Small files are merged into large ones as they come",
        arguments: [([Int](), 0), ([5], 1), ([100, 5], 1), ([100, 60], 2), ([1000, 30, 20, 20], 3), ([9, 9, 9, 9], 4)])
    func recent(lengths: [Int], count: Int) { #expect(AnnotationStoreWriter.recent(lengths) == count) }
}
