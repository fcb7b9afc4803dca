internal import StructuredText

extension Deliberation {
    /// What an answer of `granularity` must be given with.
    func obligations(for granularity: Granularity) -> [Obligation] {
        var obligations: [Obligation] = []
        let isForOwner = recipients.allSatisfy(\.isOwner)
        if granularity < .record {
            let hidesSmall =
                switch rule.smallNumbers {
                case .exact: false
                case .exactToOwner: !isForOwner
                case .hidden: true
                }
            if hidesSmall {
                let limit = policy.suppressBelow
                obligations.append(policy.bandFor.contains(request.purpose) ? .bandBelow(limit) : .suppressBelow(limit))
            }
            if hidesSmall || !isForOwner { obligations.append(.publishedBatchesOnly) }
        }
        for duty in rule.duties {
            switch duty {
            case .pseudonymise:
                guard granularity == .record else { continue }
                obligations.append(.pseudonymise(forProject: request.project?.number ?? request.permit?.number))
            case .logForPatient:
                if granularity == .record || request.question.patient != nil { obligations.append(.logForPatient) }
            case .figureOnly: obligations.append(.figureOnly)
            case .consentingOnly:
                if let project = request.project, project.requiresConsent {
                    obligations.append(.consentingOnly(study: project.number))
                }
            case .holderDecidesOnRecords: obligations.append(.holderDecidesOnRecords)
            case .secureEnvironment: obligations.append(.secureEnvironment)
            }
        }
        return obligations
    }

    /// A purpose that the regime does not know is refused: there is no basis.
    static func unknownPurpose(_ request: AccessRequest, regime: Regime, policy: Policy) -> Decision {
        let nobody = LocalizedText(sv: "Ingen", en: "Nobody")
        return Decision(
            granularity: .refused, basis: LegalBasis(text: ReasonTexts.unknownPurpose, reference: regime.identifier),
            decides: nobody, decider: .provider, regime: regime.identifier, policy: policy.reference,
            recipient: request.recipient, obligations: [], source: .everything,
            reasons: [Reason(isFor: false, .unknownPurpose, ReasonTexts.unknownPurpose, regime.identifier)])
    }
}
