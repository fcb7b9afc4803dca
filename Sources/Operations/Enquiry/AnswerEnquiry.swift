package import AccessModel
package import ClinicalModel
package import Records
package import StructuredText

/// What a data steward answers for a region.
package struct OpinionDraft: Hashable, Sendable {
    package var decision: EnquiryOpinion.Decision
    /// Needed for a no or a condition.
    package var words: String
    package var site: String
    package var contact: String

    package init(decision: EnquiryOpinion.Decision, words: String = "", site: String = "", contact: String) {
        self.decision = decision
        self.words = words
        self.site = site
        self.contact = contact
    }

    /// Reads `{"decision": "yes" | "no" | "condition", "words", "site", "contact"}`.
    package init(json: JSONValue) throws(EnquiryError) {
        guard json.members != nil else { throw EnquiryError(.wrongType, place: "answer") }
        let text = try EnquiryText.read(json, "decision")
        guard let decision = EnquiryOpinion.Decision(rawValue: text) else {
            throw EnquiryError(text.isEmpty ? .text(.missing) : .unknownValue, place: "decision")
        }
        self.init(
            decision: decision, words: try EnquiryText.read(json, "words"), site: try EnquiryText.read(json, "site"),
            contact: try EnquiryText.read(json, "contact"))
    }
}

/// Answers an enquiry for a region by hand: whether it takes part, in words, where, and whom to turn to. The number is not the steward's: it
/// is computed (PDL 5 kap. 7 §). A later answer takes the place of an earlier one, which is kept.
package struct AnswerEnquiry: Sendable {
    package let enquiries: EnquiryDatabase
    package let actor: Actor
    package let enquiry: String
    package let draft: OpinionDraft

    package init(enquiries: EnquiryDatabase, actor: Actor, enquiry: String, draft: OpinionDraft) {
        self.enquiries = enquiries
        self.actor = actor
        self.enquiry = enquiry
        self.draft = draft
    }

    /// Throws `EnquiryError`.
    package func run(now: Timestamp) throws {
        guard let region = actor.region, actor.role == .dataSteward else { throw EnquiryError(.notSteward, place: enquiry) }
        guard try enquiries.enquiry(enquiry) != nil else { throw EnquiryError(.unknown, place: enquiry) }
        let steps = try enquiries.steps(of: enquiry)
        guard steps.contains(where: { $0.kind == .asked && $0.region == region }) else {
            throw EnquiryError(.notAsked, place: enquiry)
        }
        guard !steps.contains(where: { $0.kind == .closed }) else { throw EnquiryError(.closed, place: enquiry) }
        try enquiries.record(
            EnquiryOpinion(
                region: region, decision: draft.decision,
                words: try EnquiryText.checked(draft.words, "words", mayBeEmpty: draft.decision == .yes),
                site: try EnquiryText.checked(draft.site, "site", mayBeEmpty: true),
                contact: try EnquiryText.checked(draft.contact, "contact"), steward: actor.identity, time: now),
            of: enquiry)
    }
}
