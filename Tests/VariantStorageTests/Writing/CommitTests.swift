import Foundation
import GenomeModel
import Testing
import VariantStorage

@Suite("A commit is refused whole")
struct CommitTests {
    private func file(_ names: [String], origin: Origin = .germline, assay: String = "genome") throws -> CallFile {
        let variant = try #require(Variant(at: 43_093_464, Contig.all[16], "G", "A"))
        return CallFile(
            samples: names.map { Sample(name: $0, sex: .female, assay: assay, origin: origin) },
            rows: [
                CallFile.Row(
                    variant: variant,
                    calls: names.indices.map { CallFile.Call(sample: $0, state: .heterozygous, fraction: 0.5) })
            ])
    }

    private func index(_ scratch: ScratchDirectory) throws -> IndexWriter {
        try IndexWriter.create(directory: scratch.index, assembly: .grch38, reference: nil)
        let writer = try IndexWriter(directory: scratch.index)
        try writer.defineAssay("genome", targets: .genome)
        return writer
    }

    private func code(_ body: () throws -> Void) throws -> StorageError.Code? {
        do {
            try body()
            return nil
        } catch let error as StorageError {
            return error.code
        }
    }

    @Test("For names that are taken, repeated or unknown")
    func names() throws {
        let scratch = try ScratchDirectory()
        let writer = try index(scratch)
        try writer.add([try file(["one", "two"])])
        let manifest = writer.manifest
        #expect(try code { try writer.add([try file(["two"])]) } == .callSetExists)
        #expect(try code { try writer.add([try file(["two"], origin: .tumour)]) } == .callSetExists)
        #expect(try code { try writer.add([try file(["three"]), try file(["three"], origin: .tumour)]) } == .callSetRepeated)
        #expect(try code { try writer.add([try file(["four", "four"])]) } == .callSetRepeated)
        #expect(try code { try writer.commit(adding: [], erasing: ["five"]) } == .callSetUnknown)
        #expect(try code { try writer.commit(adding: [], erasing: ["one", "one"]) } == .callSetRepeated)
        #expect(try code { try writer.commit(adding: [], erasing: ["one", "five"]) } == .callSetUnknown)
        #expect(writer.manifest == manifest)
        #expect(try writer.read().callSetNames() == ["one", "two"])
        try writer.commit(adding: [], erasing: ["one"])
        #expect(try code { try writer.commit(adding: [], erasing: ["one"]) } == .callSetUnknown)
        // A name that was taken out is free again.
        try writer.add([try file(["one"])])
        #expect(try writer.read().cohort().size == 2)
    }

    @Test("For names that the store cannot hold", arguments: ["", "a\tb", "a\nb", "\u{7F}", String(repeating: "x", count: 256)])
    func badNames(name: String) throws {
        let scratch = try ScratchDirectory()
        let writer = try index(scratch)
        #expect(try code { try writer.add([try file([name])]) } == .badName)
        #expect(try code { try writer.defineAssay(name, targets: .genome) } == .badName)
    }

    @Test(
        "Names of every kind that it can hold come back",
        arguments: ["å ä ö", "-", "\u{301}x", String(repeating: "x", count: 255), "\u{2028}"])
    func goodNames(name: String) throws {
        let scratch = try ScratchDirectory()
        let writer = try index(scratch)
        try writer.defineAssay(name, targets: TargetRegions(merging: []))
        try writer.add([try file([name])])
        let index = try writer.read()
        #expect(index.callSetNames() == [name])
        #expect(index.assay(named: name)?.targets.count == 0)
        #expect(try index.cohort(CohortFilter(names: [name])).size == 1)
    }

    @Test("Assays: the same again is nothing new, other targets are refused, unknown ones too")
    func assays() throws {
        let scratch = try ScratchDirectory()
        let writer = try index(scratch)
        let first = try #require(Position(100))
        let panel = TargetRegions(merging: [try #require(Interval(contig: .x, first: first, last: first))])
        #expect(try writer.defineAssay("panel", targets: panel))
        #expect(try !writer.defineAssay("panel", targets: panel))
        #expect(try code { try writer.defineAssay("panel", targets: .genome) } == .assayDiffers)
        #expect(try code { try writer.defineAssay("genome", targets: panel) } == .assayDiffers)
        #expect(try code { try writer.add([try file(["one"], assay: "other")]) } == .assayUnknown)
        #expect(try code { _ = try writer.read().cohort(CohortFilter(assay: "other")) } == .assayUnknown)
        #expect(try code { _ = try writer.read().cohort(CohortFilter(names: ["nobody"])) } == .callSetUnknown)
    }

    @Test("Batches whose columns contradict each other are refused")
    func batches() throws {
        let scratch = try ScratchDirectory()
        let writer = try index(scratch)
        let good = try #require(try file(["one", "two"]).batches(of: 10).first)
        let changes: [@Sendable (inout CallBatch) -> Void] = [
            { $0.states.removeLast() }, { $0.callEnds[0] = 1 }, { $0.callEnds.append(2) }, { $0.callSets[1] = 2 },
            { $0.callSets = [1, 0] }, { $0.callSets = [1, 1] }, { $0.fractions = [0.5, 0.5] },
            { $0.keys[0] = VariantKey(rawValue: $0.keys[0].rawValue | 1) }, { $0.keys[0] = VariantKey(rawValue: 2) },
            { $0.longAlleles = [CallBatch.LongAllele(row: 0, referenceLength: 1, alternateLength: 1)] },
        ]
        for (number, change) in changes.enumerated() {
            let index = try writer.read()
            var builder = try writer.beginSegment(
                callSets: ["one", "two"].map { StoredCallSet(name: $0, sex: .male, assay: 1) }, origin: .germline, index: index)
            var batch = good
            change(&batch)
            do throws(StorageError) {
                try builder.append(batch)
                Issue.record("change \(number) was taken")
            } catch {
                #expect(error.code == .inconsistentBatch)
            }
        }
    }

    @Test("An index is made only where nothing is")
    func creation() throws {
        let scratch = try ScratchDirectory()
        func create() throws { try IndexWriter.create(directory: scratch.index, assembly: .grch38, reference: nil) }
        try FileManager.default.createDirectory(atPath: scratch.index + "/germline", withIntermediateDirectories: true)
        try writeBytes([1], scratch.index + "/germline/mine.vcf")
        #expect(try code(create) == .alreadyExists)
        #expect(try readBytes(scratch.index + "/germline/mine.vcf") == [1])
        try FileManager.default.removeItem(atPath: scratch.index + "/germline/mine.vcf")
        try create()
        #expect(try code(create) == .alreadyExists)
        #expect(try code { _ = try IndexWriter(directory: scratch.path) } == .notAnIndex)
        #expect(try code { _ = try VariantIndex(directory: scratch.path) } == .notAnIndex)
        try writeBytes([1], scratch.path + "/file")
        #expect(
            try code { try IndexWriter.create(directory: scratch.path + "/file", assembly: .grch38, reference: nil) }
                == .alreadyExists)
    }

    @Test("Opening leaves alone what is not the store's")
    func foreignFiles() throws {
        let scratch = try ScratchDirectory()
        let writer = try index(scratch)
        try writer.add([try file(["one"])])
        for name in ["germline/notes.txt", "coverage/panel.bed"] { try writeBytes([7], scratch.index + "/" + name) }
        try writeBytes([7], scratch.index + "/tumour/0000000009.segment")
        let other = try ScratchDirectory()
        try FileManager.default.copyItem(atPath: scratch.index, toPath: other.index)
        _ = try IndexWriter(directory: other.index)
        #expect(fileLength(other.index + "/germline/notes.txt") == 1)
        #expect(fileLength(other.index + "/coverage/panel.bed") == 1)
        #expect(fileLength(other.index + "/tumour/0000000009.segment") == nil)
    }

    @Test("Discarding spares what was committed")
    func discard() throws {
        let scratch = try ScratchDirectory()
        let writer = try index(scratch)
        let (first, second) = (try writer.stage(try file(["one"])), try writer.stage(try file(["two"])))
        try writer.commit(adding: [first])
        writer.discard([first, second])
        #expect(try writer.read().verify().callSets == 1)
    }

    @Test("An intake that ends in the middle leaves no file behind, spilled or not")
    func abandoned() throws {
        let scratch = try ScratchDirectory()
        let writer = try index(scratch)
        let cohort = GeneratedCohort(seed: 9, files: 1, sites: 40)
        let before = try filesUnder(scratch.index).keys
        func begin() throws {
            var builder = try writer.beginSegment(
                callSets: (0..<10).map { StoredCallSet(name: "\($0)", sex: .male, assay: 1) }, origin: cohort.files[0].origin,
                index: try writer.read(), spillLimit: 5)
            for batch in cohort.files[0].batches(of: 10) { try builder.append(batch) }
            #expect(try filesUnder(scratch.index).count > before.count)
        }
        try begin()
        #expect(try filesUnder(scratch.index).keys == before)
        _ = try writer.read().verify()
    }
}
