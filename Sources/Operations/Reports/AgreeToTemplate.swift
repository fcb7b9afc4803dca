package import AccessModel
package import ClinicalModel
internal import Records
package import ReportModel
internal import StructuredText

/// Says for a clinic or a laboratory that it works by one version of a template. From the day on which both have said so, reports are begun by
/// it; nothing that was agreed can be edited.
package struct AgreeToTemplate: Sendable {
    package let node: RunningNode
    package let region: RegionCode
    package let actor: Actor
    package let purpose: Purpose
    package let template: String
    package let version: Int
    package let clinic: OrganisationCode
    package let laboratory: OrganisationCode
    package let side: TemplateAgreement.Side

    package init(
        node: RunningNode, region: RegionCode, actor: Actor, purpose: Purpose, template: String, version: Int,
        clinic: OrganisationCode, laboratory: OrganisationCode, side: TemplateAgreement.Side
    ) {
        self.node = node
        self.region = region
        self.actor = actor
        self.purpose = purpose
        self.template = template
        self.version = version
        self.clinic = clinic
        self.laboratory = laboratory
        self.side = side
    }

    /// Throws `ReportError`, `TemplateAgreement.Refusal`, `AdministrativeRefusal`.
    package func run() async throws -> TemplateAgreement {
        guard let partition = node.partitions[region] else { throw ReportError(.unknownTemplate, place: "region") }
        try AdministrativeRights.check(.agreeTemplate, by: actor, for: purpose, in: region)
        guard let template = node.templates.first(where: { $0.identifier == template && $0.version == version }) else {
            throw ReportError(.unknownTemplate, place: "template")
        }
        let known = try partition.records.organisations()
        guard known.contains(where: { $0.code == clinic && $0.kind == .careUnit }),
            known.contains(where: { $0.code == laboratory && $0.kind == .laboratory })
        else { throw ReportError(.unknownValue, place: "organisation") }
        let word = TemplateAgreement.Word(side, by: actor, at: partition.now())
        let agreement = try partition.records.agree(to: template, clinic: clinic, laboratory: laboratory, word)
        _ = try await partition.ledger.append(
            AuditEvent(
                by: actor, at: word.time, .report, process: "template agree", purpose: purpose, reference: template.name,
                detail: ["clinic": clinic.text, "laboratory": laboratory.text, "side": side.rawValue]))
        return agreement
    }
}
