import GenomeModel
import TestSupport
import VariantStorage

/// Every way to ask, put to the index and to the oracle.
struct Comparison {
    let index: VariantIndex
    let oracle: Oracle
    let variants: [Variant]

    /// Sentences about answers that differ; empty where none does.
    func differences(seed: UInt64) throws -> [String] {
        var random = SeededGenerator(seed: seed)
        var found: [String] = []
        let names = oracle.live.keys.sorted()
        if index.callSetNames() != Set(names) { found.append("the live call sets differ") }
        for (label, filter) in filters(names, &random) {
            let cohort = try index.cohort(filter)
            let people = oracle.people(filter)
            if cohort.size != people.count { found.append("\(label): size \(cohort.size), expected \(people.count)") }
            found += try points(label, cohort, people)
            found += try walks(label, cohort, people, &random)
        }
        return found
    }

    private func filters(_ names: [String], _ random: inout SeededGenerator) -> [(String, CohortFilter)] {
        var filters: [(String, CohortFilter)] = [("all", CohortFilter())]
        for assay in oracle.assays.keys.sorted() { filters.append((assay, CohortFilter(assay: assay))) }
        for sex in Sex.allCases { filters.append((sex.rawValue, CohortFilter(sex: sex))) }
        for origin in Origin.allCases { filters.append((origin.rawValue, CohortFilter(origin: origin))) }
        filters.append(("some", CohortFilter(names: Set(names.filter { _ in random.chance(0.3) }))))
        if let name = names.first { filters.append(("one", CohortFilter(names: [name]))) }
        filters.append(("nobody", CohortFilter(names: [])))
        filters.append(
            ("mixed", CohortFilter(origin: .germline, assay: "genome", sex: .male, names: Set(names.dropFirst(3)))))
        return filters
    }

    private func points(_ label: String, _ cohort: Cohort, _ people: [Oracle.Person]) throws -> [String] {
        var found: [String] = []
        let segments = Oracle.segments(of: index)
        for variant in variants {
            let answer = try index.frequency(of: variant, in: cohort)
            let expected = oracle.frequency(variant, people, segments)
            if answer != expected { found.append("\(label), \(variant): \(answer), expected \(expected)") }
            let byKey = try index.frequency(
                of: variant.key, reference: Array(variant.reference.utf8)[...], alternate: Array(variant.alternate.utf8)[...],
                in: cohort)
            if byKey != answer { found.append("\(label), \(variant): by key \(byKey), by variant \(answer)") }
            let sum =
                answer.het + answer.hom + answer.hemi + answer.reference + answer.failed + answer.noCall + answer.notCovered
            if sum != answer.cohort { found.append("\(label), \(variant): the classes sum to \(sum)") }

            var carriers: [String: Oracle.Call] = [:]
            for carrier in try index.carriers(of: variant, in: cohort) {
                let name = index.callSet(of: carrier).name
                if carriers[name] != nil { found.append("\(label), \(variant): \(name) twice") }
                carriers[name] = Oracle.Call(state: carrier.state, fraction: Comparison.bits(carrier.fraction))
                if index.origin(of: carrier) != oracle.live[name]?.sample.origin { found.append("\(name): another origin") }
            }
            let known = oracle.carriers(variant, people).mapValues {
                Oracle.Call(state: $0.state, fraction: Comparison.bits(Float(bitPattern: $0.fraction)))
            }
            if carriers != known { found.append("\(label), \(variant): carriers \(carriers), expected \(known)") }
        }
        return found
    }

    private static func bits(_ fraction: Float) -> UInt32 { (fraction.isNaN ? Float.nan : fraction).bitPattern }

    private func walks(
        _ label: String, _ cohort: Cohort, _ people: [Oracle.Person], _ random: inout SeededGenerator
    ) throws -> [String] {
        var found: [String] = []
        let segments = Oracle.segments(of: index)
        var intervals: [Interval?] = [nil]
        for _ in 0..<6 {
            let variant = random.pick(variants)
            // Borders that touch the variant's own first and last base, and beyond.
            let first = max(1, Int(variant.position.value) + random.pick([-200, -1, 0, 1, variant.reference.utf8.count - 1]))
            guard let from = Position(first), let to = Position(first + random.pick([0, 0, 1, 500])) else { continue }
            intervals.append(Interval(contig: variant.contig, first: from, last: to))
        }
        for interval in intervals {
            var seen: [(Variant, Frequency)] = []
            try index.forEachVariant(in: interval, cohort: cohort) { stored, frequency in
                guard let contig = stored.key.contig, let alleles = stored.alleles,
                    let variant = Variant(
                        contig: contig, position: stored.position, reference: alleles.reference,
                        alternate: alleles.alternate)
                else {
                    found.append("\(label): a stored variant has no alleles")
                    return
                }
                if stored.referenceLength != variant.reference.utf8.count { found.append("\(label): length of REF") }
                seen.append((variant, frequency))
            }
            let expected = oracle.walk(interval, people, variants, segments)
            if seen.map(\.0) != expected.map(\.variant) || seen.map(\.1) != expected.map(\.frequency) {
                found.append("\(label): a walk shows \(seen.count) variants, expected \(expected.count)")
            }
        }
        return found
    }
}

extension Oracle {
    /// How the index keeps the call sets: which of them were taken out beside which others.
    static func segments(of index: VariantIndex) -> [Segment] {
        index.segments.map { segment in
            let erased = Set(segment.erased.map(Int.init))
            let names = segment.callSetNames
            return Segment(
                live: names.indices.filter { !erased.contains($0) }.map { names[$0] }, erased: erased.map { names[$0] })
        }
    }
}
