package import ClinicalModel
package import GenomeModel
package import Questions

/// A region that can be asked, here or elsewhere. Each decides for itself.
package struct RegionSource: Sendable {
    package let region: RegionCode
    /// One answer to a question.
    package let ask: @Sendable (AskedQuestion) async throws -> RegionReply
    /// Figures of many variants, among those who meet the question's criterion.
    package let figures: @Sendable (AskedQuestion, [Variant]) async throws -> RegionFigures
    /// A page of entries.
    package let entries: @Sendable (AskedQuestion, EntrySelection) async throws -> RegionEntries

    package init(
        region: RegionCode, ask: @escaping @Sendable (AskedQuestion) async throws -> RegionReply,
        figures: @escaping @Sendable (AskedQuestion, [Variant]) async throws -> RegionFigures,
        entries: @escaping @Sendable (AskedQuestion, EntrySelection) async throws -> RegionEntries
    ) {
        self.region = region
        self.ask = ask
        self.figures = figures
        self.entries = entries
    }

    /// A partition of this process.
    package static func partition(_ partition: Partition, _ regulations: Regulations) -> RegionSource {
        RegionSource(
            region: partition.layout.region,
            ask: { asked in
                try await AnswerQuestion(partition: partition, regulations: regulations, asked: asked).run()
            },
            figures: { asked, variants in
                try await AnswerFigures(partition: partition, regulations: regulations, asked: asked, variants: variants).run()
            },
            entries: { asked, selection in
                try await ListEntries(partition: partition, regulations: regulations, asked: asked, selection: selection).run()
            })
    }
}
