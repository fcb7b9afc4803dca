internal import AccessModel
internal import ClinicalModel
internal import Records
internal import ReportModel

/// A region's people at work on the demonstration's cases.
struct CaseDesk: Sendable {
    let node: RunningNode
    let partition: Partition
    let staff: CaseStaff

    var region: RegionCode { partition.layout.region }

    /// The laboratories of these two regions have settings of their own, so that the demonstration has every way.
    private var needsTwoSignatures: Bool { region.number == 12 && staff.signers.count > 1 }
    private var showsProposals: Bool { region.number == 24 }

    func access(_ actor: Actor, _ purpose: Purpose = .ownPatientCare) -> CaseAccess {
        CaseAccess(partition: partition, law: node.regulations.law, actor: actor, purpose: purpose)
    }

    /// How many sign, and whether proposals are shown: two stewards decide.
    func govern(_ cases: [DemonstrationCase]) async throws {
        let stewards = staff.stewards.map {
            GovernInterpretations(partition: partition, actor: $0, purpose: .laboratoryOperation)
        }
        if needsTwoSignatures, let laboratory = cases.first?.laboratory {
            try await stewards[0].setSigning(of: laboratory, needsTwoSignatures: true)
        }
        guard showsProposals else { return }
        for rules in GovernInterpretations.rules {
            try await stewards[0].propose(
                .shownInCare, of: rules, from: partition.now().date, ground: "Beslut 2025:14, validering V-2025-3")
            try await stewards[1].confirm(rules)
        }
    }

    func play(_ one: DemonstrationCase) async throws {
        let person = try await begin(one)
        for kept in one.findings where kept.isByHand {
            _ = try await RecordFinding(
                access(staff.signers[0]), caseName: one.name, laboratory: one.laboratory, finding: kept.finding
            ).run()
        }
        for kept in one.findings {
            if let content = kept.earlier ?? kept.interpretation {
                try await interpret(kept.finding, content, in: one, isSigned: one.report != .draft)
            }
        }
        guard one.report != .none else { return }
        let report = ReportDesk(desk: self, one: one)
        try await report.agree(clinic: person.clinic)
        try await report.write(of: person.pseudonym)
    }

    /// Whose case it is, and who ordered it; those who sign and the physician take part in the care from now on.
    private func begin(_ one: DemonstrationCase) async throws -> (pseudonym: Pseudonym, clinic: OrganisationCode) {
        let specimens = Set(one.findings.map(\.finding.specimen))
        let callSets = try partition.records.callSets(ofCase: one.name, laboratory: one.laboratory).map(\.record)
        guard let patient = callSets.first(where: { specimens.contains($0.specimen) }) else {
            throw FindingRefusal(.unknownCase)
        }
        for actor in staff.signers + [staff.physician] { try await care(for: patient.person, by: actor) }
        return (patient.person, patient.orderingProvider)
    }

    func care(for person: Pseudonym, by actor: Actor) async throws {
        try await BeginCare(
            partition: partition, person: person, actor: actor, from: DemonstrationCase.found, to: nil
        ).run()
    }

    /// From a proposal where the region shows them, else from nothing.
    private func interpret(
        _ finding: Finding, _ content: InterpretationContent, in one: DemonstrationCase, isSigned: Bool
    ) async throws {
        let access = access(staff.signers[0])
        let begun: RecordedInterpretation
        if showsProposals, finding.content.smallVariant != nil {
            begun = try await ProposeInterpretation(
                access, node: node, laboratory: one.laboratory, finding: finding.identifier, aim: CaseDesk.aim(of: content)
            ).run()
            // The draft's proposal waits for somebody.
            guard isSigned else { return }
            _ = try await WorkOnInterpretation(access, interpretation: begun.history.identifier, act: .adopt).run()
            var edit = WorkOnInterpretation(access, interpretation: begun.history.identifier, act: .edit)
            edit.content = content
            _ = try await edit.run()
        } else {
            begun = try await BeginInterpretation(
                access, laboratory: one.laboratory, finding: finding.identifier, content: content
            ).run()
        }
        if isSigned { try await sign(begun.history.identifier) }
    }

    private func sign(_ interpretation: String) async throws {
        for signer in staff.signers.prefix(needsTwoSignatures ? 2 : 1) {
            _ = try await WorkOnInterpretation(access(signer), interpretation: interpretation, act: .sign).run()
        }
    }

    private static func aim(of content: InterpretationContent) -> ProposeInterpretation.Aim {
        switch content {
        case .germline(let content): .germline(condition: content.condition, gene: content.gene)
        case .somatic(let content): .somatic(tumourType: content.tumourType)
        }
    }

    /// A finding is classified anew, and the report says so.
    func amend(_ one: DemonstrationCase) async throws {
        for kept in one.findings {
            guard kept.earlier != nil, let content = kept.interpretation else { continue }
            let begun = try await BeginInterpretation(
                access(staff.signers[0]), laboratory: one.laboratory, finding: kept.finding.identifier, content: content
            ).run()
            try await sign(begun.history.identifier)
        }
        try await ReportDesk(desk: self, one: one).amend()
    }
}
