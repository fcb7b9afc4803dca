internal import AccessModel
package import ClinicalModel
internal import GenomeModel
internal import Questions
package import Records
internal import ReportModel
internal import StructuredText

/// Computes a proposal for a finding: the criteria that data alone support, by rules with a version. It is marked as a proposal, and is
/// nobody's until somebody adopts it. Where the region has not decided to show such proposals for the purpose, none is made.
package struct ProposeInterpretation: Sendable {
    /// What is to be classified for.
    package enum Aim: Hashable, Sendable {
        /// A condition, with the gene where the finding names none.
        case germline(condition: Code, gene: String?)
        /// A tumour type of OncoTree.
        case somatic(tumourType: Code)
    }

    package let access: CaseAccess
    package let node: RunningNode
    package let laboratory: OrganisationCode
    package let finding: String
    package let aim: Aim

    package init(_ access: CaseAccess, node: RunningNode, laboratory: OrganisationCode, finding: String, aim: Aim) {
        self.access = access
        self.node = node
        self.laboratory = laboratory
        self.finding = finding
        self.aim = aim
    }

    /// Throws `AdministrativeRefusal`, `FindingRefusal` and `InterpretationRefusal`.
    package func run() async throws -> RecordedInterpretation {
        let partition = access.partition
        let writing = InterpretationWriting(access, laboratory: laboratory, finding: finding)
        let found = try await writing.found(process: "interpretation propose")
        guard let small = found.finding.content.smallVariant else { throw FindingRefusal(.notProposable) }
        let time = partition.now()
        let rules: RuleSet =
            switch aim {
            case .germline: GermlineProposal.rules
            case .somatic: SomaticProposal.rules
            }
        let decision = try partition.proposalSwitch().decision(
            on: ProposalStamp(rules: rules, computed: time, sources: []), isResearch: access.purpose == .research, date: time.date
        )
        if case .withheld(let reason) = decision { throw FindingRefusal(.withheld(reason)) }
        let seen = try await observation(of: small.variant, for: found.pseudonym)
        let content = try content(found.finding, small, [seen?.observation].compactMap { $0 })
        let method = found.finding.method
        let stamp = ProposalStamp(
            rules: rules, computed: time,
            sources: ["\(method.name) \(method.version)", seen.map { "Samsyn \($0.release)" }].compactMap { $0 })
        let rule = try partition.signingRule(of: laboratory)
        return try await writing.begin(content, process: "interpretation propose") { known, name, _ in
            if let known { return try known.proposing(content, by: stamp, rule: rule) }
            return InterpretationHistory(identifier: name, laboratory: laboratory, proposed: content, by: stamp, rule: rule)
        }
    }

    /// How often the regions have seen it, as far as they say so for this purpose. Patients, never a general population.
    private func observation(
        of identifier: VariantIdentifier, for patient: Pseudonym
    ) async throws -> (observation: PopulationObservation, release: String)? {
        var terms = AskingTerms(actor: access.actor, purpose: access.purpose)
        terms.patient = patient
        var asked = try terms.asked(
            Question(.frequency(identifier.variant.notation)), process: "interpretation propose", at: node)
        asked.assembly = identifier.assembly
        let (answer, _) = try await node.asking(.nation, by: access.actor).run(asked)
        guard let figures = answer.frequency else { return nil }
        let observation = PopulationObservation(
            source: "Samsyn", population: .whole, alleleCount: figures.alleleCount, alleleNumber: figures.alleleNumber)
        return observation.map { ($0, answer.dataRelease ?? access.partition.now().date.description) }
    }

    private func content(
        _ finding: Finding, _ small: SmallVariantFinding, _ populations: [PopulationObservation]
    ) throws -> InterpretationContent {
        switch aim {
        case .germline(let condition, let gene):
            guard let gene = small.gene ?? gene, !gene.isEmpty else { throw FindingRefusal(.geneMissing) }
            var input = GermlineProposalInput()
            input.consequences = small.consequences
            input.transcript = small.transcript
            input.populations = populations
            let criteria = GermlineProposal(input).criteria
            return .germline(
                try GermlineInterpretation(
                    variant: small.variant, gene: gene, condition: condition, specification: "ACMG/AMP 2015",
                    criteria: criteria, basis: .combiningRules,
                    pathogenicityClass: ACMGClassification(criteria).classByRules))
        case .somatic(let tumourType):
            guard tumourType.system == .oncotree else { throw FindingRefusal(.field("tumour-type")) }
            var input = SomaticProposalInput()
            input.consequences = small.consequences
            input.populations = populations
            return .somatic(
                try SomaticInterpretation(
                    finding: finding.identifier, variant: small.variant, genes: [small.gene].compactMap { $0 },
                    tumourType: tumourType, oncogenicity: OncogenicityAssessment(SomaticProposal(input).criteria),
                    actionability: []))
        }
    }
}
