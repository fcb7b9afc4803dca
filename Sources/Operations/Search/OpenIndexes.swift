internal import GenomeModel
internal import Questions
internal import Records
internal import Synchronization
internal import VariantStorage

/// An index that questions are answered from, as it stands in one manifest, with its call sets by the rows of a snapshot.
final class OpenIndex: Sendable {
    let index: VariantIndex
    /// Every live call set.
    let everyone: Cohort
    /// The same for structural events.
    let everyoneStructural: StructuralCohort
    /// Another for every state.
    let number: Int
    fileprivate let manifest: Manifest
    private let rows = Mutex<(changeCounter: Int, rows: [[Int32]])?>(nil)

    fileprivate init(index: VariantIndex, manifest: Manifest, number: Int) throws {
        self.index = index
        self.manifest = manifest
        self.number = number
        everyone = try index.cohort()
        everyoneStructural = try index.structuralCohort(everyone)
    }

    /// By segment and place in it: the snapshot's row of a call set; -1 where it has none, or the call set no longer counts.
    func rows(of snapshot: CohortSnapshot) -> [[Int32]] {
        let counter = snapshot.facts.changeCounter
        if let known = rows.withLock({ $0 }), known.changeCounter == counter { return known.rows }
        let found = index.segments.map { live in
            let erased = Set(live.erased)
            return live.callSetNames.enumerated().map { ordinal, name in
                erased.contains(UInt32(ordinal)) ? -1 : Int32(snapshot.rowOfName[name] ?? -1)
            }
        }
        rows.withLock { $0 = (counter, found) }
        return found
    }

    /// The call sets that stand in `rows`.
    func cohort(_ set: RowSet, _ rows: [[Int32]]) -> Cohort {
        index.cohort { segment, ordinal in set.contains(Int(rows[segment][ordinal])) }
    }
}

/// The indexes of a partition that are open for questions: opened anew when the manifest on the disk says something else.
package final class OpenIndexes: Sendable {
    private let held = Mutex<(count: Int, open: [Assembly: OpenIndex])>((0, [:]))

    init() {}

    /// Nil before the first call set of the assembly. Cost where nothing has changed: the reading of one small file.
    func index(_ assembly: Assembly, in layout: PartitionLayout) throws -> OpenIndex? {
        let directory = layout.index(assembly)
        let manifest: Manifest
        do throws(StorageError) {
            manifest = try VariantIndex.readManifest(directory)
        } catch {
            if error.code == .notAnIndex { return nil }
            throw error
        }
        if let known = held.withLock({ $0.open[assembly] }), known.manifest == manifest { return known }
        let number = held.withLock { held in
            held.count += 1
            return held.count
        }
        let opened = try OpenIndex(index: try VariantIndex(directory: directory), manifest: manifest, number: number)
        held.withLock { $0.open[assembly] = opened }
        return opened
    }
}
