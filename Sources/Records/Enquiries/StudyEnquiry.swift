package import ClinicalModel
package import StructuredText

/// A study that somebody wants to know the room for, as it was registered. It never changes: other criteria are another enquiry.
package struct StudyEnquiry: Hashable, Sendable {
    /// `enq-` and 16 hexadecimal digits of the digest.
    package let id: String
    /// SHA-256 of everything below but the moment, in 64 hexadecimal digits.
    package let digest: String
    package let title: String
    package let sponsor: String
    /// The question's text.
    package let criteria: String
    package let plannedStudy: String
    /// Whom a region answers to.
    package let contact: String
    /// The last day for answers.
    package let deadline: CivilDate
    /// `Actor.identity`, and the organisation that the actor belongs to.
    package let registrant: String
    package let organisation: String
    package let registered: Timestamp

    package init(
        title: String, sponsor: String, criteria: String, plannedStudy: String, contact: String, deadline: CivilDate,
        registrant: String, organisation: String, registered: Timestamp
    ) {
        let content = [title, sponsor, criteria, plannedStudy, contact, deadline.description, registrant, organisation]
        digest = ContentDigest.of(JSONValue(content.map { JSONValue(.string($0)) }).canonicalText)
        id = "enq-" + digest.prefix(16)
        self.title = title
        self.sponsor = sponsor
        self.criteria = criteria
        self.plannedStudy = plannedStudy
        self.contact = contact
        self.deadline = deadline
        self.registrant = registrant
        self.organisation = organisation
        self.registered = registered
    }
}

/// A step of an enquiry: of the whole where it names no region.
package struct EnquiryStep: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case registered, frozen, asked, computed, answered, closed
    }

    package let kind: Kind
    package let region: RegionCode?
    package let time: Timestamp
    /// `Actor.identity` of whoever took it.
    package let actor: String

    package init(_ kind: Kind, region: RegionCode? = nil, time: Timestamp, actor: String) {
        self.kind = kind
        self.region = region
        self.time = time
        self.actor = actor
    }
}

/// What a region's computation came to: the one number or interval that leaves it, or why there is none.
package struct EnquiryFigure: Hashable, Sendable {
    package enum State: String, Sendable, CaseIterable {
        case answered, suppressed, refused, late, unreachable

        /// The region has computed; what it said stands.
        package var isFinal: Bool { self == .answered || self == .suppressed }
    }

    package let region: RegionCode
    package let state: State
    /// Both ends are included; equal for a number. Nil where nothing may be told.
    package let figure: ClosedRange<Int>?
    package let reason: LocalizedText?
    package let time: Timestamp

    package init(region: RegionCode, state: State, figure: ClosedRange<Int>?, reason: LocalizedText?, time: Timestamp) {
        self.region = region
        self.state = state
        self.figure = figure
        self.reason = reason
        self.time = time
    }
}

/// What a region's data steward answers by hand.
package struct EnquiryOpinion: Hashable, Sendable {
    package enum Decision: String, Sendable, CaseIterable {
        case yes, no, condition
    }

    package let region: RegionCode
    package let decision: Decision
    /// The grounds or the condition, in words.
    package let words: String
    /// Where the study could be done, and with what capability.
    package let site: String
    package let contact: String
    /// `Actor.identity`.
    package let steward: String
    package let time: Timestamp

    package init(
        region: RegionCode, decision: Decision, words: String, site: String, contact: String, steward: String, time: Timestamp
    ) {
        self.region = region
        self.decision = decision
        self.words = words
        self.site = site
        self.contact = contact
        self.steward = steward
        self.time = time
    }
}
