import GenomeModel

/// What a generated population looks like, to hold it against real ones.
public struct PopulationSummary {
    public private(set) var distinct = 0
    public private(set) var genotypes = 0
    /// Distinct variants of which one copy was seen.
    public private(set) var singletons = 0
    public private(set) var failed = 0
    public private(set) var homozygous = 0
    public private(set) var substitutions = 0
    public private(set) var transitions = 0
    /// Variants whose alleles no `VariantKey` can hold.
    public private(set) var long = 0

    public init() {}

    public mutating func count(_ site: borrowing GeneratedSite, _ carriers: [GeneratedPopulation.Carrier]) {
        distinct += 1
        genotypes += carriers.count
        for carrier in carriers {
            if carrier.state.isFailed { failed += 1 }
            if carrier.state == .homozygous || carrier.state == .failedHomozygous { homozygous += 1 }
        }
        if carriers.count == 1, carriers[0].state == .heterozygous || carriers[0].state == .failedHeterozygous {
            singletons += 1
        }
        if site.reference.count + site.alternate.count > 11 { long += 1 }
        if site.reference.count == 1, site.alternate.count == 1 {
            substitutions += 1
            let pair = Set([site.reference[0], site.alternate[0]])
            if pair == Set("AG".utf8) || pair == Set("CT".utf8) { transitions += 1 }
        }
    }

    public func text(people: Int) -> String {
        func share(_ part: Int, _ whole: Int) -> String { "\((1000 * part / max(whole, 1)))‰" }
        return """
            people                  \(people)
            genotypes               \(genotypes), \(genotypes / max(people, 1)) a person
            distinct variants       \(distinct)
            singletons              \(share(singletons, distinct)) of them
            single bases            \(share(substitutions, distinct)), transitions \(share(transitions, substitutions))
            alleles longer than 11  \(share(long, distinct))
            homozygous              \(share(homozygous, genotypes)) of the genotypes
            failed                  \(share(failed, genotypes)) of the genotypes
            """
    }
}
