internal import GenomeModel

/// The consequences of one variant put together from several places, each once, in the order in which they come.
struct ConsequenceUnion {
    private(set) var entries: [ConsequenceBatch.Entry] = []
    private(set) var text: [UInt8] = []

    mutating func removeAll() {
        entries.removeAll(keepingCapacity: true)
        text.removeAll(keepingCapacity: true)
    }

    /// Adds a consequence whose texts are `coding` and `protein`. With `isNew`, one that is known to be another than all before.
    mutating func add(
        _ entry: ConsequenceBatch.Entry, coding: UnsafeRawBufferPointer, protein: UnsafeRawBufferPointer, isNew: Bool
    ) {
        var entry = entry
        entry.textStart = 0
        entry.codingLength = UInt32(coding.count)
        entry.proteinLength = UInt32(protein.count)
        if !isNew {
            let isThere = entries.contains { known in
                var bare = known
                bare.textStart = 0
                let start = Int(known.textStart)
                let middle = start + coding.count
                return bare == entry && text[start..<middle].elementsEqual(coding)
                    && text[middle..<(middle + protein.count)].elementsEqual(protein)
            }
            if isThere { return }
        }
        entry.textStart = UInt32(text.count)
        text.append(contentsOf: coding)
        text.append(contentsOf: protein)
        entries.append(entry)
    }

    func write(_ key: VariantKey, allele: LongAllele?, to writer: inout AnnotationWriter) throws(StorageError) {
        let result = text.withUnsafeBytes { text in
            Result { () throws(StorageError) in
                try writer.add(key, allele: allele, entries, count: entries.count, text: text)
            }
        }
        try result.get()
    }
}
