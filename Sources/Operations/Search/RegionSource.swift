package import AccessModel
package import ClinicalModel
package import GenomeModel
package import Questions
package import ReportModel

/// A region that can be asked, here or elsewhere. Each decides for itself.
package struct RegionSource: Sendable {
    package let region: RegionCode
    /// One answer to a question.
    package let ask: @Sendable (AskedQuestion) async throws -> RegionReply
    /// Figures of many variants, among those who meet the question's criterion.
    package let figures: @Sendable (AskedQuestion, [Variant]) async throws -> RegionFigures
    /// A page of entries.
    package let entries: @Sendable (AskedQuestion, EntrySelection) async throws -> RegionEntries
    /// Takes a request for more than the region answers by itself, and gives back what the region has done about it.
    package let release: @Sendable (ReleaseMessage) async throws -> [ReleaseStep]
    /// The region's own classifications since a mark, and its parts of threads.
    package let classifications: @Sendable (ClassificationMessage) async throws -> ClassificationReply

    package init(
        region: RegionCode, ask: @escaping @Sendable (AskedQuestion) async throws -> RegionReply,
        figures: @escaping @Sendable (AskedQuestion, [Variant]) async throws -> RegionFigures,
        entries: @escaping @Sendable (AskedQuestion, EntrySelection) async throws -> RegionEntries,
        release: @escaping @Sendable (ReleaseMessage) async throws -> [ReleaseStep] = { _ in throw ReleaseUnreached(reason: nil)
        },
        classifications: @escaping @Sendable (ClassificationMessage) async throws -> ClassificationReply = { _ in
            throw ClassificationsUnreached(reason: nil)
        }
    ) {
        self.region = region
        self.ask = ask
        self.figures = figures
        self.entries = entries
        self.release = release
        self.classifications = classifications
    }

    /// A partition of this process.
    package static func partition(_ partition: Partition, _ regulations: Regulations) -> RegionSource {
        RegionSource(
            region: partition.layout.region,
            ask: { asked in
                try await AnswerQuestion(partition: partition, regulations: regulations, asked: asked).run()
            },
            figures: { asked, variants in
                try await WorkingThreads.run {
                    try await AnswerFigures(
                        partition: partition, regulations: regulations, asked: asked, variants: variants
                    ).run()
                }
            },
            entries: { asked, selection in
                try await WorkingThreads.run {
                    try await ListEntries(
                        partition: partition, regulations: regulations, asked: asked, selection: selection
                    ).run()
                }
            },
            release: { try await ReceiveRelease(partition: partition, message: $0).run() },
            classifications: { message in
                try await ReceiveClassifications(partition: partition, regulations: regulations, message: message).run()
            })
    }
}
