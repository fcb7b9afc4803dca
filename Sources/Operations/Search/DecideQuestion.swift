package import AccessModel
package import ClinicalModel
internal import Questions
package import Records
internal import StructuredText

/// One controller's decision about its own records.
struct ControllerDecision: Sendable {
    let controller: OrganisationCode
    let decision: Decision
    /// The budget that figures of variants are told within: see `Policy.membershipRisk`.
    let membershipRisk: Double?
}

/// Decides a question for each controller that has records in the partition. It reads what the region knows of project and policy, and
/// computes nothing.
struct DecideQuestion {
    let partition: Partition
    let regulations: Regulations
    let asked: AskedQuestion
    /// Kinds of data that are asked for beyond what the question itself names.
    var furtherDataKinds: Set<DataKind> = []

    /// At least one: of the default controller where there is no record yet.
    func run(_ snapshot: CohortSnapshot) throws -> [ControllerDecision] {
        var controllers = snapshot.controllers.keys.sorted()
        if controllers.isEmpty, let code = partition.settings.defaultController { controllers = [code] }
        let project = try asked.project.flatMap { try partition.records.project($0) }.map(Project.init)
        return try controllers.map { controller in
            let policies = try snapshot.known.policies(of: controller) { try partition.policies(of: controller) }
            let request = AccessRequest(
                actor: asked.actor, purpose: asked.purpose, date: asked.date,
                question: QuestionSummary(
                    asked: asked.granularity, dataKinds: asked.dataKinds.union(furtherDataKinds),
                    // The enquiry is written down before it runs: see `FrozenEnquiry`.
                    isFrozen: asked.purpose == .feasibility && asked.plannedStudy != nil, plannedStudy: asked.plannedStudy),
                region: partition.layout.region, controller: controller, project: project, register: asked.register,
                permit: asked.permit, hasCareRelation: asked.hasCareRelation)
            return ControllerDecision(
                controller: controller, decision: DecideAccess(law: regulations.law, policies: policies)(request),
                membershipRisk: policies.policy(on: asked.date).membershipRisk)
        }
    }
}

extension Project {
    init(_ approval: ProjectApproval) {
        self.init(
            number: approval.registration, title: approval.title, from: approval.approvedFrom, to: approval.approvedTo,
            regions: approval.regions, dataKinds: Set(approval.dataKinds.compactMap(DataKind.init)), people: approval.people,
            requiresConsent: approval.requiresConsent)
    }
}

extension Partition {
    /// The policy of a controller: its own, else the region's, else the closed one.
    package func policies(of controller: OrganisationCode) throws -> PolicyBook {
        guard let own = try publishedPolicy(of: controller) else {
            return PolicyBook(region: layout.region, controller: controller, versions: [])
        }
        return try LoadPolicy.parse(own.text, file: "policy version \(own.version)")
    }

    /// The latest publication that holds for a controller, as it was written.
    package func publishedPolicy(of controller: OrganisationCode) throws -> PolicyVersion? {
        let published = try records.policies()
        return published.last { $0.controller == controller } ?? published.last { $0.controller == nil }
    }

    /// How many controllers have a policy in force on a day.
    package func policiesInForce(on date: CivilDate) throws -> Int {
        var controllers = Set(try records.policies().compactMap(\.controller))
        if let code = settings.defaultController { controllers.insert(code) }
        return try controllers.filter { try policies(of: $0).policy(on: date).version > 0 }.count
    }
}
