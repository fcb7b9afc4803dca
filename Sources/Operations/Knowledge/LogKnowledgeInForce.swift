internal import AccessModel
internal import ClinicalModel
internal import KnowledgeModel
internal import Records

/// Puts into each region's ledger which knowledge is in force, where it is not there: an adoption that a crash kept out of it, and one from
/// before the node held the region.
package struct LogKnowledgeInForce: Sendable {
    package let desk: KnowledgeDesk

    package init(desk: KnowledgeDesk) { self.desk = desk }

    package func run() async throws {
        for shelf in try desk.database.shelves() {
            guard let current = shelf.current else { continue }
            let adopted = try desk.database.steps(of: shelf.series).filter { $0.kind == .madeCurrent }
            guard let last = adopted.last, last.version == current.identifier else { continue }
            let before = adopted.dropLast().last?.version
            let from = shelf.entries.first { $0.version.identifier == before }?.version
            for region in desk.citing {
                try await region.note(
                    AuditEvent(
                        time: last.time, act: .knowledge, actor: last.actor, role: Actor.Role.system.rawValue,
                        process: "knowledge adopt", purpose: .laboratoryOperation,
                        reference: KnowledgeDesk.reference(current.identifier, last.time),
                        detail: [
                            "from": from.map(KnowledgeDesk.name) ?? "nothing", "to": KnowledgeDesk.name(current),
                        ]))
            }
        }
    }
}

extension KnowledgeDesk {
    /// By which the ledger knows an adoption again: a version can become current more than once.
    static func reference(_ version: VersionIdentifier, _ time: Timestamp) -> String { "\(version) \(time)" }

    /// `civic/evidence@3f2a9c01beef 2026-04-25`
    static func name(_ version: KnowledgeVersion) -> String { "\(version.identifier) \(version.release)" }
}
