extension Prerequisite {
    /// Whether the request's facts fulfil it. An unknown fact never does.
    func isMet(by request: AccessRequest, under regime: Regime) -> Bool {
        let actor = request.actor
        let question = request.question
        switch self {
        case .commission: return actor.purposes.contains(request.purpose)
        case .careRelation: return request.hasCareRelation
        case .namedPatient: return question.patient != nil
        case .ownProvider: return request.recipient == .ownProvider
        case .patientConsentToAccess:
            return regime.kindsThatOpen(request.purpose).contains(where: request.consents.isInEffect)
        case .laboratoryRole: return Actor.Role.ofLaboratories.contains(actor.role)
        case .specialisedCareRole: return Actor.Role.ofSpecialisedCare.contains(actor.role)
        case .frozenCriteria: return question.isFrozen
        case .plannedStudy: return question.plannedStudy?.isEmpty == false
        case .ethicsApproval: return request.project?.number.isEmpty == false
        case .approvalPeriod: return request.project.map { $0.from <= request.date && request.date <= $0.to } ?? false
        case .approvalRegion: return request.project?.regions.contains(request.region) == true
        case .approvalDataKinds: return request.project?.dataKinds.isSuperset(of: question.dataKinds) == true
        case .approvalPeople: return request.project?.people.contains(actor.identity) == true
        case .studyConsent:
            guard let project = request.project else { return false }
            // Of a question about many, those who have not agreed are left out of the rows.
            return !project.requiresConsent || question.patient == nil
                || request.consents.agrees(toStudy: project.number, under: regime)
        case .registerHolderIsCPUA: return request.register?.holder == actor.identity
        case .accessBodyPermit: return request.permit?.number.isEmpty == false
        case .permitPeriod: return request.permit.map { $0.from <= request.date && request.date <= $0.to } ?? false
        case .permitDataKinds: return request.permit?.dataKinds.isSuperset(of: question.dataKinds) == true
        case .ownData: return question.patient != nil && actor.selves[request.region] == question.patient
        }
    }
}

extension Actor.Role {
    /// The roles that search on behalf of specialised care (SOU 2023:76 leaves the list to regulations).
    package static let ofSpecialisedCare: Set<Actor.Role> = [.clinicalGeneticist, .molecularPathologist, .physician]
}
