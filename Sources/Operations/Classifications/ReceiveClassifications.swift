internal import AccessModel
internal import ClinicalModel
internal import Records
package import ReportModel
internal import StructuredText

/// Answers another region about this one's classifications: those of the laboratories whose controllers' policies let them out, without
/// persons, and its own parts of the threads in which the other takes part. What the other brings of its own is taken in.
package struct ReceiveClassifications: Sendable {
    package let partition: Partition
    package let regulations: Regulations
    package let message: ClassificationMessage

    package init(partition: Partition, regulations: Regulations, message: ClassificationMessage) {
        self.partition = partition
        self.regulations = regulations
        self.message = message
    }

    package func run() async throws -> ClassificationReply {
        let region = partition.layout.region
        let (open, decision) = try laboratories()
        let edition = ContentDigest.of(open.map(\.text).sorted().joined(separator: " ")).prefix(16)
        let isWhole = message.edition != edition
        var entries: [ClassificationReply.Entry] = []
        var upTo = isWhole ? 0 : message.after
        var hasMore = false
        if !open.isEmpty {
            let after = isWhole || message.variant != nil ? 0 : message.after
            let found = try partition.records.classifications(after: after, of: region, limit: ClassificationMessage.limit + 1)
            hasMore = found.count > ClassificationMessage.limit
            for (sequence, arrived) in found.prefix(ClassificationMessage.limit) {
                upTo = max(upTo, sequence)
                guard open.contains(arrived.laboratory), message.variant.map({ $0 == arrived.subject.variant }) ?? true else {
                    continue
                }
                entries.append(
                    ClassificationReply.Entry(
                        sequence: sequence, subject: arrived.subject, laboratory: arrived.laboratory,
                        classification: arrived.classification))
            }
        }
        let isRefused = open.isEmpty
        _ = try await partition.ledger.append(
            AuditEvent(
                by: ExchangeClassifications.actor(of: message.from), at: partition.now(), .classification,
                process: "classifications shared", purpose: .classificationSharing, basis: decision?.basisText(.sv),
                decision: decision?.granularity, returned: entries.count, detail: ["region": message.from.description]))
        if !isRefused { try takeThreads() }
        return ClassificationReply(
            region: region, edition: String(edition), entries: entries, upTo: upTo, hasMore: hasMore,
            threads: isRefused ? [] : try partition.ownThreads(concerning: message.from),
            refusal: isRefused ? decision?.weightiestReason : nil)
    }

    /// The laboratories that are shared from, and the decision that allows it, or the first that does not.
    private func laboratories() throws -> (open: Set<OrganisationCode>, decision: Decision?) {
        var open: Set<OrganisationCode> = []
        var decisions: [Decision] = []
        for laboratory in try partition.records.organisations() where laboratory.kind == .laboratory {
            guard let controller = laboratory.controller ?? partition.settings.defaultController else { continue }
            let request = AccessRequest(
                actor: ExchangeClassifications.actor(of: message.from), purpose: .classificationSharing,
                date: partition.now().date, question: QuestionSummary(asked: .aggregate, dataKinds: [.genomic]),
                region: partition.layout.region, controller: controller)
            let decision = DecideAccess(law: regulations.law, policies: try partition.policies(of: controller))(request)
            decisions.append(decision)
            if decision.granularity == .aggregate { open.insert(laboratory.code) }
        }
        return (open, decisions.first { $0.granularity == .aggregate } ?? decisions.first)
    }

    /// Only what the other region has done itself, and only in threads in which it takes part.
    private func takeThreads() throws {
        for record in message.threads where record.concerns(message.from) {
            try partition.records.take(record, from: message.from, at: partition.now())
        }
    }
}

extension ConflictRecord {
    /// Whether a laboratory of the region takes part.
    func concerns(_ region: RegionCode) -> Bool {
        merged?.thread.parties.contains { $0.region == region } ?? false
    }
}

extension Partition {
    /// This region's own parts of the threads in which another takes part: its head and its steps.
    func ownThreads(concerning other: RegionCode) throws -> [ConflictRecord] {
        let own = layout.region
        return try records.conflicts().filter { $0.concerns(other) }.compactMap { record in
            ConflictRecord(
                identifier: record.identifier, subject: record.subject, heads: record.heads.filter { $0.region == own },
                entries: record.entries.filter { $0.region == own })
        }.suffix(ClassificationMessage.threadLimit)
    }
}
