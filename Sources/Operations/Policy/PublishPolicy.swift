package import AccessModel
package import ClinicalModel
internal import Records
internal import StructuredText

/// Proposes a policy, and publishes what another person has proposed: no one person decides what leaves a region.
package struct PublishPolicy: Sendable {
    package enum Refusal: Error, Hashable, Sendable, CustomStringConvertible {
        case notSteward, otherRegion, nothingProposed, samePerson, otherText

        package var description: String {
            switch self {
            case .notSteward: "Only a data steward may propose or publish a policy. Give another actor."
            case .otherRegion: "The policy, or the actor, belongs to another region. Give the region whose policy it is."
            case .nothingProposed: "Nobody has proposed a policy for this controller. Propose one first: samsyn access propose."
            case .samePerson: "Who proposed a policy may not publish it. Let another steward do it."
            case .otherText: "What is to be published is not what was proposed. Show the proposal, or propose anew."
            }
        }
    }

    package let partition: Partition
    package let actor: Actor

    package init(partition: Partition, actor: Actor) {
        self.partition = partition
        self.actor = actor
    }

    private func check(_ book: PolicyBook) throws {
        guard actor.role == .dataSteward else { throw Refusal.notSteward }
        guard actor.region == partition.layout.region, book.region == partition.layout.region else { throw Refusal.otherRegion }
    }

    /// Keeps the text for another steward to publish, in place of what was proposed before. Throws `AccessFileError` for a faulty text.
    package func propose(_ text: String, file: String) async throws -> PolicyBook {
        let book = try LoadPolicy.parse(text, file: file)
        try check(book)
        try await partition.changing {
            let proposal = PolicyProposal(
                controller: book.controller, text: text, proposer: actor.identity, time: partition.now())
            try partition.records.set(proposal.key, to: proposal.json.canonicalText)
            try await log("policy propose", book)
        }
        return book
    }

    /// Puts what was proposed for a controller into force from the day that it names.
    ///
    /// - Parameter signing: The digest of the text that the publisher has read; nil where they have no other text before them. Throws
    ///   `Refusal.otherText` where what is proposed now is another.
    package func publish(_ controller: OrganisationCode, signing digest: String? = nil) async throws -> PolicyBook {
        try await partition.changing {
            guard let proposal = try partition.proposal(for: controller) else { throw Refusal.nothingProposed }
            let book = try LoadPolicy.parse(proposal.text, file: "proposal")
            try check(book)
            guard !actor.isSamePerson(as: proposal.proposer) else { throw Refusal.samePerson }
            if let digest, digest != proposal.digest { throw Refusal.otherText }
            _ = try partition.records.publishPolicy(
                proposal.text, controller: controller, validFrom: book.versions.last?.validFrom ?? partition.now().date,
                proposedBy: proposal.proposer, approvedBy: actor.identity, time: partition.now())
            try partition.records.set(proposal.key, to: nil)
            try await log("policy publish", book)
            return book
        }
    }

    /// Takes away what was proposed for a controller; any steward of the region may.
    package func withdraw(_ controller: OrganisationCode) async throws {
        try await partition.changing {
            guard let proposal = try partition.proposal(for: controller) else { throw Refusal.nothingProposed }
            let book = try LoadPolicy.parse(proposal.text, file: "proposal")
            try check(book)
            try partition.records.set(proposal.key, to: nil)
            try await log("policy withdraw", book)
        }
    }

    private func log(_ process: String, _ book: PolicyBook) async throws {
        _ = try await partition.ledger.append(
            AuditEvent(
                time: partition.now(), act: .policy, actor: actor.identity, role: actor.role.rawValue,
                careUnit: actor.provider?.text, process: process, reference: book.versions.last?.reference))
    }
}
