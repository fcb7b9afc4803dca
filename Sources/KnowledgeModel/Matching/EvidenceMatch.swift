/// An item that is about what was found, or nearly, and why.
package struct EvidenceMatch<Item: ProfiledItem>: Sendable {
    package enum Kind: Hashable, Sendable {
        /// Every part of the profile holds; of several parts the least close decides the level.
        case applies(MatchLevel)
        /// All parts but one hold.
        case lacksOne
        /// The one thing that the item is about was nearly found.
        case nearby(NearReason)

        package var applies: Bool {
            guard case .applies = self else { return false }
            return true
        }
    }

    package let item: Item
    package let kind: Kind
    /// The parts of the profile in the order written, each with what the findings say of it.
    package let parts: [ProfilePart]
    package internal(set) var tumour: TumourRelation
    /// Whether the finding's genome, inherited or tumour, is the one that the item is about; nil where the item does not say.
    package let originAgrees: Bool?

    /// The findings that it rests on.
    package var findings: [String] {
        var seen = Set<String>()
        return parts.compactMap { $0.level == nil ? nil : $0.finding }.filter { seen.insert($0).inserted }
    }

    /// The part that is missing from a near miss.
    package var missingPart: ProfilePart? { parts.first { !$0.holds } }

    /// What applies first, then by closeness, tumour type, firmness; at last by identity, so that the order is always the same.
    static func precedes(_ a: EvidenceMatch, _ b: EvidenceMatch) -> Bool {
        if a.kindRank != b.kindRank { return a.kindRank < b.kindRank }
        if case .applies(let first) = a.kind, case .applies(let second) = b.kind, first != second { return first < second }
        if a.tumour.rank != b.tumour.rank { return a.tumour.rank < b.tumour.rank }
        if a.item.firmness != b.item.firmness { return a.item.firmness > b.item.firmness }
        return a.item.identity < b.item.identity
    }

    private var kindRank: Int {
        switch kind {
        case .applies: 0
        case .lacksOne: 1
        case .nearby: 2
        }
    }
}
