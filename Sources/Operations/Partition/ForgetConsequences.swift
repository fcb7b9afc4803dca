internal import GenomeModel
internal import VariantStorage

/// Takes out of the annotation files what nobody carries any more, once call sets have stopped counting and before the index forgets that
/// they were there.
///
/// The erasures that wait in the index's manifest are the mark by which a crash in between is found: as long as they are there this is done
/// again. Cost: every annotation file is written anew, and each of its variants looked up.
struct ForgetConsequences {
    let index: VariantIndex
    let writer: AnnotationStoreWriter

    /// For whoever has no annotation writer open. Nothing where nothing was ever annotated.
    static func run(_ partition: Partition, _ assembly: Assembly, _ index: VariantIndex) throws {
        guard !listDirectory(partition.layout.annotations(assembly)).isEmpty else { return }
        // Opened in any case: that clears away the drafts that an interrupted submission left.
        try ForgetConsequences(index: index, writer: partition.annotationWriter(assembly)).run()
    }

    func run() throws(StorageError) {
        guard index.hasErasuresWaiting else { return }
        for version in try AnnotationStore(directory: writer.directory).versions {
            var damage: StorageError?
            try writer.merge(version, .everything) { key, reference, alternate in
                do throws(StorageError) {
                    return try index.isCarried(key, reference: reference, alternate: alternate)
                } catch {
                    damage = error
                    return true
                }
            }
            if let damage { throw damage }
        }
    }
}
