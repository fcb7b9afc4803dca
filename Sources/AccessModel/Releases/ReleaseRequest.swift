package import ClinicalModel
package import GenomeModel

/// What somebody asks of the region that holds data, beyond what it answers by itself. It never changes; what becomes of it are its steps.
package struct ReleaseRequest: Hashable, Sendable {
    /// What is asked for.
    package enum Wish: String, Sendable, CaseIterable {
        /// Figures that were withheld or refused.
        case figures
        /// How the region's own people read the variant.
        case interpretation
        /// To be put in touch with whoever treats the carriers.
        case contact
        /// Records of carriers.
        case records
    }

    /// `rel-` and 16 hexadecimal digits, drawn by chance.
    package let id: String
    /// The region that is asked.
    package let region: RegionCode
    package let asker: Asker
    package let purpose: Purpose
    /// What was asked about, as the cohort language writes it.
    package let question: String
    package let assembly: Assembly
    /// The region's state when it was asked by the page: `suppressed`, `refused`, …
    package let answered: String
    package let wish: Wish
    /// Why, in the asker's words.
    package let words: String
    package let sent: Timestamp
    /// Whether it is sent for the sake of a patient with whom the asker has a care relation on record, as the asker's own region says.
    package let hasCareRelation: Bool

    package init(
        id: String, region: RegionCode, asker: Asker, purpose: Purpose, question: String, assembly: Assembly, answered: String,
        wish: Wish, words: String, sent: Timestamp, hasCareRelation: Bool = false
    ) {
        self.id = id
        self.region = region
        self.asker = asker
        self.purpose = purpose
        self.question = question
        self.assembly = assembly
        self.answered = answered
        self.wish = wish
        self.words = words
        self.sent = sent
        self.hasCareRelation = hasCareRelation
    }

    package static func newIdentifier() -> String {
        let digits = String(UInt64.random(in: .min ... .max), radix: 16)
        return "rel-" + String(repeating: "0", count: 16 - digits.count) + digits
    }

    package static func isIdentifier(_ text: some StringProtocol) -> Bool {
        text.utf8.count == 20 && text.hasPrefix("rel-")
            && text.utf8.dropFirst(4).allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
    }
}

extension ReleaseRequest {
    /// Who asks, as the holding region needs to know it.
    package struct Asker: Hashable, Sendable {
        package let identity: String
        package let name: String
        package let role: Actor.Role
        package let region: RegionCode?
        package let provider: OrganisationCode?
        package let careUnit: OrganisationCode?

        package init(
            identity: String, name: String, role: Actor.Role, region: RegionCode?, provider: OrganisationCode?,
            careUnit: OrganisationCode?
        ) {
            self.identity = identity
            self.name = name
            self.role = role
            self.region = region
            self.provider = provider
            self.careUnit = careUnit
        }

        package init(_ actor: Actor) {
            self.init(
                identity: actor.identity, name: actor.name, role: actor.role, region: actor.region, provider: actor.provider,
                careUnit: actor.careUnit)
        }

        /// The asker as somebody whom law and policy can decide about, under the purpose of the request alone.
        package func actor(for purpose: Purpose) -> Actor {
            Actor(
                identity: identity, name: name, role: role, region: region, provider: provider, careUnit: careUnit,
                purposes: [purpose])
        }
    }
}
