import GenomeModel
import VariantStorage

/// The index's meaning, slow and obvious: one person at a time, one rule a line. Nothing of the store is used here.
struct Oracle: Sendable {
    /// What a person's call set holds of a variant.
    struct Call: Hashable, Sendable {
        var state: CallState
        /// Bits, so that "not a number" equals itself.
        var fraction: UInt32
    }

    struct Person: Sendable {
        let sample: Sample
        /// Calls inside the targets, the larger of several.
        var calls: [Variant: Call] = [:]
    }

    let assembly: Assembly
    let assays: [String: TargetRegions]
    private(set) var live: [String: Person] = [:]
    /// Of each name, the call set that was last taken out.
    private(set) var erased: [String: Person] = [:]

    init(assembly: Assembly, assays: [String: TargetRegions]) {
        self.assembly = assembly
        self.assays = assays
    }

    // MARK: Acts

    mutating func add(_ files: [CallFile]) {
        for file in files {
            for sample in file.samples { live[sample.name] = Person(sample: sample) }
            for row in file.rows {
                for call in row.calls {
                    let sample = file.samples[call.sample]
                    guard isCovered(sample, row.variant) else { continue }
                    let new = Call(
                        state: call.state, fraction: (file.origin == .tumour ? call.fraction : Float.nan).bitPattern)
                    guard let old = live[sample.name]?.calls[row.variant] else {
                        live[sample.name]?.calls[row.variant] = new
                        continue
                    }
                    live[sample.name]?.calls[row.variant] = Oracle.larger(old, new)
                }
            }
        }
    }

    mutating func remove(_ names: [String]) {
        for name in names { erased[name] = live.removeValue(forKey: name) }
    }

    /// Segments have been rewritten: what was forgotten in them while their erased call sets waited is now gone for good.
    mutating func forget(_ before: [Segment], now: [Segment]) {
        let waiting = Set(now.flatMap(\.erased))
        let rewritten = before.filter { !$0.erased.isEmpty && waiting.isDisjoint(with: $0.erased) }
        let remembered = self
        for name in rewritten.flatMap(\.live) {
            guard let person = remembered.live[name] else { continue }
            live[name]?.calls = person.calls.filter { remembered.call(person, $0.key, rewritten) != nil }
        }
    }

    /// The larger state; of equal ones the larger fraction, a number before none.
    static func larger(_ one: Call, _ other: Call) -> Call {
        if one.state != other.state { return one.state > other.state ? one : other }
        let (first, second) = (Float(bitPattern: one.fraction), Float(bitPattern: other.fraction))
        if first.isNaN { return other }
        if second.isNaN { return one }
        return first >= second ? one : other
    }

    // MARK: Rules

    /// How many alleles a person has at the first base of REF (pseudo-autosomal regions as GenBank gives them).
    static func copies(_ assembly: Assembly, _ variant: Variant, _ sex: Sex) -> Int {
        let place = Int(variant.position.value)
        let regions: [ClosedRange<Int>]
        switch (assembly, variant.contig.name) {
        case (.grch38, "X"): regions = [10_001...2_781_479, 155_701_383...156_030_895]
        case (.grch38, "Y"): regions = [10_001...2_781_479, 56_887_903...57_217_415]
        case (.grch37, "X"): regions = [60_001...2_699_520, 154_931_044...155_260_560]
        case (.grch37, "Y"): regions = [10_001...2_649_520, 59_034_050...59_363_566]
        default: return variant.contig.name == "MT" ? 1 : 2
        }
        let isPseudoAutosomal = regions.contains { $0.contains(place) }
        if variant.contig.name == "X" {
            if isPseudoAutosomal || sex == .female { return 2 }
            return sex == .male ? 1 : 0
        }
        if isPseudoAutosomal { return 0 }
        return sex == .male ? 1 : 0
    }

    func isCovered(_ sample: Sample, _ variant: Variant) -> Bool {
        guard Oracle.copies(assembly, variant, sample.sex) > 0 else { return false }
        guard let spans = assays[sample.assay]?.spans else { return true }
        let (first, last) = (variant.position.value, variant.lastPosition)
        return spans[Int(variant.contig.rawValue) - 1].contains { $0.first <= last && first <= $0.last }
    }

    func people(_ filter: CohortFilter) -> [Person] {
        live.values.filter { person in
            let sample = person.sample
            return (filter.origin ?? sample.origin) == sample.origin && (filter.assay ?? sample.assay) == sample.assay
                && (filter.sex ?? sample.sex) == sample.sex && (filter.names?.contains(sample.name) ?? true)
        }
    }
}
