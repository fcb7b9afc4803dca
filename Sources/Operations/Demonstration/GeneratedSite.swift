internal import GenomeModel

/// A place where generated people differ, and how often the alternate allele is met.
struct GeneratedSite: Sendable {
    let variant: Variant
    /// 0–1.
    let frequency: Double
}

/// The places of an assay where generated people differ.
///
/// The genes are real, and what lies in them is made up: positions, alleles and frequencies come from a generator whose
/// seed is the gene's own name. A gene therefore has the same sites in every assay and in every run, and REF is no
/// base of the real genome. Frequencies are drawn evenly over their logarithm, from 1 to 95 %.
struct SiteCatalogue: Sendable {
    /// Ascending and at least 64 bases apart.
    let sites: [GeneratedSite]
    let targets: [GeneTarget]
    private let taken: Set<Int>

    /// At most this many sites a gene, and one for 400 bases in short ones.
    private static let sitesPerGene = 8...13

    init(targets: [GeneTarget]) {
        var sites: [GeneratedSite] = []
        var taken = Set<Int>()
        // What is known to be there keeps its place.
        for known in KnownVariant.all {
            taken.insert(SiteCatalogue.cell(known.variant.contig, Int(known.variant.position.value)))
        }
        for target in targets {
            var random = SeededNumbers(seed: 20_260, part: target.gene)
            let count = min(random.number(SiteCatalogue.sitesPerGene), target.length / 400)
            for _ in 0..<count {
                let position = random.number(target.first...target.last)
                let frequency = 0.01 * SiteCatalogue.power(95, random.share())
                let variant = SiteCatalogue.variant(target.contig, position, &random)
                if let variant, SiteCatalogue.take(variant, &taken) {
                    sites.append(GeneratedSite(variant: variant, frequency: frequency))
                }
            }
        }
        self.sites = sites.map { ($0.variant.key, $0) }.sorted { $0.0 < $1.0 }.map(\.1)
        self.targets = targets
        self.taken = taken
    }

    /// `count` places that nobody else has.
    func privateVariants(_ count: Int, _ random: inout SeededNumbers) -> [Variant] {
        var (found, taken): ([Variant], Set<Int>) = ([], taken)
        while found.count < count, let target = random.pick(targets) {
            let position = random.number(target.first...target.last)
            if let variant = SiteCatalogue.variant(target.contig, position, &random), SiteCatalogue.take(variant, &taken) {
                found.append(variant)
            }
        }
        return found
    }

    /// The sites and `variants` that nobody has by chance, in order.
    func sites(with variants: [Variant]) -> [GeneratedSite] {
        func place(_ variant: Variant) -> Int { Int(variant.contig.rawValue) << 32 | Int(variant.position.value) }
        var rest = variants.sorted { place($0) < place($1) }[...]
        var merged: [GeneratedSite] = []
        merged.reserveCapacity(sites.count + variants.count)
        for site in sites {
            while let next = rest.first, place(next) < place(site.variant) {
                merged.append(GeneratedSite(variant: next, frequency: 0))
                rest.removeFirst()
            }
            merged.append(site)
        }
        return merged + rest.map { GeneratedSite(variant: $0, frequency: 0) }
    }

    func covers(_ variant: Variant) -> Bool {
        targets.contains { $0.contig == variant.contig && ($0.first...$0.last).contains(Int(variant.position.value)) }
    }

    /// One substitution in nine of ten, else an insertion or a deletion of one to four bases.
    private static func variant(_ contig: Contig, _ position: Int, _ random: inout SeededNumbers) -> Variant? {
        func bases(_ count: Int) -> String {
            (0..<count).reduce("") { text, _ in text + (random.pick(["A", "C", "G", "T"]) ?? "A") }
        }
        let first = bases(1)
        let (reference, alternate): (String, String)
        switch random.number(0...19) {
        case 0: (reference, alternate) = (first, first + bases(random.number(1...4)))
        case 1: (reference, alternate) = (first + bases(random.number(1...4)), first)
        default:
            let other = [
                "A": ["G", "G", "C", "T"], "C": ["T", "T", "A", "G"], "G": ["A", "A", "C", "T"], "T": ["C", "C", "A", "G"],
            ]
            (reference, alternate) = (first, random.pick(other[first] ?? []) ?? "N")
        }
        return Position(position).flatMap { Variant(contig: contig, position: $0, reference: reference, alternate: alternate) }
    }

    private static func cell(_ contig: Contig, _ position: Int) -> Int { Int(contig.rawValue) << 32 | position >> 7 }

    /// Whether the 128 bases round the variant, and those on either side, were free.
    private static func take(_ variant: Variant, _ taken: inout Set<Int>) -> Bool {
        let cell = cell(variant.contig, Int(variant.position.value))
        guard !taken.contains(cell), !taken.contains(cell - 1), !taken.contains(cell + 1) else { return false }
        taken.insert(cell)
        return true
    }

    /// `base` to the power `exponent` in 0...1, by repeated square roots: the same bits on every machine, which a C library's `pow` does not promise.
    private static func power(_ base: Double, _ exponent: Double) -> Double {
        var (result, root, rest) = (1.0, base, exponent)
        for _ in 0..<40 {
            root = root.squareRoot()
            rest *= 2
            if rest >= 1 {
                result *= root
                rest -= 1
            }
        }
        return result
    }
}

/// A gene's span: 1-based, both ends included.
struct GeneTarget: Hashable, Sendable {
    let gene: String
    let contig: Contig
    let first: Int
    let last: Int

    var length: Int { last - first + 1 }

    /// The lines of a BED that have a name and lie on a known contig.
    static func read(bed text: String) -> [GeneTarget] {
        text.split(separator: "\n").compactMap { line in
            let fields = line.split(separator: "\t")
            guard fields.count >= 4, let contig = Contig.all.first(where: { $0.name == fields[0] }), let start = Int(fields[1]),
                let end = Int(fields[2]), start < end
            else { return nil }
            return GeneTarget(gene: String(fields[3]), contig: contig, first: start + 1, last: end)
        }
    }
}
