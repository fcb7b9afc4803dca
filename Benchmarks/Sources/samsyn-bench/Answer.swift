import ArgumentParser
import GenomeModel
import VariantStorage

/// Opening, looking up and walking a merged index, warm, in one thread.
struct Answer: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Measures opening, random look-ups with carriers, and regions of a megabase.")

    @OptionGroup var options: BenchOptions
    @Option(help: "Variants to look up.") var lookups = 400_000
    @Option(help: "Regions to ask.") var regions = 101

    func run() throws {
        let directory = options.directory
        try Measure.report(
            "open_ms",
            Measure.median(
                (0..<51).map { _ in
                    try Measure.seconds { _ = try VariantIndex(directory: directory).cohort() } * 1000
                }))
        let index = try VariantIndex(directory: directory)
        let cohort = try index.cohort()
        Measure.report("call_sets", Double(cohort.size))

        var random = SplitMix(state: options.seed)
        let drawn = try Self.draw(lookups, from: index, cohort, &random)
        Measure.report("distinct_variants", Double(drawn.stored))
        // Once to warm the pages and caches, once to measure.
        let (warm, _) = try Self.lookUp(drawn.variants, in: index, cohort)
        let (carriers, times) = try Self.lookUp(drawn.variants, in: index, cohort)
        precondition(warm == carriers && carriers >= drawn.variants.count)
        Measure.report("carriers_per_lookup", Double(carriers) / Double(max(drawn.variants.count, 1)))
        Measure.report("lookup_median_us", Measure.median(times))
        Measure.report("lookup_mean_us", times.reduce(0, +) / Double(max(times.count, 1)))

        let intervals = (0..<regions).compactMap { _ in Self.megabase(&random) }
        var (milliseconds, variants): ([Double], [Double]) = ([], [])
        for round in 0..<2 {
            for interval in intervals {
                var (count, alleles) = (0, 0)
                let seconds = try Measure.seconds {
                    try index.forEachVariant(in: interval, cohort: cohort) { _, frequency in
                        count += 1
                        alleles &+= frequency.ac
                    }
                }
                precondition(alleles >= 0)
                if round == 1 {
                    milliseconds.append(seconds * 1000)
                    variants.append(Double(count))
                }
            }
        }
        Measure.report("region_1mb_ms", Measure.median(milliseconds))
        Measure.report("region_1mb_variants", Measure.median(variants))
        Measure.report("answer_anonymous_mb", Measure.anonymousMegabytes())
    }

    /// So many variants, each stored one as likely as any other. Variants whose alleles are longer than a key holds are
    /// left out: a question for one of them starts from its alleles.
    private static func draw(
        _ count: Int, from index: VariantIndex, _ cohort: Cohort, _ random: inout SplitMix
    ) throws -> (variants: [VariantKey], stored: Int) {
        var (reservoir, seen, stored): ([VariantKey], Int, Int) = ([], 0, 0)
        reservoir.reserveCapacity(count)
        try index.forEachVariant(cohort: cohort) { variant, _ in
            stored += 1
            guard variant.key.isReversible else { return }
            seen += 1
            if reservoir.count < count {
                reservoir.append(variant.key)
            } else {
                let place = Int(random.next() % UInt64(seen))
                if place < count { reservoir[place] = variant.key }
            }
        }
        reservoir.shuffle(using: &random)
        return (reservoir, stored)
    }

    /// Carriers found in all, and the microseconds that each look-up took, reading the clock included.
    private static func lookUp(
        _ keys: [VariantKey], in index: VariantIndex, _ cohort: Cohort
    ) throws -> (carriers: Int, microseconds: [Double]) {
        var found = 0
        var times: [Double] = []
        times.reserveCapacity(keys.count)
        let clock = ContinuousClock()
        for key in keys {
            let start = clock.now
            found += try index.carriers(ofReversible: key, in: cohort).count
            times.append((clock.now - start) / .microseconds(1))
        }
        return (found, times)
    }

    private static func megabase(_ random: inout SplitMix) -> Interval? {
        guard let contig = Contig(rawValue: 20 + UInt8(random.next() % 3)) else { return nil }
        let length = Assembly.grch38.length(of: contig)
        let first = 10_001 + Int(random.next() % UInt64(length - 1_020_000))
        guard let start = Position(first), let end = Position(first + 999_999) else { return nil }
        return Interval(contig: contig, first: start, last: end)
    }
}

/// SplitMix64: the same draws on every machine.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
