import AccessModel
import ClinicalModel
import Foundation
import GenomeModel
import Operations
import Records
import StructuredText
import Testing
import VariantFormats
import VariantStorage

@Suite("Structural calls and consequences in a submission")
struct StructuralSubmissionTests {
    @Test("They come in with the small variants, and the receipt counts them")
    func accepted() async throws {
        let bench = try await IntakeBench()
        let partition = try await bench.open()
        let receipt = try await bench.submit(try SubmissionDraft.panel(1).withAllCalls(1), to: partition)
        try #require(receipt.state == .available, "\(receipt.page(.en))")
        let structural = try #require(receipt.figures.structural)
        #expect(structural.alleles == 3)
        #expect(structural.events == 2)
        #expect(structural.joinedMates == 1)
        #expect(structural.setAside == 0)
        #expect(receipt.callSets.first?.events == 2)
        let consequences = try #require(receipt.figures.consequences.first)
        #expect(consequences.version == "VEP 113.0, homo_sapiens_merged/113_GRCh38, GRCh38")
        #expect(consequences.variants == 2)
        #expect(receipt.diagnostics == [])
        #expect(SubmissionReceipt(receipt.json) == receipt)
        #expect(receipt.page(.sv).contains("Strukturvarianter: 3 alleler lästa, 2 händelser"))
        #expect(receipt.page(.sv).contains("Konsekvenser: 2 varianter"))
        #expect(try partition.events() == ["BND-1-5000-L-1-90000-L": ["C1-G"], SubmissionDraft.deletionNotation(1): ["C1-G"]])
        #expect(try partition.annotatedPositions() == [1000, 10_001])
        #expect(try await VerifyPartition(partition: partition).run().faults.map { "\($0)" } == [])
    }

    @Test("One file may bring both, and then no allele is said to be left out")
    func oneFile() async throws {
        let bench = try await IntakeBench()
        let partition = try await bench.open()
        var draft = try SubmissionDraft.panel(1)
        let text = SubmissionDraft.vcf(["S1"], [SubmissionDraft.record(1000), SubmissionDraft.deletion(1)])
        draft.put("calls.vcf", text)
        draft["callSets.0.structural"] = ["file": "calls.vcf"]
        let receipt = try await bench.submit(draft, to: partition)
        try #require(receipt.state == .available, "\(receipt.page(.en))")
        #expect(receipt.callSets.first?.variants == 1)
        #expect(receipt.callSets.first?.events == 1)
        #expect(receipt.diagnostics.map(\.kind) == ["smallVariant"])
    }

    @Test("Targets of their own decide what the structural calls could have shown")
    func ownTargets() async throws {
        let bench = try await IntakeBench()
        let partition = try await bench.open()
        var draft = try SubmissionDraft.panel(1).withAllCalls(1)
        draft.put("sv.bed", "1\t1\t100000\n", role: "targets")
        draft["callSets.0.structural"] = ["file": "events.vcf", "sample": "S1", "targets": "sv.bed"]
        let receipt = try await bench.submit(draft, to: partition)
        try #require(receipt.state == .available, "\(receipt.page(.en))")
        #expect(receipt.figures.structural?.outsideTargets == 1)
        #expect(try partition.events().keys.sorted() == ["BND-1-5000-L-1-90000-L"])
    }

    @Test(
        "What is not right is refused whole, with its place",
        arguments: [
            ("absent.vcf", "S1", Optional<String>.none, "callSets[0].structural.file"),
            ("panel.bed", "S1", nil, "callSets[0].structural.file"),
            ("events.vcf", "S1", "events.vcf", "callSets[0].structural.targets"),
        ])
    func refused(file: String, sample: String, targets: String?, path: String) async throws {
        let bench = try await IntakeBench()
        var draft = try SubmissionDraft.panel(1).withAllCalls(1)
        draft["callSets.0.structural"] = JSONValue(members: [
            ("file", JSONValue(.string(file))), ("sample", JSONValue(.string(sample))),
            ("targets", targets.map { JSONValue(.string($0)) }),
        ])
        let receipt = try await bench.submit(draft)
        #expect(receipt.failure?.code == .manifestInvalid)
        #expect(receipt.failure?.message.en.contains(path) == true)
    }

    @Test("A damaged structural file leaves nothing, of the small variants neither")
    func damaged() async throws {
        let bench = try await IntakeBench()
        let partition = try await bench.open()
        let before = try PartitionContent(partition)
        var draft = try SubmissionDraft.panel(1).withAllCalls(1)
        draft.put(
            "events.vcf", SubmissionDraft.events(["1\t300000000\t.\tN\t<DEL>\t50\tPASS\tSVTYPE=DEL;END=300000900\tGT\t0/1"]))
        let receipt = try await bench.submit(draft, to: partition)
        #expect(receipt.failure?.code == .fileUnusable)
        #expect(receipt.failure?.place.contains("events.vcf") == true)
        #expect(try PartitionContent(partition) == before)
        #expect(try partition.annotatedPositions() == [])
    }

    @Test("A correction cannot bring structural calls")
    func correction() async throws {
        let bench = try await IntakeBench()
        let partition = try await bench.open()
        let first = try await bench.submit(try SubmissionDraft.panel(1).withAllCalls(1), to: partition)
        var draft = try SubmissionDraft.correction(1, of: first.submission)
        draft["callSets"] = [["name": "C1-G", "structural": ["file": "events.vcf"]]]
        let receipt = try await bench.submit(draft, to: partition)
        #expect(receipt.failure?.code == .manifestInvalid)
        #expect(try partition.events().count == 2)
    }

    @Test("A re-analysis takes the place of both, and nothing is said any more of what only the old one had")
    func replacement() async throws {
        let bench = try await IntakeBench()
        let partition = try await bench.open()
        try await bench.submit(try SubmissionDraft.panel(1).withAllCalls(1), to: partition)
        try await bench.submit(try SubmissionDraft.panel(2).withAllCalls(2), to: partition)
        let receipt = try await bench.submit(try SubmissionDraft.replacement(1, variant: 777).withAllCalls(3), to: partition)
        try #require(receipt.state == .available, "\(receipt.page(.en))")
        #expect(try partition.annotatedPositions() == [1000, 10_002, 10_777])
        #expect(
            try partition.events() == [
                "BND-1-5000-L-1-90000-L": ["C1-G", "C2-G"], SubmissionDraft.deletionNotation(2): ["C2-G"],
                SubmissionDraft.deletionNotation(3): ["C1-G"],
            ])
        #expect(try partition.files(holding: "c.10001A>G").filter { $0.contains("/variants/") } == [])
    }

    @Test("A replacement without structural calls takes the old ones out")
    func replacedByLess() async throws {
        let bench = try await IntakeBench()
        let partition = try await bench.open()
        try await bench.submit(try SubmissionDraft.panel(1).withAllCalls(1), to: partition)
        try await bench.submit(try SubmissionDraft.replacement(1, variant: 5), to: partition)
        #expect(try partition.events().isEmpty)
    }

    @Test(
        "Whoever is destroyed leaves no event, no consequence, and nothing searchable",
        arguments: [Ending.Act.destroy, .stopUsing])
    func ended(act: Ending.Act) async throws {
        let bench = try await IntakeBench()
        let partition = try await bench.open()
        try await bench.submit(try SubmissionDraft.panel(1).withAllCalls(1), to: partition)
        try await bench.submit(try SubmissionDraft.panel(2).withAllCalls(2), to: partition)
        let number = try IdentityNumber.parse(try IntakeBench.number(1), today: IntakeBench.today.date)
        let person = try partition.identity.pseudonym(of: number)
        let faults = try await EndData(partition: partition, person: person, act: act, decision: "D-1", actor: "test").run()
        #expect(faults.isEmpty, "\(faults)")
        #expect(try partition.annotatedPositions() == [1000, 10_002])
        #expect(
            try partition.events() == ["BND-1-5000-L-1-90000-L": ["C2-G"], SubmissionDraft.deletionNotation(2): ["C2-G"]])
        #expect(try partition.files(holding: "c.10001A>G").filter { $0.contains("/variants/") } == [])
        #expect(try await VerifyPartition(partition: partition).run().faults.map { "\($0)" } == [])
    }

    @Test("Damage in an annotation file is found by verification")
    func verified() async throws {
        let bench = try await IntakeBench()
        let partition = try await bench.open()
        try await bench.submit(try SubmissionDraft.panel(1).withAllCalls(1), to: partition)
        let folder = partition.layout.annotations(.grch38)
        let name = try #require(listDirectory(folder).first { $0.hasSuffix(".annotation") })
        let url = URL(fileURLWithPath: folder + "/" + name)
        var bytes = [UInt8](try Data(contentsOf: url))
        bytes[bytes.count / 3] ^= 1
        try Data(bytes).write(to: url)
        let report = try await VerifyPartition(partition: try await bench.open()).run()
        #expect(report.faults.contains { $0.place == "variants/GRCh38" })
    }

    @Test("Every diagnostic has a Swedish sentence of its own")
    func swedish() {
        let texts = StructuralDiagnostic.Kind.allCases.map(\.localizedMessage)
        #expect(Set(texts.map(\.sv)).count == texts.count)
        #expect(texts.allSatisfy { $0.sv != $0.en && $0.sv.hasSuffix(".") })
    }
}

extension Partition {
    /// The structural events in the index, as questions name them, each with who carries it.
    func events(_ assembly: Assembly = .grch38) throws -> [String: [String]] {
        guard let index = try index(assembly) else { return [:] }
        var events: [String: [String]] = [:]
        try index.forEachEvent(in: try index.structuralCohort(try index.cohort())) { event, carriers in
            events[event.notation] = carriers.map(\.callSet.name)
        }
        return events
    }

    /// Where the variants lie of which annotations say anything.
    func annotatedPositions(_ assembly: Assembly = .grch38) throws -> [Int] {
        let store = try AnnotationStore(directory: layout.annotations(assembly))
        var positions: Set<Int> = []
        for version in store.versions {
            positions.formUnion(try store.variants(matching: ConsequenceQuery(), in: version).map { Int($0.position.value) })
        }
        return positions.sorted()
    }
}
