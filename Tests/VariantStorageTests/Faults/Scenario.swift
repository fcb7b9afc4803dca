import GenomeModel
import VariantStorage

/// The life of an index, act by act: everything that changes one, in an order that a laboratory might take.
struct Scenario: Sendable {
    struct Act: Sendable {
        let name: String
        let run: @Sendable (IndexWriter) throws -> Void
    }

    let cohort: GeneratedCohort
    let acts: [Act]

    init(seed: UInt64) {
        let cohort = GeneratedCohort(seed: seed, files: 24, samplesAFile: 1...2, sites: 6)
        self.cohort = cohort
        var acts: [Act] = []
        for (name, targets) in cohort.assays.sorted(by: { $0.key < $1.key }) {
            acts.append(Act(name: "define") { try $0.defineAssay(name, targets: targets) })
        }
        let panel = cohort.assays["panel"] ?? .genome
        let first = Array(cohort.files[..<3])
        let many = Array(cohort.files[3..<23])
        let last = Array(cohort.files[23...])
        let names = (first + many).flatMap(\.samples).map(\.name)
        let again = cohort.reanalysis(of: Set(names.prefix(4)), seed: seed)
        acts.append(Act(name: "add three") { try Scenario.submit(first, to: $0) })
        // Equal targets are one file, which others already rely on.
        acts.append(Act(name: "define with known targets") { try $0.defineAssay("panel again", targets: panel) })
        acts.append(Act(name: "add many, merging by itself") { try Scenario.submit(many, to: $0, merging: true) })
        acts.append(Act(name: "replace") { try Scenario.submit(again, to: $0, erasing: Array(names.prefix(4))) })
        acts.append(Act(name: "remove") { try $0.commit(adding: [], erasing: Array(names[5..<8])) })
        acts.append(Act(name: "merge what is erased") { try $0.merge(.erasures) })
        acts.append(Act(name: "add what spills") { try Scenario.submit(last, to: $0, spillLimit: 12) })
        acts.append(Act(name: "remove again") { try $0.commit(adding: [], erasing: [names[9]]) })
        acts.append(Act(name: "merge everything") { try $0.merge(.everything) })
        self.acts = acts
    }

    func create(in directory: String, _ fileSystem: FileSystem) throws {
        try IndexWriter.create(directory: directory, assembly: cohort.assembly, reference: nil, fileSystem: fileSystem)
    }

    /// Does what is left of an act whose change is visible though it failed: which segments are merged when decides what
    /// is forgotten with whom.
    func catchUp(_ act: Int, _ writer: IndexWriter) throws {
        if acts.indices.contains(act), acts[act].name.contains("merging by itself") { try writer.merge(.levels) }
    }

    /// As an intake does it: what was staged is discarded when anything fails.
    private static func submit(
        _ files: [CallFile], to writer: IndexWriter, erasing names: [String] = [], spillLimit: Int = 1 << 20,
        merging: Bool = false
    ) throws {
        var staged: [StagedSegment] = []
        do {
            for file in files { staged.append(try writer.stage(file, batchRows: 9, spillLimit: spillLimit)) }
            try writer.commit(adding: staged, erasing: names)
            if merging { try writer.merge(.levels) }
        } catch {
            writer.discard(staged)
            throw error
        }
    }
}

extension FileSystem {
    /// The real one on a disk that needs no patience.
    static let unsynced: FileSystem = {
        var fileSystem = FileSystem.posix
        fileSystem.sync = { _ in }
        fileSystem.syncDirectory = { _ in }
        return fileSystem
    }()
}

/// All that an index answers: what must be the same before and after.
struct Snapshot: Equatable {
    private(set) var callSets: Set<String>
    private(set) var assays: Set<String>
    private(set) var frequencies: [Frequency] = []
    private(set) var carriers: [Set<String>] = []

    init(_ index: VariantIndex, _ variants: [Variant]) throws {
        callSets = []
        assays = Set(index.assays.map { "\($0.number) \($0.name) \($0.targets.count ?? -1)" })
        // A call set that counted twice would make the set smaller than the cohort.
        let cohort = try index.cohort()
        index.forEachCallSet { callSet, origin in callSets.insert("\(callSet.name) \(origin.rawValue)") }
        if callSets.count != cohort.size { callSets.insert("one counts twice") }
        for variant in variants {
            frequencies.append(try index.frequency(of: variant, in: cohort))
            carriers.append(
                Set(
                    try index.carriers(of: variant, in: cohort).map {
                        "\(index.callSet(of: $0).name) \($0.state) \($0.fraction.bitPattern)"
                    }))
        }
    }
}
