package import AccessModel
package import ClinicalModel
package import Records

/// Shows an enquiry: to whoever registered it and their colleagues with every region's number, to a data steward of a region that was asked
/// with the own region's number and everybody's answers in words.
package struct ShowEnquiry: Sendable {
    package let enquiries: EnquiryDatabase
    package let actor: Actor
    package let enquiry: String

    package init(enquiries: EnquiryDatabase, actor: Actor, enquiry: String) {
        self.enquiries = enquiries
        self.actor = actor
        self.enquiry = enquiry
    }

    /// Throws `EnquiryError.unknown`, also where it does not concern the actor.
    package func run(on date: CivilDate) throws -> EnquiryTable {
        guard let known = try enquiries.enquiry(enquiry) else { throw EnquiryError(.unknown, place: enquiry) }
        let steps = try enquiries.steps(of: enquiry)
        let isAsker = known.organisation == actor.enquiringOrganisation && actor.purposes.contains(.feasibility)
        guard isAsker || actor.answersEnquiry(with: steps) else { throw EnquiryError(.unknown, place: enquiry) }
        return EnquiryTable(
            known, steps: steps, figures: try enquiries.figures(of: enquiry), opinions: try enquiries.opinions(on: enquiry),
            for: isAsker ? nil : actor.region, on: date)
    }
}

/// Lists the enquiries that concern an actor, in the order in which they were registered: those of the own organisation, and to a data
/// steward those that the region was asked.
package struct ListEnquiries: Sendable {
    package let enquiries: EnquiryDatabase
    package let actor: Actor

    package init(enquiries: EnquiryDatabase, actor: Actor) {
        self.enquiries = enquiries
        self.actor = actor
    }

    package func run() throws -> [StudyEnquiry] {
        try enquiries.enquiries().filter { enquiry in
            if enquiry.organisation == actor.enquiringOrganisation, actor.purposes.contains(.feasibility) { return true }
            return try actor.answersEnquiry(with: enquiries.steps(of: enquiry.id))
        }
    }
}

extension Actor {
    /// Whether the actor answers for a region that was asked.
    fileprivate func answersEnquiry(with steps: [EnquiryStep]) -> Bool {
        role == .dataSteward && region != nil && steps.contains { $0.kind == .asked && $0.region == region }
    }
}
