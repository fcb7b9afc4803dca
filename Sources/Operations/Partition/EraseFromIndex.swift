internal import GenomeModel
internal import Records
internal import VariantStorage

/// Takes out of the indexes what the records do not count: call sets that were ended, replaced or never recorded. With their bytes.
struct EraseFromIndex {
    let partition: Partition
    /// Whoever is writing to an index leaves that one out.
    var assemblies = Assembly.allCases

    /// The names that were taken out.
    @discardableResult
    func run() throws -> [String] {
        let counted = try partition.records.indexedCallSets()
        var erased: [String] = []
        for assembly in assemblies {
            guard let index = try partition.index(assembly) else { continue }
            let surplus = index.callSetNames().subtracting(counted[assembly] ?? [])
            // Opened in any case: that clears away the files that an interrupted commit left, and theirs may be among them.
            let writer = try partition.indexWriter(assembly)
            if !surplus.isEmpty { try writer.commit(adding: [], erasing: surplus.sorted()) }
            try ForgetConsequences.run(partition, assembly, try writer.read())
            try writer.merge(.erasures)
            erased += surplus
        }
        return erased.sorted()
    }
}
