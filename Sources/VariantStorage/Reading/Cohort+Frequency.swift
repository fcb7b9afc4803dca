internal import GenomeModel

extension Cohort {
    /// What is known where nothing is stored: how many call sets were covered, and how many alleles they have there.
    struct Coverage {
        var callSets = 0
        var alleles = 0
        /// Alleles of one covered call set; where the sexes differ, `male` and `female` differ.
        var female = 0
        var male = 0
    }

    /// Coverage of the REF span that begins at `position`. Cost: a binary search an assay.
    func coverage(
        _ assembly: Assembly, _ contig: Contig, _ position: Position, referenceLength: Int
    ) -> Coverage {
        var coverage = Coverage()
        coverage.female = Ploidy.alleles(assembly, contig, position, .female)
        coverage.male = Ploidy.alleles(assembly, contig, position, .male)
        let unknown = Ploidy.alleles(assembly, contig, position, .unknown)
        let last = position.value &+ UInt32(truncatingIfNeeded: referenceLength) &- 1
        for part in parts where part.targets.overlaps(contig, first: position.value, last: last) {
            if coverage.female > 0 { coverage.callSets += part.female }
            if coverage.male > 0 { coverage.callSets += part.male }
            if unknown > 0 { coverage.callSets += part.unknown }
            coverage.alleles += part.female * coverage.female + part.male * coverage.male + part.unknown * unknown
        }
        return coverage
    }

    /// The frequency from what is stored and what could have been seen.
    ///
    /// Every covered call set brings its alleles to AN; a failed or missing call takes all of its own back, a
    /// hemizygous call or half a reference all but one.
    func frequency(_ tally: StateTally, _ coverage: Coverage) -> Frequency {
        var frequency = Frequency()
        frequency.cohort = size
        frequency.het = tally[.heterozygous]
        frequency.hom = tally[.homozygous]
        frequency.hemi = tally[.hemizygous]
        frequency.noCall = tally[.noCall]
        frequency.failed =
            tally[.failedOther] + tally[.failedHemizygous] + tally[.failedHeterozygous] + tally[.failedHomozygous]
        frequency.ac = frequency.het + 2 * frequency.hom + frequency.hemi
        frequency.notCovered = size - coverage.callSets
        frequency.reference =
            coverage.callSets - frequency.het - frequency.hom - frequency.hemi - frequency.noCall - frequency.failed
        var lost = 0
        for state in [CallState.failedOther, .failedHemizygous, .failedHeterozygous, .failedHomozygous, .noCall] {
            lost += alleles(tally, state, coverage)
        }
        for state in [CallState.hemizygous, .halfReference] { lost += alleles(tally, state, coverage) - tally[state] }
        frequency.an = coverage.alleles - lost
        return frequency
    }

    /// The alleles that the call sets in `state` would have brought.
    @inline(__always)
    private func alleles(_ tally: StateTally, _ state: CallState, _ coverage: Coverage) -> Int {
        let count = tally[state]
        if count == 0 { return 0 }
        // Only on X outside the pseudo-autosomal regions do both sexes have alleles, and not as many.
        if coverage.male == coverage.female || coverage.male == 0 { return count * coverage.female }
        if coverage.female == 0 { return count * coverage.male }
        let females = tally.females(state)
        return females * coverage.female + (count - females) * coverage.male
    }
}

extension Cohort.Coverage {
    /// Whether states must be counted by sex here.
    var needsSexes: Bool { male != female && male > 0 && female > 0 }
}
