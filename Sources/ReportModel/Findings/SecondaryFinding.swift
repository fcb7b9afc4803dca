package import StructuredText

/// An inherited variant that nobody looked for, or that shows itself in a tumour: something about the person and the family.
package struct SecondaryFinding: Hashable, Sendable {
    package enum Origin: String, Sendable, CaseIterable {
        /// Looked for on purpose beside the question, from a list.
        case listed
        /// Seen by chance.
        case incidental
        /// Seen in a tumour; not known to be inherited until a normal sample has been examined.
        case suspectedFromTumour = "suspected-from-tumour"
    }

    package enum Alteration: Hashable, Sendable {
        case smallVariant(SmallVariantFinding)
        case copyNumber(CopyNumberFinding)
        case structural(StructuralFinding)
    }

    package let origin: Origin
    package let alteration: Alteration
    /// The list with its version, such as `ACMG SF v3.2`; needed where the origin is a list.
    package let list: String?
    /// Whether the person wanted to know of such findings; nil where nobody has asked, and then it is not to be told.
    package let isWanted: Bool?
    /// Whether it has been seen in a normal sample.
    package let isConfirmedGermline: Bool

    /// Nil where a listed finding names no list.
    package init?(
        origin: Origin, alteration: Alteration, list: String? = nil, isWanted: Bool? = nil, isConfirmedGermline: Bool
    ) {
        guard origin != .listed || list?.isEmpty == false else { return nil }
        self.origin = origin
        self.alteration = alteration
        self.list = list
        self.isWanted = isWanted
        self.isConfirmedGermline = isConfirmedGermline
    }

    /// Only what the person has said yes to is told.
    package var mayBeReported: Bool { isWanted == true }
}

extension SecondaryFinding: ReportJSONForm {
    package var json: JSONValue {
        let (name, value): (String, JSONValue) =
            switch alteration {
            case .smallVariant(let finding): ("smallVariant", finding.json)
            case .copyNumber(let finding): ("copyNumber", finding.json)
            case .structural(let finding): ("structural", finding.json)
            }
        return JSONValue(members: [
            ("origin", .word(origin)), (name, .some(value)), ("list", .text(list)), ("wanted", .bool(isWanted)),
            ("confirmedGermline", .bool(isConfirmedGermline)),
        ])
    }

    package init(json: JSONValue) throws(ReportJSONError) {
        let members = try ReportJSONMembers(
            json, "secondary",
            known: ["origin", "smallVariant", "copyNumber", "structural", "list", "wanted", "confirmedGermline"])
        let alteration: Alteration
        switch (members.has("smallVariant"), members.has("copyNumber"), members.has("structural")) {
        case (true, false, false): alteration = .smallVariant(try members.form("smallVariant"))
        case (false, true, false): alteration = .copyNumber(try members.form("copyNumber"))
        case (false, false, true): alteration = .structural(try members.form("structural"))
        default: throw members.fault("smallVariant")
        }
        guard
            let made = SecondaryFinding(
                origin: try members.word("origin"), alteration: alteration,
                list: try members.optional("list", members.text), isWanted: try members.optional("wanted", members.bool),
                isConfirmedGermline: try members.bool("confirmedGermline"))
        else { throw members.fault("list") }
        self = made
    }
}
