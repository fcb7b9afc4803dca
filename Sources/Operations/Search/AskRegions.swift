internal import AccessModel
internal import ClinicalModel
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
        let replies = try await withThrowingTaskGroup(of: RegionReply.self) { group in
            for source in sources { group.addTask { try await reply(of: source, to: asked) } }
            var replies: [RegionReply] = []
            for try await reply in group { replies.append(reply) }
            return replies.sorted { $0.answer.region < $1.answer.region }
        }
        let elapsed = (ContinuousClock.now - start) / .milliseconds(1)
        // The basis is the same law everywhere; where regions decide differently each one's reason tells so.
        let decision = replies.compactMap(\.decision).first { !$0.isRefused } ?? replies.compactMap(\.decision).first
        let releases = replies.compactMap { reply in reply.dataRelease.map { "\(reply.answer.region):\($0)" } }
        let answer = Answer(
            regions: replies.map(\.answer), basis: decision?.basisText(.sv) ?? "", decides: decision?.decides.sv ?? "",
            regime: decision?.regime ?? "", dataRelease: releases.isEmpty ? nil : releases.joined(separator: " "),
            elapsedMilliseconds: (elapsed * 1000).rounded() / 1000)
        return (answer, replies)
    }

    private func reply(of source: RegionSource, to asked: AskedQuestion) async throws -> RegionReply {
        try await withThrowingTaskGroup(of: RegionReply?.self) { group in
            group.addTask { try await source.ask(asked) }
            group.addTask {
                try? await Task.sleep(for: patience)
                return nil
            }
            defer { group.cancelAll() }
            do {
                if let first = try await group.next(), let reply = first { return reply }
                return RegionReply(answer: .late(source.region), decision: nil, dataRelease: nil)
            } catch let error as AskedQuestionError {
                throw error
            } catch {
                // What went wrong inside is the region's own to see, in its log; here it is only missing.
                return RegionReply(answer: .unreachable(source.region), decision: nil, dataRelease: nil)
            }
        }
    }
}
