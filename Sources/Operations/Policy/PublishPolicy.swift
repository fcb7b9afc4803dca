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

    private func key(_ controller: OrganisationCode) -> String { "policyProposal/" + controller.text }

    /// Keeps the text for another steward to publish. Throws `AccessFileError` for a faulty text.
    package func propose(_ text: String, file: String) async throws -> PolicyBook {
        let book = try LoadPolicy.parse(text, file: file)
        try check(book)
        try await partition.changing {
            let proposal: JSONValue = ["text": JSONValue(.string(text)), "by": JSONValue(.string(actor.identity))]
            try partition.records.set(key(book.controller), to: proposal.canonicalText)
            try await log("policy propose", book)
        }
        return book
    }

    /// Puts what was proposed for a controller into force from the day that it names.
    package func publish(_ controller: OrganisationCode) async throws -> PolicyBook {
        guard let stored = try partition.records.setting(key(controller)), let json = try? JSONReader.read(stored),
            let text = json["text"]?.string, let proposer = json["by"]?.string
        else { throw Refusal.nothingProposed }
        let book = try LoadPolicy.parse(text, file: "proposal")
        try check(book)
        guard proposer != actor.identity else { throw Refusal.samePerson }
        try await partition.changing {
            _ = try partition.records.publishPolicy(
                text, controller: controller, validFrom: book.versions.last?.validFrom ?? partition.now().date,
                proposedBy: proposer, approvedBy: actor.identity, time: partition.now())
            try partition.records.set(key(controller), to: nil)
            try await log("policy publish", book)
        }
        return book
    }

    private func log(_ process: String, _ book: PolicyBook) async throws {
        _ = try await partition.ledger.append(
            AuditEvent(
                time: partition.now(), act: .policy, actor: actor.identity, role: actor.role.rawValue,
                careUnit: actor.provider?.text, process: process, reference: book.versions.last?.reference))
    }
}
