package import AccessModel
package import ClinicalModel
package import GenomeModel
package import Questions

/// A variant with what each region tells of it.
package struct NationalVariant: Hashable, Sendable {
    package let variant: Variant
    /// Of the regions that told of it, by ascending code.
    package let regions: [VariantEntry]

    package init(variant: Variant, regions: [VariantEntry]) {
        self.variant = variant
        self.regions = regions.sorted { $0.region < $1.region }
    }

    /// Over the regions that told of it. A region that did not may have seen it and withheld it.
    package var figures: FrequencyFigures { regions.map(\.figures).reduce(.zero, +) }

    /// What the regions' annotations say of it, each version once.
    package var annotations: [VariantAnnotation] { regions.flatMap(\.annotations).eachVersion }
}

/// The variants of a stretch from every region, put together by variant, in the order of the genome.
///
/// A region tells its variants in pages of at most `ListEntries.longestPage`; further pages are fetched of those that have more, up to
/// `pages`. Each page is one question, decided and logged.
package struct GatherVariants: Sendable {
    package struct Gathered: Sendable {
        /// Each region's state; the count is of the variants that it tells of.
        package let answer: Answer
        package let variants: [NationalVariant]
        /// Of the regions that decided.
        package let decisions: [RegionCode: Decision]
        /// Whether a region has more than was fetched.
        package let isCut: Bool
    }

    package let regions: AskRegions
    package let asked: AskedQuestion
    package let selection: VariantSelection
    package var pages = 3

    /// `asked.question` describes whose variants; its matter is set to variants.
    package init(regions: AskRegions, asked: AskedQuestion, selection: VariantSelection) {
        self.regions = regions
        var asked = asked
        asked.matter = .entries(.genomicVariations)
        self.asked = asked
        self.selection = selection
    }

    package func run() async throws -> Gathered {
        var page = EntrySelection()
        page.variants = selection
        page.limit = ListEntries.longestPage
        let (answer, first) = try await regions.entries(asked, page)
        var entries = first.flatMap(\.entries)
        var open = GatherVariants.unfinished(first, after: page.limit)
        var fetched = 1
        while !open.isEmpty, fetched < pages {
            var asking = AskRegions(sources: regions.sources.filter { open.contains($0.region) })
            asking.patience = regions.patience
            page.skip += page.limit
            var next = asked
            next.identifier = ""
            let (_, more) = try await asking.entries(next, page)
            entries += more.flatMap(\.entries)
            open = GatherVariants.unfinished(more, after: page.skip + page.limit)
            fetched += 1
        }
        let told = entries.compactMap { entry in
            if case .variant(let variant) = entry { variant } else { nil }
        }
        let variants = Dictionary(grouping: told, by: \.variant).map { NationalVariant(variant: $0, regions: $1) }
        let decided = first.compactMap { reply in reply.decision.map { (reply.answer.region, $0) } }
        return Gathered(
            answer: answer, variants: variants.sorted { $0.variant < $1.variant },
            decisions: Dictionary(decided, uniquingKeysWith: { first, _ in first }), isCut: !open.isEmpty)
    }

    private static func unfinished(_ replies: [RegionEntries], after count: Int) -> Set<RegionCode> {
        Set(replies.filter { ($0.answer.count ?? 0) > count }.map(\.answer.region))
    }
}
