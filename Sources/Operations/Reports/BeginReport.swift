package import AccessModel
package import ClinicalModel
internal import Records
package import ReportModel
internal import StructuredText

/// Begins a report of one person in a case, by the template that the ordering clinic and the laboratory have agreed on.
package struct BeginReport: Sendable {
    package let node: RunningNode
    package let region: RegionCode
    package let actor: Actor
    package let purpose: Purpose
    package let laboratory: OrganisationCode
    package let caseName: String
    /// Needed where the case has several people.
    package let person: Pseudonym?
    /// `ReportTemplate.identifier`
    package let template: String

    package init(
        node: RunningNode, region: RegionCode, actor: Actor, purpose: Purpose, laboratory: OrganisationCode, caseName: String,
        person: Pseudonym?, template: String
    ) {
        self.node = node
        self.region = region
        self.actor = actor
        self.purpose = purpose
        self.laboratory = laboratory
        self.caseName = caseName
        self.person = person
        self.template = template
    }

    /// Throws `ReportError`, `ReportRefusal`, `AdministrativeRefusal`.
    package func run() async throws -> ReportHistory {
        guard let partition = node.partitions[region] else { throw ReportError(.unknownCase, place: "region") }
        // Before the case is looked for: its name is told to nobody who could not open it.
        try AdministrativeRights.check(.prepareReport, by: actor, for: purpose, in: region)
        let records = partition.records
        let all = try records.callSets(ofCase: caseName, laboratory: laboratory).map(\.record)
        guard !all.isEmpty else { throw ReportError(.unknownCase, place: "case") }
        let people = Set(all.map(\.person))
        guard let person = person ?? (people.count == 1 ? people.first : nil), people.contains(person),
            let known = try records.person(person)
        else { throw ReportError(.notInCase, place: "person") }
        let callSets = all.filter { $0.person == person }
        let orderer = callSets[0].orderingProvider
        let template = try TemplatesInUse(partition: partition).template(template, clinic: orderer, laboratory: laboratory)
        let identifier = ReportHistory.newIdentifier()
        try await ReportAccess(
            partition: partition, law: node.regulations.law, actor: actor, purpose: purpose, act: .prepareReport
        ).check(person, process: "report begin", reference: identifier, changes: true)
        let findings = try records.findings(ofCase: caseName, laboratory: laboratory).filter { $0.pseudonym == person }
        let used = Set(callSets.map(\.specimen) + findings.map(\.finding.specimen))
        let samples = try records.specimens(of: person).filter { used.contains($0.name) }.map {
            ReportSubject.Sample(
                name: $0.name, kind: $0.kind, sampled: $0.sampled, tumourCellContent: $0.tumourCellContent)
        }
        let subject = ReportSubject(
            region: region, laboratory: laboratory, caseName: caseName, sex: known.sex, birth: known.birth,
            orderer: orderer, samples: samples)
        let history = try ReportHistory(
            identifier: identifier, person: person, subject: subject, template: template, draft: ReportContent(), by: actor,
            at: partition.now())
        try records.begin(history)
        return history
    }
}

extension ReportHistory {
    /// `rep-` and 64 random bits.
    package static func newIdentifier() -> String { "rep-" + AskRegions.newIdentifier().prefix(16) }
}
