internal import AccessModel
internal import ClinicalModel
internal import Questions
internal import Records
internal import StructuredText

/// What the ledger says of an answer, apart from who asked and when.
struct LedgerEntry: Sendable {
    let basis: String
    let granted: Granularity
    let returned: Int
    /// Tells that two questions were the same, and not what was asked: that may hold a variant.
    let reference: String
    var detail: [String: String]

    init(_ decision: Decision, _ granted: Granularity, returned: Int, about text: String, _ partition: Partition) {
        basis = decision.basisText(.sv)
        self.granted = granted
        self.returned = returned
        reference = String(partition.identity.keyedDigest(of: Array(text.utf8)).prefix(16))
        detail = ["regime": decision.regime, "policy": decision.policy, "recipient": decision.recipient.rawValue]
    }

    /// A refusal keeps how much was asked for and what spoke against it, so that it can be decided again under another policy.
    init(refusing decision: Decision, _ asked: AskedQuestion, about text: String, _ partition: Partition) {
        self.init(decision, .refused, returned: 0, about: text, partition)
        detail["asked"] = asked.granularity.rawValue
        detail["against"] = decision.againstText
    }

    /// Why figures are withheld is for the owner alone.
    mutating func add(_ ground: Disclosure.Ground?, risk: Double) {
        if let ground { detail["withheld"] = ground.rawValue }
        // Six decimals: the least that a figure adds in a cohort of a million.
        if risk > 0 { detail["membership-risk"] = String((risk * 1_000_000).rounded() / 1_000_000) }
    }

    /// Returns when the entry is on the disk.
    func write(_ asked: AskedQuestion, _ partition: Partition) async throws {
        _ = try await partition.ledger.append(
            AuditEvent(
                by: asked.actor, at: partition.now(), .question, process: asked.process, purpose: asked.purpose, basis: basis,
                decision: granted, returned: returned, reference: reference, detail: detail))
    }
}

extension Decision {
    /// What spoke against it as the ledger keeps it: words with blanks between.
    var againstText: String { codesAgainst.map(\.text).joined(separator: " ") }
}
