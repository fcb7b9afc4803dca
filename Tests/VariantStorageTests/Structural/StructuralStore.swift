import GenomeModel
import TestSupport
import VariantStorage

/// Puts made-up people into an index, each with an empty segment of small variants.
extension IndexWriter {
    /// Adds `people` in groups of `together` a segment.
    func add(_ people: [GeneratedEvents.Person], together: Int = 1, erasing: [String] = []) throws {
        var staged: [StagedSegment] = []
        do {
            for origin in Origin.allCases {
                let members = people.filter { $0.origin == origin }
                for start in stride(from: 0, to: members.count, by: together) {
                    staged += try stage(Array(members[start..<min(start + together, members.count)]), origin)
                }
            }
            try commit(adding: staged, erasing: erasing)
        } catch {
            discard(staged)
            throw error
        }
    }

    func stage(_ people: [GeneratedEvents.Person], _ origin: Origin) throws -> [StagedSegment] {
        let index = try read()
        let callSets = try people.map { person in
            guard let assay = index.assay(named: person.assay) else { throw StorageError(.assayUnknown, place: "") }
            return StoredCallSet(name: person.name, sex: person.sex, assay: assay.number)
        }
        let variants = try beginSegment(callSets: callSets, origin: origin, index: index)
        var staged = [try variants.finish()]
        var events = try beginStructuralSegment(callSets: callSets, origin: origin, index: index)
        for (number, person) in people.enumerated() {
            try events.append(
                person.calls.map {
                    StructuralCall(event: $0.event, callSet: UInt32(number), state: $0.state, fraction: $0.fraction)
                })
        }
        do {
            staged.append(try events.finish())
        } catch {
            discard(staged)
            throw error
        }
        return staged
    }
}

/// An index of made-up people in a directory of its own.
struct StructuralStore {
    let scratch: ScratchDirectory
    let writer: IndexWriter

    init(_ assays: [String: TargetRegions]) throws {
        scratch = try ScratchDirectory()
        try IndexWriter.create(directory: scratch.index, assembly: .grch38, reference: nil, fileSystem: .unsynced)
        writer = try IndexWriter(directory: scratch.index, fileSystem: .unsynced)
        for (name, targets) in assays.sorted(by: { $0.key < $1.key }) { try writer.defineAssay(name, targets: targets) }
    }
}

/// All that an index answers of structural events: what must be the same before and after.
struct StructuralAnswers: Equatable {
    private(set) var frequencies: [Frequency]
    private(set) var carriers: [[String]] = []
    private(set) var groups: [StructuralGroup]

    init(_ index: VariantIndex, _ questions: [StructuralEvent]) throws {
        let cohort = try index.structuralCohort(try index.cohort())
        frequencies = try index.frequencies(of: questions, in: cohort)
        for question in questions {
            carriers.append(
                try index.carriers(of: question, in: cohort).map {
                    "\($0.callSet.name) \($0.origin) \($0.state) \($0.fraction.bitPattern) \($0.event)"
                })
        }
        groups = try index.structuralGroups(cohort: cohort)
    }
}
