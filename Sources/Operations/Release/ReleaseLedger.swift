internal import AccessModel
internal import ClinicalModel
internal import Records

/// Puts every step of a request into a partition's ledger, once: what a crash left out is written with the next step. Never what was asked
/// about: that may hold a variant.
struct ReleaseLedger {
    let partition: Partition

    func write(_ release: RecordedRelease) async throws {
        let request = release.request
        if try partition.ledger.number(of: .release, reference: request.id) == nil {
            _ = try await partition.ledger.append(
                AuditEvent(
                    by: request.asker.actor(for: request.purpose), at: request.sent, .release, process: "release sent",
                    purpose: request.purpose, reference: request.id,
                    detail: ["region": request.region.description, "wish": request.wish.rawValue, "via": release.node]))
        }
        for step in release.steps {
            let reference = "\(request.id)/\(step.side.rawValue)/\(step.number)"
            guard try partition.ledger.number(of: .release, reference: reference) == nil else { continue }
            let role: Actor.Role =
                step.side == .asker ? request.asker.role : step.actor == "system" ? .system : .dataSteward
            _ = try await partition.ledger.append(
                AuditEvent(
                    time: step.time, act: .release, actor: step.actor, role: role.rawValue, careUnit: step.unit,
                    process: "release \(step.kind.rawValue)", purpose: request.purpose, reference: reference,
                    detail: ["region": request.region.description]))
        }
    }
}
