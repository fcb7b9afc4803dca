package import StructuredText

/// What a new version does to something that an issued report cites. The gravest first.
package enum SupportEffect: String, Sendable, CaseIterable, Comparable {
    /// The item is not in the new version.
    case gone
    /// It says something else: another side of a boundary, resistance instead of sensitivity, no support instead of support.
    case directionChanged
    /// It is about another profile, disease or therapy than when it was cited.
    case scopeChanged
    case weakened
    /// Firmer on one scale and less firm on another.
    case shifted
    case strengthened
    /// What the report relies on stands; other fields changed.
    case reworded

    package var name: LocalizedText {
        switch self {
        case .gone: LocalizedText(sv: "borttagen", en: "gone")
        case .directionChanged: LocalizedText(sv: "säger något annat", en: "direction changed")
        case .scopeChanged: LocalizedText(sv: "gäller något annat", en: "scope changed")
        case .weakened: LocalizedText(sv: "svagare", en: "weakened")
        case .shifted: LocalizedText(sv: "omvärderad", en: "re-weighed")
        case .strengthened: LocalizedText(sv: "starkare", en: "strengthened")
        case .reworded: LocalizedText(sv: "omformulerad", en: "reworded")
        }
    }

    /// Whether somebody has to look at the reports that cite it.
    package var needsReview: Bool { self < .strengthened }

    package static func < (a: SupportEffect, b: SupportEffect) -> Bool { a.rank < b.rank }

    private var rank: Int { SupportEffect.allCases.firstIndex(of: self) ?? 0 }
}

extension SupportEffect {
    /// What it means for a report that cited `said` that the item now says `now`; nil where that is the same.
    package init?(said: ItemStatement, now: ItemStatement) {
        guard said.direction == now.direction else {
            self = .directionChanged
            return
        }
        // Letters' case changes between releases without meaning anything.
        guard said.scope.lowercased() == now.scope.lowercased() else {
            self = .scopeChanged
            return
        }
        var (isFirmer, isWeaker) = (false, false)
        for old in said.strengths {
            // A scale that is no longer given says nothing in either direction.
            guard let new = now.strengths.first(where: { $0.scale == old.scale }) else { continue }
            if new.value > old.value { isFirmer = true }
            if new.value < old.value { isWeaker = true }
        }
        switch (isFirmer, isWeaker) {
        case (true, true): self = .shifted
        case (true, false): self = .strengthened
        case (false, true): self = .weakened
        case (false, false): return nil
        }
    }
}
