import GenomeModel

/// Made-up bases of the length that MT has in both assemblies, so that a reference of nothing else passes the check.
struct SyntheticMitochondrion {
    static let length = 16_569
    let bases: [UInt8]

    init(seed: UInt64, length: Int = SyntheticMitochondrion.length) {
        var generator = SplitMix64(state: seed)
        // Runs of one base, so that insertions and deletions have somewhere to shift to.
        var bases: [UInt8] = []
        while bases.count < length {
            let letter = Array("ACGT".utf8)[generator.below(4)]
            let run = generator.below(4) == 0 ? 1 + generator.below(7) : 1
            bases += [UInt8](repeating: letter, count: min(run, length - bases.count))
        }
        self.bases = bases
    }

    /// FASTA with `width` bases a line; soft-masked here and there where asked.
    func fasta(name: String, width: Int, isMasked: Bool = false) -> String {
        var lines = ">\(name) made up\n"
        for start in stride(from: 0, to: bases.count, by: width) {
            let line = String(decoding: bases[start..<min(start + width, bases.count)], as: UTF8.self)
            lines += (isMasked && start / width % 3 == 1 ? line.lowercased() : line) + "\n"
        }
        return lines
    }

    /// The bases in memory: what the file is compared with.
    var reference: ReferenceSequence {
        let bases = bases
        return ReferenceSequence { _, first, count in
            let start = Int(first.value) - 1
            return start >= bases.count ? [] : Array(bases[start..<min(start + count, bases.count)])
        }
    }
}

/// Steele, Lea & Flood 2014 (doi:10.1145/2714064.2660195): seeded, so that a failure comes again.
struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &self) }
}
