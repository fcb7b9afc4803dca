internal import GenomeModel
internal import Glibc
internal import VariantStorage

/// Looks for the same person under two names, and for two people under one. It warns, and decides nothing.
///
/// A set of common variants taken from the call set itself: heterozygous, passing, on autosomes and far apart, so that each tells
/// something of its own. Another person shares a heterozygous call with probability 2pq, at most one half whatever the frequency p,
/// a parent or a child likewise; the same person shares nearly all. So with n variants, of which k are shared, the
/// chance that somebody else does it is at most the binomial tail P(X ≥ k | n, ½), and under `chance` it is said. No list of markers and no
/// population frequency is needed, and any two assays that overlap can be compared.
struct SamePersonCheck {
    /// Bases between two variants of the set: beyond the reach of nearly all linkage.
    static let spacing: UInt32 = 500_000
    static let setSize = 200
    /// For each pair. With 12,000 call sets in a region it makes one false warning in 80,000 submissions.
    static let chance = 1e-9
    /// Shared less than this, two call sets of one person are not of one person; relatives share about half.
    static let sameAtLeast = 0.7

    let index: VariantIndex
    let callSet: String
    let assay: TargetRegions

    /// What another call set shares with this one.
    struct Likeness: Hashable, Sendable {
        let callSet: String
        let compared: Int
        let shared: Int

        var isSamePerson: Bool {
            Double(shared) >= 0.9 * Double(compared) && SamePersonCheck.tail(compared, shared) < SamePersonCheck.chance
        }

        /// Enough was compared to tell that it is somebody else.
        var isDifferentPerson: Bool {
            compared >= 30 && Double(shared) < SamePersonCheck.sameAtLeast * Double(compared)
        }
    }

    /// Every germline call set that can be compared, with what it shares. Cost: the call set's variants once (for a genome, a
    /// window in every `spacing` bases), and one look-up for each variant of the set.
    func run() throws -> [Likeness] {
        let own = try index.cohort(CohortFilter(origin: .germline, names: [callSet]))
        guard own.size == 1 else { return [] }
        let variants = try commonVariants(own)
        let all = try index.cohort(CohortFilter(origin: .germline))
        var shared: [String: Int] = [:]
        for variant in variants {
            for carrier in try index.carriers(ofReversible: variant, in: all) where carrier.state == .heterozygous {
                shared[index.callSet(of: carrier).name, default: 0] += 1
            }
        }
        // How many of the set each assay covers: that many could have been shared.
        var covered: [UInt32: Int] = [:]
        for assay in index.assays {
            covered[assay.number] = variants.count { key in
                key.contig.map { assay.targets.overlaps($0, first: key.position.value, last: key.position.value) } ?? false
            }
        }
        var found: [Likeness] = []
        index.forEachCallSet { other, origin in
            guard origin == .germline, other.name != callSet, let compared = covered[other.assay], compared > 0 else { return }
            found.append(Likeness(callSet: other.name, compared: compared, shared: shared[other.name] ?? 0))
        }
        return found
    }

    private func commonVariants(_ own: Cohort) throws -> [VariantKey] {
        var variants: [VariantKey] = []
        for contig in Contig.all where contig.rawValue <= 22 {
            var next: UInt32 = 0
            func take(_ variant: StoredVariant, _ frequency: Frequency) {
                guard frequency.het == 1, variant.key.isReversible, variant.position.value >= next else { return }
                variants.append(variant.key)
                next = variant.position.value + SamePersonCheck.spacing
            }
            if assay.spans == nil {
                // A genome has a heterozygous variant in nearly every 20 kb; reading all of it would cost as much as merging it.
                var first: UInt32 = 1_000_000
                let length = UInt32(index.assembly.length(of: contig))
                while first + 20_000 < length {
                    if let interval = interval(contig, first, first + 20_000) {
                        try index.forEachVariant(in: interval, cohort: own, take)
                    }
                    first += 14_000_000
                }
            } else if let interval = interval(contig, 1, UInt32(index.assembly.length(of: contig))) {
                try index.forEachVariant(in: interval, cohort: own, take)
            }
        }
        // Thinned evenly, so that no chromosome decides alone.
        guard variants.count > SamePersonCheck.setSize else { return variants }
        let step = Double(variants.count) / Double(SamePersonCheck.setSize)
        return (0..<SamePersonCheck.setSize).map { variants[Int(Double($0) * step)] }
    }

    private func interval(_ contig: Contig, _ first: UInt32, _ last: UInt32) -> Interval? {
        guard let first = Position(Int(first)), let last = Position(Int(last)) else { return nil }
        return Interval(contig: contig, first: first, last: last)
    }

    /// P(X ≥ k) for n throws of a fair coin.
    static func tail(_ n: Int, _ k: Int) -> Double {
        guard k > 0 else { return 1 }
        guard k <= n else { return 0 }
        // C(n, k) / 2^n, kept in logarithms of two so that n may be large; then the ratio of neighbouring terms.
        var logarithm = -Double(n)
        for i in 0..<(n - k) { logarithm += log2(Double(n - i)) - log2(Double(n - k - i)) }
        var term = exp2(logarithm)
        var sum = 0.0
        for i in k...n {
            sum += term
            term *= Double(n - i) / Double(i + 1)
        }
        return sum
    }
}
