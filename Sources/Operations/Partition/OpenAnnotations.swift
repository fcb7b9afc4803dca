internal import GenomeModel
internal import Synchronization
internal import VariantStorage

/// The annotation files of a partition that are open for questions: opened anew when the folder on the disk holds others.
package final class OpenAnnotations: Sendable {
    private let held = Mutex<[Assembly: (names: [String], store: AnnotationStore)]>([:])

    init() {}

    /// Cost where nothing has changed: the listing of one folder.
    func store(of assembly: Assembly, in layout: PartitionLayout) throws -> AnnotationStore {
        let directory = layout.annotations(assembly)
        // Files never change, so their names tell.
        let names = listDirectory(directory).sorted()
        if let known = held.withLock({ $0[assembly] }), known.names == names { return known.store }
        let store = try AnnotationStore(directory: directory)
        held.withLock { $0[assembly] = (names, store) }
        return store
    }
}
