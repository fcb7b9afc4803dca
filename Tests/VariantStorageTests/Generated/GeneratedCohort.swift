import GenomeModel
import TestSupport
import VariantStorage

/// Call sets as a hospital has them: panels, exomes and genomes with targets of their own, all sexes, both origins, on
/// places that are hard: borders of the pseudo-autosomal regions, X, Y, MT, long and colliding alleles, borders of targets.
struct GeneratedCohort: Sendable {
    let assembly: Assembly
    let assays: [String: TargetRegions]
    let files: [CallFile]
    /// Of the files, and as many again that nobody has.
    let variants: [Variant]

    init(
        seed: UInt64, assembly: Assembly = .grch38, files count: Int = 12, samplesAFile: ClosedRange<Int> = 1...6,
        sites: Int = 60, prefix: String = "patient"
    ) {
        var random = SeededGenerator(seed: seed)
        self.assembly = assembly
        let variants = GeneratedCohort.variants(sites: sites, assembly, &random)
        let assays = GeneratedCohort.assays(variants, &random)
        let assayNames = assays.keys.sorted()
        let carried = variants.filter { _ in random.chance(0.7) }
        let frequencies = carried.map { _ in random.chance(0.2) ? Double.random(in: 0.3...0.9, using: &random) : 0.04 }
        var files: [CallFile] = []
        var number = 0
        for _ in 0..<count {
            let origin: Origin = random.chance(0.3) ? .tumour : .germline
            let samples = (0..<Int.random(in: samplesAFile, using: &random)).map { _ in
                number += 1
                return Sample(
                    // As long as each other, so that none begins another.
                    name: "\(prefix)-\(10_000 + number)", sex: random.pick(Sex.allCases), assay: random.pick(assayNames),
                    origin: origin)
            }
            files.append(GeneratedCohort.file(samples, carried, frequencies, assembly, &random))
        }
        self.assays = assays
        self.files = files
        self.variants = variants
    }

    /// The same people with other calls.
    func reanalysis(of names: Set<String>, seed: UInt64) -> [CallFile] {
        var random = SeededGenerator(seed: seed)
        let carried = variants.filter { _ in random.chance(0.5) }
        let frequencies = carried.map { _ in 0.2 }
        return files.compactMap { file in
            let samples = file.samples.filter { names.contains($0.name) }
            return samples.isEmpty ? nil : GeneratedCohort.file(samples, carried, frequencies, assembly, &random)
        }
    }

    private static func file(
        _ samples: [Sample], _ variants: [Variant], _ frequencies: [Double], _ assembly: Assembly,
        _ random: inout SeededGenerator
    ) -> CallFile {
        var rows: [CallFile.Row] = []
        for (variant, frequency) in zip(variants, frequencies) {
            // Now and then a variant stands in two records, which need not agree.
            for _ in 0..<(random.chance(0.06) ? 2 : 1) {
                var calls: [CallFile.Call] = []
                for (index, sample) in samples.enumerated() where random.chance(frequency) {
                    let copies = Oracle.copies(assembly, variant, sample.sex)
                    calls.append(
                        CallFile.Call(
                            sample: index, state: state(copies, &random),
                            fraction: random.chance(0.2) ? .nan : Float.random(in: 0...1, using: &random)))
                }
                // A multi-sample file has rows of which none of the asked samples says anything.
                if !calls.isEmpty || random.chance(0.1) { rows.append(CallFile.Row(variant: variant, calls: calls)) }
            }
        }
        if random.chance(0.5) { rows.shuffle(using: &random) } else { rows.sort { $0.variant < $1.variant } }
        return CallFile(samples: samples, rows: rows)
    }

    private static func state(_ copies: Int, _ random: inout SeededGenerator) -> CallState {
        let usual: [CallState] =
            copies == 1 ? [.hemizygous, .hemizygous, .heterozygous] : [.heterozygous, .heterozygous, .homozygous, .hemizygous]
        let rare: [CallState] =
            copies == 1
            ? [.failedOther, .noCall, .halfReference, .failedHemizygous, .failedHeterozygous]
            : [.failedOther, .noCall, .halfReference, .failedHemizygous, .failedHeterozygous, .failedHomozygous]
        return random.pick(random.chance(0.6) ? usual : rare)
    }

    // MARK: Places

    /// First bases of places where something changes: the borders of the pseudo-autosomal regions on both sides.
    private static func borders(_ assembly: Assembly) -> [(Contig, Int)] {
        let edges: [(Contig, [Int])] =
            assembly == .grch38
            ? [
                (.x, [10_001, 2_781_479, 155_701_383, 156_030_895]), (.y, [10_001, 2_781_479, 56_887_903, 57_217_415]),
            ]
            : [(.x, [60_001, 2_699_520, 154_931_044, 155_260_560]), (.y, [10_001, 2_649_520, 59_034_050, 59_363_566])]
        return edges.flatMap { contig, places in places.flatMap { place in (-1...1).map { (contig, place + $0) } } }
    }

    private static func variants(sites: Int, _ assembly: Assembly, _ random: inout SeededGenerator) -> [Variant] {
        var places = borders(assembly)
        for _ in 0..<sites {
            let contig = random.pick([Contig.all[0], Contig.all[0], Contig.all[16], .x, .y, .mt])
            let range =
                contig == .mt ? 1...16_000 : contig == .x || contig == .y ? 5_000_000...5_000_400 : 1_000_000...1_001_500
            places.append((contig, Int.random(in: range, using: &random)))
        }
        var variants = Set<Variant>()
        for (contig, place) in places {
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                if let variant = alleles(at: place, contig, &random) { variants.insert(variant) }
            }
        }
        for (index, pair) in CollidingAlleles.pairs.enumerated() {
            for (reference, alternate) in [pair.first, pair.second] {
                let contig = index == 3 ? Contig.x : Contig.all[0]
                let place = index == 3 ? 5_000_200 : 1_000_500 + index
                if let variant = Variant(at: place, contig, reference, alternate) { variants.insert(variant) }
            }
        }
        return variants.sorted()
    }

    private static func alleles(at place: Int, _ contig: Contig, _ random: inout SeededGenerator) -> Variant? {
        switch Int.random(in: 0..<10, using: &random) {
        case 0..<5: return Variant(at: place, contig, random.letters(1), random.letters(1))
        case 5: return Variant(at: place, contig, random.letters(Int.random(in: 2...6, using: &random)), random.letters(1))
        case 6: return Variant(at: place, contig, random.letters(1), random.letters(Int.random(in: 2...10, using: &random)))
        case 7: return Variant(at: place, contig, random.letters(Int.random(in: 20...300, using: &random)), random.letters(1))
        case 8: return Variant(at: place, contig, random.letters(1), random.letters(Int.random(in: 11...80, using: &random)))
        // N has no two-bit code, so this short allele is hashed.
        default: return Variant(at: place, contig, "N", random.letters(1))
        }
    }

    private static func assays(_ variants: [Variant], _ random: inout SeededGenerator) -> [String: TargetRegions] {
        func targets(_ share: Double) -> TargetRegions {
            TargetRegions(
                merging: variants.filter { _ in random.chance(share) }.compactMap { variant in
                    // Some targets begin or end exactly at a variant, some inside its REF.
                    let place = Int(variant.position.value)
                    let first = place + random.pick([-20, -1, 0, 0, 1])
                    guard let from = Position(max(1, first)), let to = Position(max(1, first) + random.pick([0, 1, 30])) else {
                        return nil
                    }
                    return Interval(contig: variant.contig, first: from, last: to)
                })
        }
        return ["genome": .genome, "exome": targets(0.5), "panel": targets(0.1), "panel 2": targets(0.1)]
    }
}
