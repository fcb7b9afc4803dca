extension StructuralEvent {
    /// How many copies a person of a sex has where the event lies: by its first breakpoint, and none where either lies on a
    /// stretch that the person does not have (`Ploidy.alleles`).
    public func copiesExpected(of sex: Sex, _ assembly: Assembly) -> Int {
        let copies = Ploidy.alleles(assembly, first.contig, first.position, sex)
        guard copies > 0, Ploidy.alleles(assembly, second.contig, second.position, sex) > 0 else { return 0 }
        return copies
    }
}
