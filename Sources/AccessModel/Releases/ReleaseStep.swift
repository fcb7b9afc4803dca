package import ClinicalModel

/// Something that was done about a request, by the side that asks or the side that holds.
package struct ReleaseStep: Hashable, Sendable {
    package enum Side: String, Sendable, CaseIterable {
        case asker, holder
    }

    package enum Kind: String, Sendable, CaseIterable {
        /// The holding region has it.
        case received
        case informationAsked = "information-asked"
        case informationGiven = "information-given"
        case granted, declined
        case closed
        case withdrawn

        /// Whether it cannot be done without saying why or what.
        package var needsWords: Bool {
            switch self {
            case .informationAsked, .informationGiven, .granted, .declined: true
            case .received, .closed, .withdrawn: false
            }
        }
    }

    package let side: Side
    /// From 1, on each side by itself.
    package let number: Int
    /// How many of the other side's steps were known when it was taken: that is what puts the two sides in one order.
    package let seen: Int
    package let kind: Kind
    /// `Actor.identity`; `system` for what the platform does.
    package let actor: String
    package let name: String
    package let unit: String?
    package let words: String
    package let time: Timestamp

    package init(
        side: Side, number: Int, seen: Int, kind: Kind, actor: String, name: String, unit: String?, words: String,
        time: Timestamp
    ) {
        self.side = side
        self.number = number
        self.seen = seen
        self.kind = kind
        self.actor = actor
        self.name = name
        self.unit = unit
        self.words = words
        self.time = time
    }
}
