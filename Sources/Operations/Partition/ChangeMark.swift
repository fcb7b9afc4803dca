internal import VariantStorage

/// A file that stands while a partition is being changed. Found at opening, it says that a change was interrupted.
///
/// It is a hint that saves looking, and need not survive a loss of power: what was interrupted shows in the records too, and
/// `partition verify` always looks.
struct ChangeMark {
    private let partition: Partition
    private let path: String

    init(_ partition: Partition) {
        self.partition = partition
        path = partition.layout.directory + "/CHANGING"
    }

    var isSet: Bool { fileLength(path) != nil }

    func set() throws { partition.fileSystem.close(try partition.fileSystem.create(path)) }

    func clear() throws { try partition.fileSystem.remove(path) }
}

extension Partition {
    /// Does a change alone: waits until nobody else changes the partition, and leaves the mark standing where it throws.
    func changing<Result>(_ change: () async throws -> Result) async throws -> Result {
        let lock = try await PartitionLock.acquire(layout)
        defer { withExtendedLifetime(lock) {} }
        let mark = ChangeMark(self)
        // Somebody else may have been interrupted since this process looked.
        if mark.isSet { try await ReconcilePartition(partition: self).finish() }
        try mark.set()
        let result = try await change()
        try mark.clear()
        return result
    }
}
