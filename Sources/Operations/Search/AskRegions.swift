internal import AccessModel
internal import ClinicalModel
package import GenomeModel
package import Questions
internal import StructuredText

/// Asks every region of a scope at once, and puts the replies together. A region that fails or is late is said to be missing.
package struct AskRegions: Sendable {
    package let sources: [RegionSource]
    /// A region that has not answered by then is late.
    package var patience: Duration = .seconds(10)

    package init(sources: [RegionSource]) { self.sources = sources }

    /// The answer with each region's reply, in the order of the regions' codes. Throws only `AskedQuestionError`, for a question that no
    /// region could answer as it is written.
    package func run(_ asked: AskedQuestion) async throws -> (answer: Answer, replies: [RegionReply]) {
        let start = ContinuousClock.now
        let asked = put(asked, at: start)
        let replies = try await collect {
            try await $0.ask(asked)
        } missing: { answer in
            RegionReply(answer: answer, decision: nil, dataRelease: nil)
        }
        let answer = AskRegions.answer(
            replies.map { ($0.answer, $0.decision, $0.dataRelease) }, since: start,
            annotations: replies.map { ($0.answer.region, $0.annotation) })
        return (answer, replies)
    }

    /// Figures of many variants from every region, in the order of the regions' codes. The answer holds each region's state and no counts.
    package func figures(
        _ asked: AskedQuestion, of variants: [Variant]
    ) async throws -> (answer: Answer, figures: [RegionFigures]) {
        let start = ContinuousClock.now
        let asked = put(asked, at: start)
        let figures = try await collect {
            try await $0.figures(asked, variants)
        } missing: { answer in
            RegionFigures(answer: answer, columns: nil, decision: nil, dataRelease: nil)
        }
        return (AskRegions.answer(figures.map { ($0.answer, $0.decision, $0.dataRelease) }, since: start), figures)
    }

    /// A page of entries from every region, in the order of the regions' codes.
    package func entries(
        _ asked: AskedQuestion, _ selection: EntrySelection
    ) async throws -> (answer: Answer, entries: [RegionEntries]) {
        let start = ContinuousClock.now
        let asked = put(asked, at: start)
        let entries = try await collect {
            try await $0.entries(asked, selection)
        } missing: { answer in
            RegionEntries(answer: answer, entries: [], decision: nil, dataRelease: nil)
        }
        let answer = AskRegions.answer(
            entries.map { ($0.answer, $0.decision, $0.dataRelease) }, since: start,
            annotations: entries.map { ($0.answer.region, $0.annotation) })
        return (answer, entries)
    }

    /// The question as it is put: with a name, to whom, and until when.
    private func put(_ asked: AskedQuestion, at start: ContinuousClock.Instant) -> AskedQuestion {
        var asked = asked
        if asked.identifier.isEmpty { asked.identifier = AskRegions.newIdentifier() }
        asked.regions = sources.map(\.region).sorted()
        asked.deadline = start + patience
        return asked
    }

    /// 128 random bits as 32 hexadecimal digits.
    package static func newIdentifier() -> String {
        (0..<2).map { _ in
            let half = String(UInt64.random(in: .min ... .max), radix: 16)
            return String(repeating: "0", count: 16 - half.count) + half
        }.joined()
    }

    private static func answer(
        _ replies: [(answer: RegionAnswer, decision: Decision?, release: String?)], since start: ContinuousClock.Instant,
        annotations: [(region: RegionCode, versions: String?)] = []
    ) -> Answer {
        let annotated = annotations.compactMap { item in item.versions.map { "\(item.region): \($0)" } }
        let elapsed = (ContinuousClock.now - start) / .milliseconds(1)
        // The basis is the same law everywhere; where regions decide differently each one's reason tells so.
        let decisions = replies.compactMap(\.decision)
        let decision = decisions.first { !$0.isRefused } ?? decisions.first
        let releases = replies.compactMap { reply in reply.release.map { "\(reply.answer.region):\($0)" } }
        return Answer(
            regions: replies.map(\.answer), basis: decision?.basisText(.sv) ?? "", decides: decision?.decides.sv ?? "",
            regime: decision?.regime ?? "", dataRelease: releases.isEmpty ? nil : releases.joined(separator: " "),
            elapsedMilliseconds: (elapsed * 1000).rounded() / 1000,
            annotation: annotated.isEmpty ? nil : annotated.joined(separator: " | "))
    }

    private func collect<Reply: Sendable>(
        _ ask: @escaping @Sendable (RegionSource) async throws -> Reply, missing: @escaping @Sendable (RegionAnswer) -> Reply
    ) async throws -> [Reply] {
        try await withThrowingTaskGroup(of: (RegionCode, Reply)?.self) { group in
            for source in sources { group.addTask { (source.region, try await reply(of: source, ask, missing)) } }
            // One clock for all of them.
            group.addTask {
                await Deadlines.shared.wait(until: .now + patience)
                return nil
            }
            defer { group.cancelAll() }
            var replies: [RegionCode: Reply] = [:]
            while replies.count < sources.count, let next = try await group.next(), let (region, reply) = next {
                replies[region] = reply
            }
            return sources.map(\.region).sorted().map { replies[$0] ?? missing(.late($0)) }
        }
    }

    private func reply<Reply: Sendable>(
        of source: RegionSource, _ ask: @escaping @Sendable (RegionSource) async throws -> Reply,
        _ missing: @escaping @Sendable (RegionAnswer) -> Reply
    ) async throws -> Reply {
        do {
            return try await ask(source)
        } catch let error as AskedQuestionError {
            throw error
        } catch is RegionLate {
            return missing(.late(source.region))
        } catch {
            // What went wrong inside is the region's own to see, in its log; here it is only missing.
            return missing(.unreachable(source.region))
        }
    }
}

/// Thrown by a source that knows that its region did not answer in time.
package struct RegionLate: Error {
    package init() {}
}
