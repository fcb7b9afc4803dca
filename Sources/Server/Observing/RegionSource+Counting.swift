internal import ClinicalModel
internal import Operations
internal import Questions

extension RegionSource {
    /// The same, with each answer's state counted.
    func counting(_ metrics: NodeMetrics) -> RegionSource {
        let name = region.description
        let (ask, figures, entries, release) = (ask, figures, entries, release)
        return RegionSource(
            region: region,
            ask: { asked in
                let reply = try await ask(asked)
                metrics.answer(region: name, state: reply.answer.state.rawValue)
                return reply
            },
            figures: { asked, variants in
                let reply = try await figures(asked, variants)
                metrics.answer(region: name, state: reply.answer.state.rawValue)
                return reply
            },
            entries: { asked, selection in
                let reply = try await entries(asked, selection)
                metrics.answer(region: name, state: reply.answer.state.rawValue)
                return reply
            },
            release: { try await release($0) })
    }
}
