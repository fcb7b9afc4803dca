package import ClinicalModel

/// A region that can be asked, here or elsewhere. Each decides for itself.
package struct RegionSource: Sendable {
    package let region: RegionCode
    package let ask: @Sendable (AskedQuestion) async throws -> RegionReply

    package init(region: RegionCode, ask: @escaping @Sendable (AskedQuestion) async throws -> RegionReply) {
        self.region = region
        self.ask = ask
    }

    /// A partition of this process.
    package static func partition(_ partition: Partition, _ regulations: Regulations) -> RegionSource {
        RegionSource(region: partition.layout.region) { asked in
            try await AnswerQuestion(partition: partition, regulations: regulations, asked: asked).run()
        }
    }
}
