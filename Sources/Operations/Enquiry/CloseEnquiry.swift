package import AccessModel
package import ClinicalModel
package import Records

/// Ends an enquiry: nobody is asked and nobody answers any more, and everything stays to be read.
package struct CloseEnquiry: Sendable {
    package let enquiries: EnquiryDatabase
    package let actor: Actor
    package let enquiry: String

    package init(enquiries: EnquiryDatabase, actor: Actor, enquiry: String) {
        self.enquiries = enquiries
        self.actor = actor
        self.enquiry = enquiry
    }

    /// Throws `EnquiryError`. Closing again changes nothing.
    package func run(now: Timestamp) throws {
        guard let known = try enquiries.enquiry(enquiry), known.organisation == actor.enquiringOrganisation else {
            throw EnquiryError(.unknown, place: enquiry)
        }
        guard known.registrant == actor.identity else { throw EnquiryError(.notRegistrant, place: enquiry) }
        try enquiries.record([EnquiryStep(.closed, time: now, actor: actor.identity)], of: enquiry)
    }
}
