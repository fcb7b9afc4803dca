internal import AccessModel
internal import GenomeModel
internal import Questions
internal import Records

/// Whether figures of variants are told within a budget, told and accounted for, or told as they are.
enum RiskBudget: Sendable {
    /// To the owner.
    case none
    /// For a patient's care one annotated genome is thousands of variants: what it adds stands in the ledger, and nothing is withheld.
    case accounted
    /// The least that one of the controllers allows.
    case within(Double)

    init(_ granted: [ControllerDecision], _ purpose: Purpose) {
        let others = granted.filter { !$0.decision.recipient.isOwner && $0.decision.smallBelow != nil }
        if others.isEmpty {
            self = .none
        } else if purpose.isForOnePatient {
            self = .accounted
        } else {
            self = others.compactMap(\.membershipRisk).min().map(RiskBudget.within) ?? .accounted
        }
    }
}

extension Purpose {
    /// Asked for the sake of a patient with whom the asker has a care relation, which the law requires of these.
    var isForOnePatient: Bool {
        switch self {
        case .ownPatientCare, .sharedDocumentation, .anotherPatientsCare, .ownAccess: true
        case .ownProviderComparison, .feasibility, .research, .qualityRegister, .qualityFollowUp, .statistics, .ehdsSecondaryUse,
            .laboratoryOperation, .classificationSharing:
            false
        }
    }
}

extension CohortSnapshot {
    /// Names a count of people.
    func name(ofCount people: RowSet) -> FigureName {
        var name = FigureName(kind: 1)
        people.forEach { name.add(person: facts.people[$0].id) }
        return name
    }
}
