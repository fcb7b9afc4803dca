package import AccessModel
package import ClinicalModel
internal import Records
package import ReportModel
package import StructuredText

/// A decision about computed proposals that one steward has made and another has to confirm.
package struct WaitingProposalDecision: Hashable, Sendable {
    package let from: CivilDate
    package let rules: RuleSet
    package let setting: ProposalSwitch.Setting
    package let ground: String
    package let proposer: String

    static let keyPrefix = "proposalSwitch/"
    var key: String { WaitingProposalDecision.keyPrefix + rules.description }

    var json: JSONValue {
        [
            "from": JSONValue(.string(from.description)), "rules": rules.json, "setting": JSONValue(.string(setting.rawValue)),
            "ground": JSONValue(.string(ground)), "by": JSONValue(.string(proposer)),
        ]
    }

    init(from: CivilDate, rules: RuleSet, setting: ProposalSwitch.Setting, ground: String, proposer: String) {
        self.from = from
        self.rules = rules
        self.setting = setting
        self.ground = ground
        self.proposer = proposer
    }

    /// Reads a setting of the partition; nil for any other one.
    init?(key: String, value: String) {
        guard key.hasPrefix(WaitingProposalDecision.keyPrefix), let json = try? JSONReader.read(value),
            let from = json["from"]?.string.flatMap({ CivilDate($0) }),
            let rules = json["rules"].flatMap({ try? RuleSet(json: $0) }),
            let setting = json["setting"]?.string.flatMap(ProposalSwitch.Setting.init), let ground = json["ground"]?.string,
            let proposer = json["by"]?.string
        else { return nil }
        self.init(from: from, rules: rules, setting: setting, ground: ground, proposer: proposer)
    }
}

extension Partition {
    /// What the region has decided about showing computed proposals.
    package func proposalSwitch() throws -> ProposalSwitch {
        ProposalSwitch(region: layout.region, entries: try records.proposalDecisions())
    }

    /// Decisions that wait for a second person, by their rules.
    package func waitingProposalDecisions() throws -> [WaitingProposalDecision] {
        try records.settings().compactMap { WaitingProposalDecision(key: $0.key, value: $0.value) }
            .sorted { $0.rules.description < $1.rules.description }
    }

    private static func signingKey(_ laboratory: OrganisationCode) -> String { "signing/\(laboratory)" }

    /// How many sign a laboratory's interpretations: one where it has set nothing.
    package func signingRule(of laboratory: OrganisationCode) throws -> SigningRule {
        SigningRule(needsTwoSignatures: try records.setting(Partition.signingKey(laboratory)) == "two")
    }

    fileprivate func setSigning(_ laboratory: OrganisationCode, needsTwoSignatures: Bool) throws {
        try records.set(Partition.signingKey(laboratory), to: needsTwoSignatures ? "two" : nil)
    }
}

/// Decides for a region whether computed proposals are shown in care, and how many people sign in a laboratory. The first takes two
/// stewards: software that proposes a classification is a medical device.
package struct GovernInterpretations: Sendable {
    package enum Refusal: String, Error, Sendable, CaseIterable {
        case groundMissing = "ground-missing"
        case nothingProposed = "nothing-proposed"
        case samePerson = "same-person"
        case unknownLaboratory = "unknown-laboratory"

        package var message: LocalizedText {
            switch self {
            case .groundMissing: LocalizedText(sv: "Grunden för beslutet saknas.", en: "the ground of the decision is missing.")
            case .nothingProposed:
                LocalizedText(
                    sv: "Ingen har föreslagit något om reglerna.", en: "nobody has proposed anything about these rules.")
            case .samePerson:
                LocalizedText(
                    sv: "Den som har föreslagit beslutet får inte bekräfta det.",
                    en: "who proposed the decision may not confirm it.")
            case .unknownLaboratory:
                LocalizedText(sv: "Regionen har inget sådant laboratorium.", en: "the region has no such laboratory.")
            }
        }

        package var remedy: LocalizedText {
            switch self {
            case .groundMissing:
                LocalizedText(
                    sv: "Ange beslutets och valideringens nummer.", en: "Give the numbers of the decision and of its validation.")
            case .nothingProposed: LocalizedText(sv: "Föreslå ett beslut först.", en: "Propose a decision first.")
            case .samePerson: LocalizedText(sv: "Låt en annan dataförvaltare göra det.", en: "Let another data steward do it.")
            case .unknownLaboratory: LocalizedText(sv: "Kontrollera laboratoriets kod.", en: "Check the laboratory's code.")
            }
        }
    }

    package let partition: Partition
    package let actor: Actor
    package let purpose: Purpose

    package init(partition: Partition, actor: Actor, purpose: Purpose) {
        self.partition = partition
        self.actor = actor
        self.purpose = purpose
    }

    func check() throws(AdministrativeRefusal) {
        try AdministrativeRights.check(.governInterpretations, by: actor, for: purpose, in: partition.layout.region)
    }

    /// Proposes a decision, in place of an earlier proposal about the same rules.
    package func propose(
        _ setting: ProposalSwitch.Setting, of rules: RuleSet, from: CivilDate, ground: String
    ) async throws {
        try check()
        let ground = try FindingText.checked(ground, "ground")
        guard !ground.isEmpty else { throw Refusal.groundMissing }
        try await partition.changing {
            let waiting = WaitingProposalDecision(
                from: from, rules: rules, setting: setting, ground: ground, proposer: actor.identity)
            try partition.records.set(waiting.key, to: waiting.json.canonicalText)
            try await log("proposal switch propose", rules.description)
        }
    }

    /// Confirms what another has proposed; it holds from the day that it names.
    package func confirm(_ rules: RuleSet) async throws {
        try check()
        try await partition.changing {
            guard let waiting = try partition.waitingProposalDecisions().first(where: { $0.rules == rules }) else {
                throw Refusal.nothingProposed
            }
            guard !actor.isSamePerson(as: waiting.proposer),
                let entry = ProposalSwitch.Entry(
                    from: waiting.from, rules: rules, setting: waiting.setting, deciders: [waiting.proposer, actor.identity],
                    ground: waiting.ground)
            else { throw Refusal.samePerson }
            try partition.records.addProposalDecision(entry, at: partition.now())
            try partition.records.set(waiting.key, to: nil)
            try await log("proposal switch decide", rules.description)
        }
    }

    /// Sets whether a laboratory's interpretations take two signatures. Versions that are begun already keep what held then.
    package func setSigning(of laboratory: OrganisationCode, needsTwoSignatures: Bool) async throws {
        try check()
        guard try partition.records.organisation(laboratory)?.kind == .laboratory else { throw Refusal.unknownLaboratory }
        try await partition.changing {
            try partition.setSigning(laboratory, needsTwoSignatures: needsTwoSignatures)
            try await log("signing set", laboratory.text)
        }
    }

    private func log(_ process: String, _ reference: String) async throws {
        _ = try await partition.ledger.append(
            AuditEvent(
                by: actor, at: partition.now(), .interpretation, process: process, purpose: purpose, reference: reference))
    }
}
