package import AccessModel
package import ClinicalModel
internal import Questions
package import Records

/// Registers a study enquiry (studieförfrågan): one way in to every region. It cannot be changed afterwards; other criteria are another
/// enquiry. The same content by the same person is the same enquiry, on whatever day it is sent.
package struct RegisterEnquiry: Sendable {
    package let enquiries: EnquiryDatabase
    package let actor: Actor
    package let draft: EnquiryDraft

    package init(enquiries: EnquiryDatabase, actor: Actor, draft: EnquiryDraft) {
        self.enquiries = enquiries
        self.actor = actor
        self.draft = draft
    }

    /// Throws `EnquiryError`. Whether the actor's role may ask is for each region to decide when it is asked.
    package func run(now: Timestamp) throws -> StudyEnquiry {
        guard actor.purposes.contains(.feasibility) else { throw EnquiryError(.purpose, place: "enquiry") }
        guard case .count = draft.question.kind else { throw EnquiryError(.notACount, place: "criteria") }
        let enquiry = StudyEnquiry(
            title: try EnquiryText.checked(draft.title, "title"), sponsor: try EnquiryText.checked(draft.sponsor, "sponsor"),
            criteria: draft.question.text, plannedStudy: try EnquiryText.checked(draft.plannedStudy, "plannedStudy"),
            contact: try EnquiryText.checked(draft.contact, "contact"), deadline: draft.deadline, registrant: actor.identity,
            organisation: actor.enquiringOrganisation, registered: now)
        if let known = try enquiries.enquiry(enquiry.id) { return known }
        guard draft.deadline >= now.date else { throw EnquiryError(.passedDeadline, place: "deadline") }
        return try enquiries.register(enquiry)
    }
}

extension Actor {
    /// Whose colleagues may read an enquiry: those of the provider, or of the region where the actor has none.
    var enquiringOrganisation: String { provider?.text ?? region.map { "region-\($0)" } ?? identity }
}
