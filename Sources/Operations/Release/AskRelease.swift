package import AccessModel
package import ClinicalModel
package import GenomeModel
internal import Questions
package import Records
internal import StructuredText

/// A request as somebody writes it.
package struct ReleaseDraft: Hashable, Sendable {
    /// Drawn when the form was made, so that a form that is sent twice is one request.
    package var id: String
    package var region: RegionCode
    /// In the cohort language.
    package var question: String
    package var assembly: Assembly
    /// The region's state when the page asked it.
    package var answered: String
    package var wish: ReleaseRequest.Wish
    package var words: String
    /// For whose sake, in the asker's own region.
    package var patient: Pseudonym?

    package init(
        id: String, region: RegionCode, question: String, assembly: Assembly, answered: String, wish: ReleaseRequest.Wish,
        words: String, patient: Pseudonym? = nil
    ) {
        self.id = id
        self.region = region
        self.question = question
        self.assembly = assembly
        self.answered = answered
        self.wish = wish
        self.words = words
        self.patient = patient
    }
}

/// Asks the region that holds data for more than it answers by itself. The request is kept here before it is sent: a region that is away
/// gets it later.
package struct AskRelease: Sendable {
    package let node: RunningNode
    package let actor: Actor
    package let purpose: Purpose
    package let draft: ReleaseDraft

    package init(node: RunningNode, actor: Actor, purpose: Purpose, draft: ReleaseDraft) {
        self.node = node
        self.actor = actor
        self.purpose = purpose
        self.draft = draft
    }

    /// Throws `ReleaseError`.
    package func run() async throws -> RecordedRelease {
        guard let releases = node.releases else { throw ReleaseError(.notHere, place: "node") }
        if let refusal = AdministrativeRights.refusal(of: .askRelease, for: actor, purpose: purpose, in: draft.region) {
            throw ReleaseError(.notAllowed(refusal), place: "request")
        }
        guard node.regions.contains(draft.region) else { throw ReleaseError(.unknownRegion, place: "region") }
        guard ReleaseRequest.isIdentifier(draft.id) else { throw ReleaseError(.unknownValue, place: "id") }
        let question = try ReleaseQuestion.check(draft.question)
        let known = try releases.release(draft.id)
        let request = ReleaseRequest(
            id: draft.id, region: draft.region, asker: ReleaseRequest.Asker(actor), purpose: purpose, question: question.text,
            assembly: draft.assembly, answered: RegionState(rawValue: draft.answered)?.rawValue ?? "",
            wish: draft.wish, words: try ReleaseText.checked(draft.words, "words"), sent: known?.request.sent ?? node.now(),
            hasCareRelation: try known?.request.hasCareRelation ?? hasCareRelation())
        do {
            try releases.keep(request, node: node.name)
        } catch let error as RecordsError where error.code == .releaseDiffers {
            throw ReleaseError(.differs, place: "id")
        }
        return try await ExchangeRelease(node: node, release: request.id).run().release
    }

    /// Only the patient's own region can tell.
    private func hasCareRelation() throws -> Bool {
        guard let patient = draft.patient, let home = actor.region, let partition = node.partitions[home] else { return false }
        return try CareRelationCheck(partition: partition, actor: actor, patient: patient).run(on: node.now().date)
    }
}
