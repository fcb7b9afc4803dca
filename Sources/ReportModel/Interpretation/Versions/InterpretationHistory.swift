package import AccessModel
package import ClinicalModel

/// All versions of one interpretation, from the first on. It only grows: every act gives a history that holds everything that the one before
/// held. At most one version is open, and at most one signed and in force.
package struct InterpretationHistory: Hashable, Sendable {
    /// The region's own name for it.
    package let identifier: String
    /// Whose signing rule holds.
    package let laboratory: OrganisationCode
    /// Numbered 1, 2, …
    package let versions: [InterpretationVersion]

    private init(identifier: String, laboratory: OrganisationCode, versions: [InterpretationVersion]) {
        self.identifier = identifier
        self.laboratory = laboratory
        self.versions = versions
    }

    /// Begins with a computed proposal.
    package init(
        identifier: String, laboratory: OrganisationCode, proposed content: InterpretationContent, by stamp: ProposalStamp,
        rule: SigningRule
    ) {
        self.init(
            identifier: identifier, laboratory: laboratory,
            versions: [InterpretationVersion(proposed: content, number: 1, by: stamp, rule: rule)])
    }

    /// Begins with somebody's draft.
    package init(
        identifier: String, laboratory: OrganisationCode, draft content: InterpretationContent, by actor: Actor,
        at time: Timestamp, rule: SigningRule
    ) throws(InterpretationRefusal) {
        self.init(
            identifier: identifier, laboratory: laboratory,
            versions: [try InterpretationVersion(draft: content, number: 1, by: actor, at: time, rule: rule)])
    }

    /// Reads what was stored; nil unless the versions are numbered from 1, about one thing, and all but the last over or in force.
    package init?(stored identifier: String, laboratory: OrganisationCode, versions: [InterpretationVersion]) {
        guard !versions.isEmpty, versions.enumerated().allSatisfy({ $1.number == $0 + 1 }),
            Set(versions.map(\.content.subject)).count == 1, versions.dropLast().allSatisfy({ !$0.state.isOpen }),
            versions.count(where: { $0.state == .signed }) <= 1
        else { return nil }
        self.init(identifier: identifier, laboratory: laboratory, versions: versions)
    }

    /// The version in force; nil before the first is signed, and after it has been withdrawn.
    package var current: InterpretationVersion? { versions.last { $0.state == .signed } }

    /// The version that is being worked on.
    package var open: InterpretationVersion? { versions.last { $0.state.isOpen } }

    /// A new version as a draft. The one in force stays so until the new one is signed.
    package func opening(
        _ content: InterpretationContent, by actor: Actor, at time: Timestamp, rule: SigningRule
    ) throws(InterpretationRefusal) -> InterpretationHistory {
        try checkOpening(content)
        return adding(
            try InterpretationVersion(draft: content, number: versions.count + 1, by: actor, at: time, rule: rule))
    }

    /// A new version as a computed proposal, such as after new evidence.
    package func proposing(
        _ content: InterpretationContent, by stamp: ProposalStamp, rule: SigningRule
    ) throws(InterpretationRefusal) -> InterpretationHistory {
        try checkOpening(content)
        return adding(InterpretationVersion(proposed: content, number: versions.count + 1, by: stamp, rule: rule))
    }

    /// The history after an act: on the version that is open, else on the one in force. A completed signature supersedes the version that
    /// was in force.
    package func after(
        _ step: InterpretationStep, content: InterpretationContent? = nil, rule: SigningRule
    ) throws(InterpretationRefusal) -> InterpretationHistory {
        guard let target = open ?? current else { throw .init(.wrongState) }
        if let content { try checkSubject(content) }
        let changed = try target.after(step, content: content, rule: rule)
        return InterpretationHistory(
            identifier: identifier, laboratory: laboratory,
            versions: versions.map { version in
                if version.number == target.number { return changed }
                return changed.state == .signed ? version.superseded(by: step) : version
            })
    }

    private func checkOpening(_ content: InterpretationContent) throws(InterpretationRefusal) {
        guard open == nil else { throw .init(.openVersion) }
        try checkSubject(content)
    }

    /// All versions are about one thing.
    private func checkSubject(_ content: InterpretationContent) throws(InterpretationRefusal) {
        guard versions.last?.content.subject == content.subject else { throw .init(.otherSubject) }
    }

    private func adding(_ version: InterpretationVersion) -> InterpretationHistory {
        InterpretationHistory(identifier: identifier, laboratory: laboratory, versions: versions + [version])
    }
}

extension InterpretationContent {
    /// What an interpretation is about, the same in all its versions: variant and condition, or finding and tumour type.
    package var subject: String {
        switch self {
        case .germline(let content): "\(content.variant) \(content.condition)"
        case .somatic(let content): "\(content.finding) \(content.tumourType)"
        }
    }
}
