import GenomeModel
import TestSupport

/// Different long alleles that share a `VariantKey`, found by search: 30 bits of hash, so some 18 pairs among 200,000.
enum CollidingAlleles {
    struct Pair: Sendable {
        let first: (reference: String, alternate: String)
        let second: (reference: String, alternate: String)
    }

    static let pairs: [Pair] = {
        var random = SeededGenerator(seed: 30)
        var seen: [VariantKey: (reference: String, alternate: String)] = [:]
        var found: [Pair] = []
        while found.count < 4 {
            let alleles = (
                reference: random.letters(Int.random(in: 5...9, using: &random)),
                alternate: random.letters(Int.random(in: 7...9, using: &random))
            )
            guard let variant = Variant(at: 1, Contig.all[0], alleles.reference, alleles.alternate) else { continue }
            if let other = seen[variant.key], other != alleles {
                found.append(Pair(first: other, second: alleles))
            } else if !variant.key.isReversible {
                seen[variant.key] = alleles
            }
        }
        return found
    }()
}

extension Variant {
    init?(at position: Int, _ contig: Contig, _ reference: String, _ alternate: String) {
        guard let position = Position(position) else { return nil }
        self.init(contig: contig, position: position, reference: reference, alternate: alternate)
    }
}
