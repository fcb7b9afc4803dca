package import AccessModel
package import ClinicalModel
package import Records

/// The systematic, recurring check of the ledger: events drawn at random, assessed by a reviewer, signed and kept (HSLF-FS 2016:40,
/// 4 kap. 9 §).
package struct CheckSample: Sendable {
    package enum Refusal: Error, Hashable, Sendable, CustomStringConvertible {
        case notReviewer, otherRegion

        package var description: String {
            switch self {
            case .notReviewer: "Only a log reviewer may draw or sign a sample check. Give another actor."
            case .otherRegion: "The reviewer works in another region. Give a reviewer of this region."
            }
        }
    }

    package let partition: Partition
    package let reviewer: Actor

    package init(partition: Partition, reviewer: Actor) {
        self.partition = partition
        self.reviewer = reviewer
    }

    private func check() throws {
        guard reviewer.role == .logReviewer else { throw Refusal.notReviewer }
        guard reviewer.region == partition.layout.region else { throw Refusal.otherRegion }
    }

    /// The check's number, and the events to assess.
    package func draw(_ size: Int, seed: UInt64, period: ClosedRange<Timestamp>) async throws -> (Int, [NumberedEvent]) {
        try check()
        let numbers = try partition.ledger.drawSample(size, seed: seed, period: period)
        let sample = try partition.records.recordSample(
            period: period, seed: seed, events: numbers, drawn: partition.now())
        try await log("draw", sample.id, numbers.count)
        return (sample.id, try partition.ledger.events(numbers: numbers))
    }

    package func assess(_ sample: Int, _ text: String) async throws {
        try check()
        try partition.records.assessSample(
            sample, SampleCheck.Assessment(text: text, signer: reviewer.identity, time: partition.now()))
        try await log("assess", sample, nil)
    }

    private func log(_ what: String, _ sample: Int, _ count: Int?) async throws {
        _ = try await partition.ledger.append(
            AuditEvent(
                time: partition.now(), act: .sampleCheck, actor: reviewer.identity, role: reviewer.role.rawValue,
                careUnit: reviewer.careUnit?.text, process: "ledger sample-check \(what)", returned: count,
                reference: "sample \(sample) \(what)"))
    }
}
