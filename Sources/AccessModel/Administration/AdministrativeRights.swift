package import ClinicalModel

/// Who may do what with a partition besides asking about it. Pure; one row for each act.
///
/// The roles follow HSLF-FS 2016:40, 4 kap.: rights by what the work asks for, and review of logs by people appointed to it.
package struct AdministrativeRights: Hashable, Sendable {
    package let roles: Set<Actor.Role>
    /// Whether the actor has to work in (or, a patient, live in) the region whose partition it is.
    package let isOwnRegionOnly: Bool
    /// The purposes under which it is done; empty where any will do.
    package let purposes: Set<Purpose>

    /// Roles that take part in the care of patients.
    package static let ofCare: Set<Actor.Role> = [
        .physician, .nurse, .geneticCounsellor, .clinicalGeneticist, .molecularPathologist,
    ]

    package static func of(_ act: AdministrativeAct) -> AdministrativeRights {
        switch act {
        case .submit:
            AdministrativeRights(
                roles: Actor.Role.ofLaboratories.union([.dataSteward, .system]), isOwnRegionOnly: true,
                purposes: [.laboratoryOperation])
        case .reviewLedger:
            AdministrativeRights(
                roles: [.logReviewer, .dataSteward], isOwnRegionOnly: true, purposes: [.laboratoryOperation, .qualityFollowUp])
        case .changePolicy:
            AdministrativeRights(roles: [.dataSteward], isOwnRegionOnly: true, purposes: [.laboratoryOperation])
        case .publishBatch:
            AdministrativeRights(roles: [.dataSteward], isOwnRegionOnly: true, purposes: [.laboratoryOperation])
        case .seeNode:
            AdministrativeRights(
                roles: [.dataSteward, .logReviewer, .bioinformatician, .system], isOwnRegionOnly: false, purposes: [])
        case .recordStatement:
            AdministrativeRights(
                roles: ofCare.union([.dataSteward, .patient]), isOwnRegionOnly: true,
                purposes: [.ownPatientCare, .ownAccess, .laboratoryOperation])
        case .beginCare:
            AdministrativeRights(roles: ofCare, isOwnRegionOnly: true, purposes: [.ownPatientCare])
        case .findPerson:
            AdministrativeRights(
                roles: ofCare.union(Actor.Role.ofLaboratories).union([.dataSteward]), isOwnRegionOnly: true,
                purposes: [.ownPatientCare, .laboratoryOperation])
        case .endData:
            AdministrativeRights(roles: [.dataSteward], isOwnRegionOnly: true, purposes: [.laboratoryOperation])
        case .seeOwnAccesses:
            AdministrativeRights(roles: [.patient], isOwnRegionOnly: false, purposes: [.ownAccess])
        case .openAccessCase:
            AdministrativeRights(roles: [.patient], isOwnRegionOnly: false, purposes: [.ownAccess])
        case .answerAccessCase:
            AdministrativeRights(
                roles: [.logReviewer], isOwnRegionOnly: true, purposes: [.laboratoryOperation, .qualityFollowUp])
        case .reportObstacle:
            // Whoever was refused, from wherever: the law is the same for all.
            AdministrativeRights(
                roles: Set(Actor.Role.allCases).subtracting([.system]), isOwnRegionOnly: false, purposes: [])
        case .handleObstacles:
            AdministrativeRights(
                roles: [.dataSteward], isOwnRegionOnly: true, purposes: [.laboratoryOperation, .qualityFollowUp])
        case .askRelease:
            // Not the patient, whose own data comes by another way, and nobody who asks nothing on their own behalf.
            AdministrativeRights(
                roles: Set(Actor.Role.allCases).subtracting([.patient, .system, .logReviewer]), isOwnRegionOnly: false,
                purposes: [])
        case .decideRelease:
            // The controller's decision (OSL 25 kap.), delegated to those who decide what leaves the region.
            AdministrativeRights(roles: [.dataSteward], isOwnRegionOnly: true, purposes: [.laboratoryOperation])
        case .seeKnowledge:
            AdministrativeRights(
                roles: Actor.Role.ofLaboratories.union([.physician, .geneticCounsellor, .dataSteward]), isOwnRegionOnly: false,
                purposes: [.laboratoryOperation, .ownPatientCare, .qualityFollowUp])
        case .keepKnowledge:
            // The node's, and no region's own: whoever works in a laboratory that it serves.
            AdministrativeRights(
                roles: Actor.Role.ofLaboratories, isOwnRegionOnly: false, purposes: [.laboratoryOperation])
        case .prepareReport:
            AdministrativeRights(
                roles: Actor.Role.ofLaboratories, isOwnRegionOnly: true, purposes: [.ownPatientCare, .laboratoryOperation])
        case .signReport:
            AdministrativeRights(
                roles: [.clinicalGeneticist, .molecularPathologist], isOwnRegionOnly: true,
                purposes: [.ownPatientCare, .laboratoryOperation])
        case .readReport:
            // The law decides by itself whose report it is; a patient reads their own.
            AdministrativeRights(
                roles: ofCare.union(Actor.Role.ofLaboratories).union([.patient]), isOwnRegionOnly: false,
                purposes: [.ownPatientCare, .sharedDocumentation, .laboratoryOperation, .ownAccess])
        case .agreeTemplate:
            AdministrativeRights(
                roles: [.physician, .clinicalGeneticist, .molecularPathologist], isOwnRegionOnly: true,
                purposes: [.ownPatientCare, .laboratoryOperation])
        case .openCase:
            AdministrativeRights(
                roles: ofCare.union(Actor.Role.ofLaboratories), isOwnRegionOnly: true,
                purposes: [.ownPatientCare, .laboratoryOperation, .research])
        case .interpret:
            AdministrativeRights(
                roles: Actor.Role.ofLaboratories, isOwnRegionOnly: true,
                purposes: [.ownPatientCare, .laboratoryOperation, .research])
        case .governInterpretations:
            AdministrativeRights(roles: [.dataSteward], isOwnRegionOnly: true, purposes: [.laboratoryOperation])
        case .seeClassifications:
            // About variants, not about people.
            AdministrativeRights(
                roles: ofCare.union(Actor.Role.ofLaboratories).union([.dataSteward, .researcher]), isOwnRegionOnly: true,
                purposes: [])
        case .discussConflict:
            AdministrativeRights(
                roles: Actor.Role.ofLaboratories, isOwnRegionOnly: true, purposes: [.laboratoryOperation, .qualityFollowUp])
        case .handleRecalls:
            AdministrativeRights(
                roles: ofCare, isOwnRegionOnly: true, purposes: [.ownPatientCare, .laboratoryOperation])
        }
    }

    /// Why the actor may not do it under this purpose in the region; nil where they may.
    package static func refusal(
        of act: AdministrativeAct, for actor: Actor, purpose: Purpose, in region: RegionCode?
    ) -> AdministrativeRefusal? {
        let rights = of(act)
        guard rights.roles.contains(actor.role) else { return AdministrativeRefusal(code: .role, act: act) }
        if rights.isOwnRegionOnly, region != actor.region { return AdministrativeRefusal(code: .region, act: act) }
        guard actor.purposes.contains(purpose) else { return AdministrativeRefusal(code: .commission, act: act) }
        guard rights.purposes.isEmpty || rights.purposes.contains(purpose) else {
            return AdministrativeRefusal(code: .purpose, act: act)
        }
        return nil
    }

    /// Throws why the actor may not do it.
    package static func check(
        _ act: AdministrativeAct, by actor: Actor, for purpose: Purpose, in region: RegionCode?
    ) throws(AdministrativeRefusal) {
        if let refusal = refusal(of: act, for: actor, purpose: purpose, in: region) { throw refusal }
    }
}
