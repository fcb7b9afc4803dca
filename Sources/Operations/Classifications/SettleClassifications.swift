internal import AccessModel
internal import ClinicalModel
internal import Records
package import ReportModel
internal import StructuredText

/// Draws the consequences of classifications that have arrived, the region's own and those of others: recalls of the region's own carriers
/// where one crosses a boundary, and what becomes of the threads of conflicts. Done again it changes nothing.
package struct SettleClassifications: Sendable {
    private static let setting = "classifications-settled"

    package let partition: Partition

    package init(partition: Partition) { self.partition = partition }

    /// What has happened, in the order of arrival.
    package func run() async throws -> [ClassificationEvent] {
        guard try partition.records.lastClassification() > mark else { return [] }
        return try await partition.changing {
            let (events, upTo) = try partition.shelf.events(of: partition.records, after: mark)
            for event in events { try await settle(event) }
            try partition.records.set(SettleClassifications.setting, to: String(upTo))
            return events
        }
    }

    private var mark: Int {
        get throws { try partition.records.setting(SettleClassifications.setting).flatMap { Int($0) } ?? 0 }
    }

    private func settle(_ event: ClassificationEvent) async throws {
        switch event {
        case .reclassified(let change): try await RecallCarriers(partition: partition, change: change).run()
        case .conflictArose(let conflict): try await log("conflict arose", conflict)
        case .conflictChanged(let conflict): try join(conflict)
        case .conflictEnded(let conflict):
            try dissolve(conflict)
            try await log("conflict ended", conflict)
        case .recorded, .notNewer, .removed: break
        }
    }

    /// Laboratories of this region that have come to a conflict since its thread began.
    private func join(_ conflict: ClassificationConflict) throws {
        for record in try partition.records.conflicts(about: conflict.subject) {
            guard let thread = record.merged?.thread, thread.state != .dissolved else { continue }
            for party in thread.newcomers(in: conflict) where party.region == partition.layout.region {
                try take(.join, by: party, in: record)
            }
        }
    }

    private func dissolve(_ conflict: ClassificationConflict) throws {
        for record in try partition.records.conflicts(about: conflict.subject) {
            guard let thread = record.merged?.thread, thread.state != .dissolved,
                let party = conflict.positions.first.map({ ConflictThread.Party(region: $0.region, laboratory: $0.laboratory) })
            else { continue }
            try take(.dissolve, by: party, in: record)
        }
    }

    private func take(_ act: ConflictAct, by party: ConflictThread.Party, in record: ConflictRecord) throws {
        let region = partition.layout.region
        _ = try partition.records.takeConflictStep(record.identifier, about: record.subject, of: region, at: partition.now()) {
            known in
            let step = ConflictStep(
                act: act, party: party, person: Actor.Role.system.rawValue, time: (known ?? record).time(after: partition.now()))
            return (nil, step)
        }
    }

    private func log(_ process: String, _ conflict: ClassificationConflict) async throws {
        _ = try await partition.ledger.append(
            AuditEvent(
                time: partition.now(), act: .classification, actor: Actor.Role.system.rawValue,
                role: Actor.Role.system.rawValue, process: process, detail: ["severity": conflict.severity.rawValue]))
    }
}
