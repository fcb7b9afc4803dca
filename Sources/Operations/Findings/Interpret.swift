internal import AccessModel
package import ClinicalModel
package import Records
package import ReportModel

/// Begins an interpretation of a finding, or a new version of the one that the laboratory has of the same subject: the version in force
/// stays so until the new one is signed.
package struct BeginInterpretation: Sendable {
    package let access: CaseAccess
    package let laboratory: OrganisationCode
    /// The laboratory's own identifier.
    package let finding: String
    package let content: InterpretationContent

    package init(_ access: CaseAccess, laboratory: OrganisationCode, finding: String, content: InterpretationContent) {
        self.access = access
        self.laboratory = laboratory
        self.finding = finding
        self.content = content
    }

    /// Throws `AdministrativeRefusal`, `FindingRefusal` and `InterpretationRefusal`.
    package func run() async throws -> RecordedInterpretation {
        let rule = try access.partition.signingRule(of: laboratory)
        return try await InterpretationWriting(access, laboratory: laboratory, finding: finding).begin(
            content, process: "interpretation begin"
        ) { known, name, time in
            if let known { return try known.opening(content, by: access.actor, at: time, rule: rule) }
            return try InterpretationHistory(
                identifier: name, laboratory: laboratory, draft: content, by: access.actor, at: time, rule: rule)
        }
    }
}

/// Does something with an interpretation: adopts a proposal, edits, signs, sends back, withdraws. The laboratory's setting says whether two
/// people sign.
package struct WorkOnInterpretation: Sendable {
    package let access: CaseAccess
    package let interpretation: String
    package let act: InterpretationAct
    /// For an edit alone.
    package var content: InterpretationContent?
    /// Why; needed for sending back and withdrawing.
    package var words = ""

    package init(_ access: CaseAccess, interpretation: String, act: InterpretationAct) {
        self.access = access
        self.interpretation = interpretation
        self.act = act
    }

    /// Throws `AdministrativeRefusal`, `FindingRefusal`, `InterpretationRefusal`, and `RecordsError.unknownInterpretation`.
    package func run() async throws -> RecordedInterpretation {
        let partition = access.partition
        try AdministrativeRights.check(.interpret, by: access.actor, for: access.purpose, in: partition.layout.region)
        guard let known = try partition.records.interpretation(named: interpretation) else {
            throw RecordsError(.unknownInterpretation, place: interpretation)
        }
        let words = try FindingText.checked(words, "words")
        try content?.checkWords()
        let people = Array(Set(known.findings.map(\.pseudonym))).sorted()
        try await access.require(people, process: "interpretation \(act.rawValue)", reference: interpretation)
        let rule = try partition.signingRule(of: known.history.laboratory)
        let switches = try partition.proposalSwitch()
        let changed = try await partition.changing {
            let time = partition.now()
            let changed = try partition.records.change(
                interpretation: interpretation, of: partition.layout.region, at: time
            ) { recorded in
                if act == .adopt,
                    case .withheld(let reason)? = switches.decision(on: recorded.history, for: access.purpose, on: time.date)
                {
                    throw FindingRefusal(.withheld(reason))
                }
                return try recorded.history.after(
                    InterpretationStep(act, by: access.actor, at: time, words: words), content: content, rule: rule)
            }
            _ = try await partition.ledger.append(
                AuditEvent(
                    by: access.actor, at: time, .interpretation, process: "interpretation \(act.rawValue)",
                    purpose: access.purpose, patients: people, reference: interpretation))
            return changed
        }
        if act == .sign || act == .withdraw { _ = try await SettleClassifications(partition: partition).run() }
        return changed
    }
}

/// What beginning and proposing have in common: the finding, whose it is, and whether they may be used.
struct InterpretationWriting {
    let access: CaseAccess
    let laboratory: OrganisationCode
    let finding: String

    init(_ access: CaseAccess, laboratory: OrganisationCode, finding: String) {
        self.access = access
        self.laboratory = laboratory
        self.finding = finding
    }

    /// The finding, after everything has been asked that stands before it.
    func found(process: String) async throws -> RecordedFinding {
        let partition = access.partition
        try AdministrativeRights.check(.interpret, by: access.actor, for: access.purpose, in: partition.layout.region)
        guard let found = try partition.records.finding(finding, laboratory: laboratory) else {
            throw FindingRefusal(.unknownFinding)
        }
        try await access.require([found.pseudonym], process: process, reference: "finding \(laboratory)/\(finding)")
        guard try !partition.records.hasStoppedUse(found.pseudonym) else { throw FindingRefusal(.useStopped) }
        return found
    }

    func begin(
        _ content: InterpretationContent, process: String,
        _ make: (InterpretationHistory?, String, Timestamp) throws -> InterpretationHistory
    ) async throws -> RecordedInterpretation {
        let partition = access.partition
        let found = try await found(process: process)
        guard content.isAbout(found.finding) else { throw FindingRefusal(.otherKind) }
        try content.checkWords()
        return try await partition.changing {
            let time = partition.now()
            let name = InterpretationWriting.name(of: content.subject, laboratory)
            let begun = try partition.records.interpret(
                found.id, subject: content.subject, in: laboratory, of: partition.layout.region, at: time
            ) { known in
                try make(known, name, time)
            }
            _ = try await partition.ledger.append(
                AuditEvent(
                    by: access.actor, at: time, .interpretation, process: process, purpose: access.purpose,
                    patients: [found.pseudonym], reference: begun.history.identifier))
            return begun
        }
    }

    /// The same for the same subject, so that it is found again; tells nothing of it.
    static func name(of subject: String, _ laboratory: OrganisationCode) -> String {
        "int-" + ContentDigest.of("\(laboratory) \(subject)").prefix(16)
    }
}

extension InterpretationContent {
    /// Whether it says something about this very finding.
    func isAbout(_ finding: Finding) -> Bool {
        switch self {
        case .germline(let content):
            return finding.content.smallVariant?.variant == content.variant
        case .somatic(let content): return content.finding == finding.identifier
        }
    }
}
