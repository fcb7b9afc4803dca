internal import AccessModel
internal import ClinicalModel
internal import GenomeModel
package import Questions
internal import Records
internal import StructuredText

/// Lists entries of one partition, where the law and the region's own policy let records, or for variants figures, out; answers when the
/// ledger has it on the disk.
///
/// Entries are those of the call sets that meet the criterion, of controllers that allow it and of people whose statements do not stop it.
/// Under a purpose that shows the records of a named patient only, the selection has to name one. Everybody whose record is on the page
/// stands in the ledger's event, and sees it. The order is stable while the records do not change: a region's own order of arrival, or for
/// projects the order of their own names, which says nothing of the order elsewhere.
package struct ListEntries: Sendable {
    package static let longestPage = 1000

    let partition: Partition
    let regulations: Regulations
    let asked: AskedQuestion
    let selection: EntrySelection

    package init(partition: Partition, regulations: Regulations, asked: AskedQuestion, selection: EntrySelection) {
        self.partition = partition
        self.regulations = regulations
        self.asked = asked
        self.selection = selection
    }

    /// Throws `AskedQuestionError` for a selection that no region could answer as it is written.
    package func run() async throws -> RegionEntries {
        guard case .entries(let kind) = asked.matter else { throw AskedQuestionError.selection(.noKind) }
        guard selection.skip >= 0, (0...ListEntries.longestPage).contains(selection.limit) else {
            throw AskedQuestionError.selection(.page)
        }
        guard let snapshot = try partition.cohorts.snapshot(of: partition.records) else {
            throw PartitionError(.damaged, place: partition.layout.records)
        }
        return kind == .genomicVariations ? try await variants(snapshot) : try await records(kind, snapshot)
    }

    // MARK: Records

    private func records(_ kind: EntryKind, _ snapshot: CohortSnapshot) async throws -> RegionEntries {
        try selection.variants.map(SelectedVariants.init(selection:))?.check()
        let patient = try namedPatient(kind, snapshot)
        let decisions = try decide(patient, snapshot)
        let granted = decisions.filter { $0.decision.granularity == .record && !$0.decision.needsSecureEnvironment }
        guard let decision = granted.first?.decision else {
            return try await refuse(
                decisions.map(\.decision), about: patient, snapshot, because: patient == nil ? needsPatient : nil)
        }
        let page = try EntryPage(list: self, kind: kind, patient: patient, granted: granted, snapshot: snapshot)
        try await log(decision, .recordRead, people: page.people, returned: page.entries.count)
        return RegionEntries(
            answer: .answered(partition.layout.region, count: page.total), entries: page.entries, decision: decision,
            dataRelease: snapshot.facts.release)
    }

    /// The patient whom the question is about, under a purpose that shows the records of a named patient only; else nil, and people are
    /// found like any other entry. Somebody who is named and not known is nobody's pseudonym: what is refused does not tell who is here.
    private func namedPatient(_ kind: EntryKind, _ snapshot: CohortSnapshot) throws -> Pseudonym? {
        guard needsPatient != nil else { return nil }
        if let person = selection.individual ?? (kind == .individuals ? selection.identifier : nil) {
            return Pseudonym(person) ?? ListEntries.nobody
        }
        let specimen = selection.biosample ?? (kind == .biosamples ? selection.identifier : nil)
        if let specimen { return try partition.records.owner(ofSpecimen: specimen) ?? ListEntries.nobody }
        guard let callSet = selection.identifier else { return nil }
        return try partition.records.callSet(named: callSet)?.record.person ?? ListEntries.nobody
    }

    /// Why the selection has to name a patient; nil under purposes that show the records of many.
    private var needsPatient: LocalizedText? {
        let rule = regulations.law.regime(on: asked.date).purposes[asked.purpose]
        guard let rule, rule.recordScope == .namedPatient else { return nil }
        return LocalizedText(
            sv: "Uppgifter om enskilda ges bara om den patient som frågan gäller: ange vem. (\(rule.basis.reference))",
            en: "Records are given only of the patient whom the question is about: say who. (\(rule.basis.reference))")
    }

    private static let nobody = Pseudonym(String(repeating: "0", count: 32))

    private func decide(_ patient: Pseudonym?, _ snapshot: CohortSnapshot) throws -> [ControllerDecision] {
        let further: Set<DataKind> = selection.variants == nil ? [] : [.genomic]
        guard let patient else {
            return try DecideQuestion(
                partition: partition, regulations: regulations, asked: asked, furtherDataKinds: further
            ).run(snapshot)
        }
        let decide = DecideAboutPerson(
            partition: partition, law: regulations.law, actor: asked.actor, purpose: asked.purpose, person: patient,
            date: asked.date, dataKinds: asked.dataKinds.union(further),
            project: try asked.project.flatMap { try partition.records.project($0) }.map(Project.init),
            register: asked.register, permit: asked.permit, isVouchedFor: asked.hasCareRelation)
        var controllers = snapshot.controllers.keys.sorted()
        if controllers.isEmpty, let code = partition.settings.defaultController { controllers = [code] }
        // No figures are told of a named patient.
        return try controllers.map { ControllerDecision(controller: $0, decision: try decide($0), membershipRisk: nil) }
    }

    // MARK: The ledger

    func refuse(
        _ decisions: [Decision], about patient: Pseudonym? = nil, _ snapshot: CohortSnapshot,
        because given: LocalizedText? = nil
    ) async throws -> RegionEntries {
        guard let decision = decisions.first else { throw PartitionError(.damaged, place: partition.layout.records) }
        let people = patient.flatMap { snapshot.placeOfPseudonym[$0] == nil ? nil : [$0] } ?? []
        try await log(decision, people.isEmpty ? .question : .recordRead, granted: .refused, people: people, returned: 0)
        let isSecure = decision.needsSecureEnvironment && decision.reasonsAgainst.isEmpty
        let reason = given ?? (isSecure ? Obligation.secureEnvironment.text : decision.weightiestReason)
        return RegionEntries(
            answer: .refused(partition.layout.region, reason: reason), entries: [], decision: decision, dataRelease: nil)
    }

    func log(
        _ decision: Decision, _ act: AuditEvent.Act, granted: Granularity? = nil, people: [Pseudonym] = [], returned: Int
    ) async throws {
        var detail = ["regime": decision.regime, "policy": decision.policy, "recipient": decision.recipient.rawValue]
        if (granted ?? decision.granularity) == .refused {
            detail["asked"] = asked.granularity.rawValue
            detail["against"] = decision.againstText
        }
        _ = try await partition.ledger.append(
            AuditEvent(
                by: asked.actor, at: partition.now(), act, process: asked.process, purpose: asked.purpose,
                basis: decision.basisText(.sv), decision: granted ?? decision.granularity, patients: people, returned: returned,
                // Tells that two questions were the same, and not what was asked: that may hold a variant.
                reference: String(partition.identity.keyedDigest(of: Array(asked.question.text.utf8)).prefix(16)),
                lacksCareRelation: try lacksCareRelation(people, decision.recipient), detail: detail))
    }

    /// Whether staff read about somebody who is not in their care.
    private func lacksCareRelation(_ people: [Pseudonym], _ recipient: Recipient) throws -> Bool {
        guard [.ownProvider, .ownRegion].contains(recipient) else { return false }
        return try people.contains { person in
            try !partition.records.hasCareRelation(asked.actor.identity, with: person, on: asked.date)
        }
    }
}

extension Decision {
    /// Records may be worked with only where this platform is not.
    var needsSecureEnvironment: Bool { obligations.contains(.secureEnvironment) }
}
