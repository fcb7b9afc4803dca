internal import AccessModel
package import ClinicalModel

/// From when a region shows computed proposals outside research, for each version of the rules that it has validated.
///
/// Software that proposes a classification is a medical device (regulations (EU) 2017/745, annex VIII rule 11, and 2017/746, art. 5.5):
/// until a region has decided otherwise for that very version, proposals are for research only.
package struct ProposalSwitch: Hashable, Sendable {
    package enum Setting: String, Sendable, CaseIterable {
        case researchOnly = "research-only"
        case shownInCare = "shown-in-care"
    }

    package struct Entry: Hashable, Sendable {
        package let from: CivilDate
        package let rules: RuleSet
        package let setting: Setting
        /// `Actor.identity` of who decided: two different people.
        package let deciders: [String]
        /// The decision and the validation that it rests on, by their numbers.
        package let ground: String

        /// Nil without two different people or without a ground.
        package init?(from: CivilDate, rules: RuleSet, setting: Setting, deciders: [String], ground: String) {
            guard Set(deciders.map(Actor.comparable)).count >= 2, ground.contains(where: { !$0.isWhitespace }) else { return nil }
            self.from = from
            self.rules = rules
            self.setting = setting
            self.deciders = deciders
            self.ground = ground
        }
    }

    package let region: RegionCode
    /// In the order in which they were decided; of two for the same day the later one holds.
    package let entries: [Entry]

    package init(region: RegionCode, entries: [Entry]) {
        self.region = region
        self.entries = entries
    }

    /// The setting of one version of the rules on `date`.
    package func setting(of rules: RuleSet, on date: CivilDate) -> Setting {
        entry(for: rules, on: date)?.setting ?? .researchOnly
    }

    /// Whether a proposal may be shown, and why.
    package func decision(on proposal: ProposalStamp, isResearch: Bool, date: CivilDate) -> ProposalDecision {
        if isResearch { return .shown(.research) }
        guard let entry = entry(for: proposal.rules, on: date) else {
            let knowsOther = entries.contains {
                $0.rules.name == proposal.rules.name && $0.from <= date && $0.setting == .shownInCare
            }
            return .withheld(knowsOther ? .otherVersion : .notDecided)
        }
        return entry.setting == .shownInCare ? .shown(.decided) : .withheld(.switchedOff)
    }

    private func entry(for rules: RuleSet, on date: CivilDate) -> Entry? {
        entries.enumerated().filter { $0.element.rules == rules && $0.element.from <= date }
            .max { ($0.element.from, $0.offset) < ($1.element.from, $1.offset) }?.element
    }
}
