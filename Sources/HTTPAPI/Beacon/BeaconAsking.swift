internal import AccessModel
internal import ClinicalModel
internal import GenomeModel
internal import Interchange
internal import Operations
internal import Questions

/// Puts a Beacon's inquiry to the regions: as it was meant first, then as less where nobody may answer that much.
struct BeaconAsking {
    struct Found {
        /// What was asked in the end.
        let ask: BeaconInquiry.Ask
        let regions: [BeaconRegion]
        let answer: Answer
    }

    let node: RunningNode
    let process: String

    func run(_ inquiry: BeaconInquiry, _ terms: AskingTerms) async throws -> Found {
        var asking = try node.asking(terms.scope, by: terms.actor)
        if let regions = inquiry.regions {
            let patience = asking.patience
            asking = AskRegions(sources: asking.sources.filter { regions.contains($0.region) })
            asking.patience = patience
            guard !asking.sources.isEmpty else { throw BeaconRequestError(.datasetUnknown) }
        }
        for ask in inquiry.asks.dropLast() {
            let found = try await put(ask, asking, inquiry, terms)
            if !mayAnswerLess(found) { return found }
        }
        guard let last = inquiry.asks.last else { throw BeaconRequestError(.variantMissing) }
        return try await put(last, asking, inquiry, terms)
    }

    /// Nobody answers this much, and somebody may at least count.
    private func mayAnswerLess(_ found: Found) -> Bool {
        found.regions.allSatisfy { $0.answer.state != .answered && $0.answer.state != .suppressed }
            && found.regions.contains { $0.answer.state == .refused && ($0.decision?.granularity ?? .refused) >= .count }
    }

    private func put(
        _ ask: BeaconInquiry.Ask, _ asking: AskRegions, _ inquiry: BeaconInquiry, _ terms: AskingTerms
    ) async throws -> Found {
        let question: Question =
            switch ask {
            case .frequency(let variant, let criterion): Question(.frequency(variant.notation), criterion)
            case .eventFrequency(let event, let criterion): Question(.frequency(event.notation), criterion)
            case .count(let criterion, _), .carriers(let criterion), .entries(_, _, let criterion): Question(.count, criterion)
            }
        var asked = try terms.asked(question, process: process, at: node)
        asked.assembly = inquiry.assembly
        if case .count(_, let counted) = ask { asked.counted = counted }
        guard case .entries(let kind, let selection, _) = ask else {
            let (answer, replies) = try await asking.run(asked)
            let regions = replies.map {
                BeaconRegion(answer: $0.answer, decision: $0.decision, dataRelease: $0.dataRelease)
            }
            return Found(ask: ask, regions: regions, answer: answer)
        }
        asked.matter = .entries(kind)
        let (answer, pages) = try await asking.entries(asked, selection)
        let regions = pages.map {
            BeaconRegion(answer: $0.answer, entries: $0.entries, decision: $0.decision, dataRelease: $0.dataRelease)
        }
        return Found(ask: ask, regions: regions, answer: answer)
    }
}
