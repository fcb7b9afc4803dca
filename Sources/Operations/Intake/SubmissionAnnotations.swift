internal import GenomeModel
internal import Synchronization
internal import VariantStorage

/// The annotation files of one assembly while a submission is taken in: opened for writing when the first of its files turns out to bring
/// consequences, or when what they say has to be forgotten.
final class SubmissionAnnotations: Sendable {
    private let partition: Partition
    private let assembly: Assembly
    private let opened = Mutex<AnnotationStoreWriter?>(nil)

    init(partition: Partition, assembly: Assembly) {
        self.partition = partition
        self.assembly = assembly
    }

    func writer() throws(StorageError) -> AnnotationStoreWriter {
        try opened.withLock { (opened) throws(StorageError) -> AnnotationStoreWriter in
            if let opened { return opened }
            let writer = try partition.annotationWriter(assembly)
            opened = writer
            return writer
        }
    }

    func commit(_ staged: [StagedAnnotation]) throws(StorageError) {
        guard !staged.isEmpty else { return }
        let writer = try writer()
        for annotation in staged { try writer.commit(annotation) }
    }

    func discard(_ staged: [StagedAnnotation]) {
        guard let writer = opened.withLock({ $0 }) else { return }
        staged.forEach(writer.discard)
    }

    /// What was added becomes one with what came lately; and where call sets have stopped counting, what is said of variants that
    /// nobody else carries goes before the index forgets them.
    func merge(_ staged: [StagedAnnotation], _ index: VariantIndex) throws(StorageError) {
        let isAnnotated = !listDirectory(partition.layout.annotations(assembly)).isEmpty
        if index.hasErasuresWaiting, isAnnotated {
            try ForgetConsequences(index: index, writer: try writer()).run()
        } else {
            for version in Set(staged.map(\.source)) { try writer().merge(version) }
        }
    }
}
