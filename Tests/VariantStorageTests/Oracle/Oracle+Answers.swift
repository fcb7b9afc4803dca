import GenomeModel
import VariantStorage

extension Oracle {
    /// Who is stored with whom: a variant whose segment had a carrier that was taken out, and has none that is live, is
    /// forgotten in that segment with all that others say of it.
    struct Segment: Sendable {
        let live: [String]
        let erased: [String]
    }

    /// What a live call set says of a variant, as far as it is remembered.
    func call(_ person: Person, _ variant: Variant, _ segments: [Segment]) -> Call? {
        guard let call = person.calls[variant] else { return nil }
        guard let segment = segments.first(where: { $0.live.contains(person.sample.name) }) else { return call }
        func carries(_ person: Person?) -> Bool { person?.calls[variant]?.state.isCarrier ?? false }
        let wasCarried = segment.erased.contains { carries(erased[$0]) }
        let isCarried = segment.live.contains { carries(live[$0]) }
        return wasCarried && !isCarried ? nil : call
    }

    func frequency(_ variant: Variant, _ people: [Person], _ segments: [Segment]) -> Frequency {
        var frequency = Frequency()
        for person in people {
            frequency.cohort += 1
            guard isCovered(person.sample, variant) else {
                frequency.notCovered += 1
                continue
            }
            let copies = Oracle.copies(assembly, variant, person.sample.sex)
            switch call(person, variant, segments)?.state {
            case nil:
                frequency.reference += 1
                frequency.an += copies
            case .halfReference?:
                frequency.reference += 1
                frequency.an += 1
            case .noCall?:
                frequency.noCall += 1
            case .failedOther?, .failedHemizygous?, .failedHeterozygous?, .failedHomozygous?:
                frequency.failed += 1
            case .hemizygous?:
                frequency.hemi += 1
                frequency.ac += 1
                frequency.an += 1
            case .heterozygous?:
                frequency.het += 1
                frequency.ac += 1
                frequency.an += copies
            case .homozygous?:
                frequency.hom += 1
                frequency.ac += 2
                frequency.an += copies
            }
        }
        return frequency
    }

    /// Name, state and fraction of each that has the allele, passing or failed.
    func carriers(_ variant: Variant, _ people: [Person]) -> [String: Call] {
        var carriers: [String: Call] = [:]
        for person in people {
            if let call = person.calls[variant], call.state.isCarrier { carriers[person.sample.name] = call }
        }
        return carriers
    }

    /// What a walk shows: the variants of which somebody asked says something, in order.
    func walk(
        _ interval: Interval?, _ people: [Person], _ variants: [Variant], _ segments: [Segment]
    ) -> [(variant: Variant, frequency: Frequency)] {
        variants.sorted().compactMap { variant in
            if let interval {
                guard variant.contig == interval.contig, variant.position <= interval.last,
                    variant.lastPosition >= interval.first.value
                else { return nil }
            }
            guard people.contains(where: { call($0, variant, segments) != nil }) else { return nil }
            return (variant, frequency(variant, people, segments))
        }
    }
}
