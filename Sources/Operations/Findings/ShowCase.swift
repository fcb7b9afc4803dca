internal import AccessModel
package import ClinicalModel
package import Records
package import ReportModel
package import StructuredText

/// A case as somebody may see it.
package struct ShownCase: Sendable {
    package struct Member: Sendable {
        package let person: Person
        package let specimens: [Specimen]
        package let hasStoppedUse: Bool
        package let hasStoppedShowing: Bool
    }

    /// An interpretation with whether its open version, where that is a computed proposal, may be shown.
    package struct Reading: Sendable {
        package let recorded: RecordedInterpretation
        /// Nil where no proposal is open.
        package let proposal: ProposalDecision?

        package var history: InterpretationHistory { recorded.history }
    }

    package let region: RegionCode
    package let laboratory: OrganisationCode
    package let name: String
    /// Who may be seen. Everything below is about them.
    package let members: [Member]
    /// How many people of the case may not be seen.
    package let hidden: Int
    package let callSets: [RecordedCallSet]
    package let findings: [RecordedFinding]
    package let readings: [Reading]
    /// Reports that whoever looks may open, in the order in which they were begun.
    package let reports: [Report]
    /// Whether they may begin one of the people here who have an analysis.
    package let mayBeginReport: Bool

    package struct Report: Sendable {
        package let history: ReportHistory
        package let title: LocalizedText
    }

    /// What the knowledge in force says of each person's findings, in the order of `members`; empty where the node keeps none.
    package let evidence: [EvidenceProposal]
    /// What the analyses looked at and called along the genome; empty where it was not asked for.
    package let survey: [SurveyedCallSet]

    /// Of the person whose finding it is; nil where the node keeps no knowledge.
    package func evidence(about finding: RecordedFinding) -> EvidenceProposal? {
        guard let person = members.firstIndex(where: { $0.person.pseudonym == finding.pseudonym }) else { return nil }
        return evidence.indices.contains(person) ? evidence[person] : nil
    }

    package func readings(of finding: RecordedFinding) -> [Reading] {
        readings.filter { $0.recorded.findings.contains { $0.id == finding.id } }
    }
}

/// Shows a case: its people, specimens and call sets, what was found and what it means. Everybody whom it is about can see that it was done.
package struct ShowCase: Sendable {
    package let access: CaseAccess
    package let laboratory: OrganisationCode
    package let name: String
    /// What findings are held against; nil for what needs none.
    package let knowledge: KnowledgeDesk?
    /// Whether what the analyses looked at and called along the genome is gone through: a page draws it, and nothing else needs it.
    package let isSurveying: Bool

    package init(
        _ access: CaseAccess, laboratory: OrganisationCode, name: String, knowledge: KnowledgeDesk? = nil,
        isSurveying: Bool = false
    ) {
        self.access = access
        self.laboratory = laboratory
        self.name = name
        self.knowledge = knowledge
        self.isSurveying = isSurveying
    }

    /// Throws `AdministrativeRefusal`, and `FindingRefusal` where there is no such case or nobody of it may be seen.
    package func run() async throws -> ShownCase {
        let partition = access.partition
        let records = partition.records
        try AdministrativeRights.check(
            .openCase, by: access.actor, for: access.purpose, in: partition.layout.region)
        let callSets = try records.callSets(ofCase: name, laboratory: laboratory)
        let findings = try records.findings(ofCase: name, laboratory: laboratory)
        var people: [Pseudonym] = []
        for person in callSets.map(\.record.person) + findings.map(\.pseudonym) where !people.contains(person) {
            people.append(person)
        }
        guard !people.isEmpty else { throw FindingRefusal(.unknownCase) }
        let (seen, refusal) = try await access.open(
            people, process: "case show", reference: "case \(laboratory)/\(name)")
        if seen.isEmpty, let refusal { throw FindingRefusal(.refused(refusal.weightiestReason)) }
        let members = try seen.compactMap { pseudonym in
            try records.person(pseudonym).map { person in
                ShownCase.Member(
                    person: person, specimens: try records.specimens(of: pseudonym),
                    hasStoppedUse: try records.hasStoppedUse(pseudonym),
                    hasStoppedShowing: try records.hasStoppedShowing(pseudonym))
            }
        }
        let visible = Set(seen)
        let shown = findings.filter { visible.contains($0.pseudonym) }
        let switches = try partition.proposalSwitch()
        let readings = try records.interpretations(ofCase: name, laboratory: laboratory).filter { reading in
            reading.findings.contains(where: shown.contains)
        }
        let shownCallSets = callSets.filter { visible.contains($0.record.person) }
        let reports = try access.visible(try records.reports(ofCase: name, laboratory: laboratory))
        return ShownCase(
            region: partition.layout.region, laboratory: laboratory, name: name, members: members,
            hidden: people.count - seen.count, callSets: shownCallSets, findings: shown,
            readings: readings.map { recorded in
                ShownCase.Reading(
                    recorded: recorded,
                    proposal: switches.decision(on: recorded.history, for: access.purpose, on: partition.now().date))
            },
            reports: try reports.map { history in
                ShownCase.Report(history: history, title: try DescribeReport(partition: partition).title(history))
            },
            mayBeginReport: AdministrativeRights.refusal(
                of: .prepareReport, for: access.actor, purpose: access.purpose, in: partition.layout.region) == nil,
            evidence: try evidence(of: members.map(\.person.pseudonym), shown, readings, callSets, reports),
            survey: isSurveying
                ? try SurveyGenome(partition: partition, unit: access.actor.provider).run(shownCallSets) : [])
    }

    /// A family's members have each their own findings, and their own disease.
    private func evidence(
        of people: [Pseudonym], _ findings: [RecordedFinding], _ readings: [RecordedInterpretation],
        _ callSets: [RecordedCallSet], _ reports: [ReportHistory]
    ) throws -> [EvidenceProposal] {
        guard let knowledge else { return [] }
        let find = try FindEvidence(desk: knowledge, partition: access.partition, purpose: access.purpose)
        return try people.map { person in
            let own = findings.filter { $0.pseudonym == person }
            let histories = readings.filter { $0.findings.contains { $0.pseudonym == person } }.map(\.history)
            return try find.run(
                own.map(\.finding), of: person, readings: histories, callSets: callSets,
                lacking: reports.filter { $0.person == person }.flatMap { $0.latest?.content.notExamined ?? [] })
        }
    }
}

extension ProposalSwitch {
    /// Whether the computed proposal that is open in a history may be shown; nil where none is.
    func decision(on history: InterpretationHistory, for purpose: Purpose, on date: CivilDate) -> ProposalDecision? {
        guard let open = history.open, open.state == .proposed, let stamp = open.proposal else { return nil }
        return decision(on: stamp, isResearch: purpose == .research, date: date)
    }
}

/// Lists the cases of a region that can be opened, the latest first: names and numbers, nothing of what was found. A case can be opened
/// where somebody of it may be seen.
package struct ListCases: Sendable {
    package let access: CaseAccess

    package init(_ access: CaseAccess) { self.access = access }

    /// Throws `AdministrativeRefusal`.
    package func run() async throws -> [LaboratoryCase] {
        let partition = access.partition
        try AdministrativeRights.check(.openCase, by: access.actor, for: access.purpose, in: partition.layout.region)
        let people = try partition.records.peopleOfCases()
        let visible = try access.visible(among: people.values.reduce(into: []) { $0.formUnion($1) })
        let cases = try partition.records.laboratoryCases().filter { !visible.isDisjoint(with: people[$0.key] ?? []) }
        _ = try await partition.ledger.append(
            AuditEvent(
                by: access.actor, at: partition.now(), .recordRead, process: "case list", purpose: access.purpose,
                returned: cases.count))
        return cases
    }
}

/// Shows an interpretation with everything that was done about it, where the people whom it is about may be seen.
package struct ShowInterpretation: Sendable {
    package let access: CaseAccess
    package let interpretation: String

    package init(_ access: CaseAccess, interpretation: String) {
        self.access = access
        self.interpretation = interpretation
    }

    /// The same with what the knowledge in force says of its last finding; nil where the node keeps none.
    package func run(
        with knowledge: KnowledgeDesk?
    ) async throws -> (recorded: RecordedInterpretation, evidence: EvidenceProposal?) {
        let recorded = try await run()
        guard let knowledge, let finding = recorded.findings.last else { return (recorded, nil) }
        let records = access.partition.records
        let evidence = try FindEvidence(desk: knowledge, partition: access.partition, purpose: access.purpose).run(
            [finding.finding], of: finding.pseudonym, readings: [recorded.history],
            callSets: try records.callSets(ofCase: finding.caseName, laboratory: finding.laboratory))
        return (recorded, evidence)
    }

    /// The interpretation with those of its findings that may be seen. Throws `AdministrativeRefusal`, `FindingRefusal` and
    /// `RecordsError.unknownInterpretation`.
    package func run() async throws -> RecordedInterpretation {
        let partition = access.partition
        try AdministrativeRights.check(.openCase, by: access.actor, for: access.purpose, in: partition.layout.region)
        guard let recorded = try partition.records.interpretation(named: interpretation) else {
            throw RecordsError(.unknownInterpretation, place: interpretation)
        }
        let people = Array(Set(recorded.findings.map(\.pseudonym))).sorted()
        let (seen, refusal) = try await access.open(people, process: "interpretation show", reference: interpretation)
        if seen.isEmpty, let refusal { throw FindingRefusal(.refused(refusal.weightiestReason)) }
        return RecordedInterpretation(
            id: recorded.id, history: recorded.history, findings: recorded.findings.filter { seen.contains($0.pseudonym) })
    }
}
