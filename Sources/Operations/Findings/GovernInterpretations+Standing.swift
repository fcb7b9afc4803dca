internal import AccessModel
package import ClinicalModel
internal import Records
package import ReportModel

/// How a region's laboratories interpret now: what is shown of computed proposals, and how many sign.
package struct InterpretationStanding: Sendable {
    package struct Rules: Sendable {
        package let rules: RuleSet
        package let setting: ProposalSwitch.Setting
        /// Every decision on this version, in the order in which they were made.
        package let decisions: [ProposalSwitch.Entry]
        package let waiting: WaitingProposalDecision?
    }

    package let rules: [Rules]
    package let laboratories: [(laboratory: Organisation, signs: SigningRule)]
}

extension GovernInterpretations {
    /// Every version of rules by which this program computes proposals, in the order in which they are decided about.
    package static let rules = [GermlineProposal.rules, SomaticProposal.rules, EvidenceProposal.rules]

    /// What holds on a day, for each version of rules that this program has. Throws `AdministrativeRefusal`.
    package func standing(on date: CivilDate) throws -> InterpretationStanding {
        try check()
        let switches = try partition.proposalSwitch()
        let waiting = try partition.waitingProposalDecisions()
        return InterpretationStanding(
            rules: GovernInterpretations.rules.map { rules in
                InterpretationStanding.Rules(
                    rules: rules, setting: switches.setting(of: rules, on: date),
                    decisions: switches.entries.filter { $0.rules == rules }, waiting: waiting.first { $0.rules == rules })
            },
            laboratories: try partition.records.organisations().filter { $0.kind == .laboratory }.map {
                ($0, try partition.signingRule(of: $0.code))
            })
    }
}
