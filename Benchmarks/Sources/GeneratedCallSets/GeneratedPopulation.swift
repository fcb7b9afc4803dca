import Foundation
public import GenomeModel

/// A made-up population: every site, every person's genotype there, from one seed.
public struct GeneratedPopulation: Sendable {
    /// One carrier of a site's alternate allele.
    public struct Carrier: Sendable {
        public let person: UInt32
        public let state: CallState
    }

    public let seed: UInt64
    public let contigs: [Contig]
    /// Bases between one site and the next, on average. 11 gives 360,000 variants a person on chr20–22; 14 on the
    /// autosomes 5 million.
    public let spacing: UInt32
    let spectrum = FrequencySpectrum()
    /// Nothing varies in the first and last 10,000 bases, the telomeres of GRCh38.
    static let margin: UInt32 = 10_000

    public init(seed: UInt64, contigs: [Contig], spacing: UInt32 = 11) {
        self.seed = seed
        self.contigs = contigs
        self.spacing = spacing
    }

    /// Calls `body` with every site that one of `people` persons carries, ascending, and its carriers, persons ascending.
    public func forEachSite(
        people: Int, in contigs: [Contig]? = nil, _ body: (borrowing GeneratedSite, [Carrier]) throws -> Void
    ) rethrows {
        var carriers: [Carrier] = []
        for contig in contigs ?? self.contigs {
            var site = GeneratedSite(contig: contig)
            for slot in 0..<slots(contig) {
                let bits = Scramble.mix(seed &+ UInt64(contig.rawValue) << 40, UInt64(slot))
                let step = spectrum.step(bits)
                carriers.removeAll(keepingCapacity: true)
                draw(bits, step, people: UInt32(people), into: &carriers)
                if carriers.isEmpty { continue }
                place(slot, bits, step, &site)
                try body(site, carriers)
            }
        }
    }

    /// Calls `body` with every site that `person` carries, ascending, and how.
    public func forEachSite(of person: Int, _ body: (borrowing GeneratedSite, CallState) throws -> Void) rethrows {
        let person = UInt32(person)
        for contig in contigs {
            var site = GeneratedSite(contig: contig)
            for slot in 0..<slots(contig) {
                let bits = Scramble.mix(seed &+ UInt64(contig.rawValue) << 40, UInt64(slot))
                let step = spectrum.step(bits)
                let copies = copies(bits, step, person)
                if copies == 0 { continue }
                place(slot, bits, step, &site)
                try body(site, state(bits, person, copies))
            }
        }
    }

    private func slots(_ contig: Contig) -> UInt32 {
        (UInt32(Assembly.grch38.length(of: contig)) - 2 * Self.margin) / spacing
    }

    private func place(_ slot: UInt32, _ bits: UInt64, _ step: Int, _ site: inout GeneratedSite) {
        site.bits = bits
        site.step = step
        site.position =
            Self.margin + slot * spacing + UInt32(truncatingIfNeeded: Scramble.mix(bits) >> 40) % spacing + 1
        Alleles.fill(&site)
    }

    /// 0, 1 or 2 copies in one person.
    @inline(__always)
    private func copies(_ bits: UInt64, _ step: Int, _ person: UInt32) -> Int {
        let entry = spectrum.table[step]
        if !entry.isSparse { return dense(bits, entry.threshold, person) }
        var (count, found, draw) = (UInt64(0), 0, bits)
        while true {
            draw = Scramble.mix(draw, 0x6A9)
            count &+= 1 &+ UInt64(log(Scramble.unit(draw)) * entry.gap)
            // The gaps count haplotypes from 1; person p has the haplotypes 2p + 1 and 2p + 2.
            if count > UInt64(person) * 2 + 2 { return found }
            if count > UInt64(person) * 2 { found += 1 }
        }
    }

    @inline(__always)
    private func dense(_ bits: UInt64, _ threshold: UInt32, _ person: UInt32) -> Int {
        let both = Scramble.mix(bits &+ 0xD1CE &+ UInt64(person) &* 0x9E37_79B9_7F4A_7C15)
        let (first, second) = (UInt32(truncatingIfNeeded: both), UInt32(truncatingIfNeeded: both >> 32))
        return (first < threshold ? 1 : 0) + (second < threshold ? 1 : 0)
    }

    @inline(__always)
    private func draw(_ bits: UInt64, _ step: Int, people: UInt32, into carriers: inout [Carrier]) {
        let entry = spectrum.table[step]
        if !entry.isSparse {
            for person in 0..<people {
                let copies = dense(bits, entry.threshold, person)
                if copies > 0 { carriers.append(Carrier(person: person, state: state(bits, person, copies))) }
            }
            return
        }
        var (count, draw) = (UInt64(0), bits)
        while true {
            draw = Scramble.mix(draw, 0x6A9)
            count &+= 1 &+ UInt64(log(Scramble.unit(draw)) * entry.gap)
            if count > UInt64(people) * 2 { return }
            let person = UInt32(truncatingIfNeeded: (count - 1) / 2)
            if let last = carriers.last, last.person == person {
                carriers[carriers.count - 1] = Carrier(person: person, state: state(bits, person, 2))
            } else {
                carriers.append(Carrier(person: person, state: state(bits, person, 1)))
            }
        }
    }

    @inline(__always)
    private func state(_ bits: UInt64, _ person: UInt32, _ copies: Int) -> CallState {
        let called: CallState = copies == 2 ? .homozygous : .heterozygous
        return GeneratedSite.isDifficult(bits) && Scramble.mix(bits, UInt64(person) + 0xF17E) & 1 == 0 ? called.failed : called
    }
}
