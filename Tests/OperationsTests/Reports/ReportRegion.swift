import AccessModel
import ClinicalModel
import GenomeModel
import Operations
import Records
import ReportModel
import StructuredText
import Testing

/// A region with a case, its findings and their interpretation, a template that both sides have agreed to, and people who make a report of it.
struct ReportRegion {
    let region: TestRegion
    let node: RunningNode
    let laboratory: OrganisationCode
    let clinic: OrganisationCode
    let person: Pseudonym

    static let document = Array("%PDF-1.7 prov åäö".utf8)

    static func make(template: String = "rare-disease", knowledge: ((Partition) -> KnowledgeDesk)? = nil) async throws
        -> ReportRegion
    {
        let region = try await TestRegion.make("24", in: try Workspace())
        try await region.submit("FALL-1", [Someone(number: 100, genotypes: ["0/1"])])
        try await region.submit("OTHERS", (0..<8).map { Someone(number: $0, genotypes: ["0/1"]) })
        let node = RunningNode(
            name: "node-24", partitions: [region.code: region.partition], regulations: try TestRegion.regulations.get(),
            sources: [try region.source()], knowledge: knowledge?(region.partition),
            templates: try LoadTemplates(directory: AccessFiles.path("templates")).run(),
            printing: { _, _ in document }, now: { TestRegion.noon })
        let controller = try region.controller
        let made = ReportRegion(
            region: region, node: node, laboratory: try #require(OrganisationCode("\(controller)-GMC")),
            clinic: try #require(OrganisationCode("\(controller)-KLINGEN")), person: try region.pseudonym(100))
        try made.record()
        for (side, actor) in [
            (TemplateAgreement.Side.clinic, try made.actor("per", .physician)), (.laboratory, try made.actor("anna")),
        ] {
            _ = try await made.agree(template, side, actor)
        }
        return made
    }

    func actor(
        _ identity: String, _ role: Actor.Role = .clinicalGeneticist, purposes: Set<Purpose> = Set(Purpose.allCases)
    ) throws -> Actor {
        Actor(
            identity: identity, name: "Åsa " + identity, role: role, region: region.code, provider: try region.controller,
            careUnit: clinic, purposes: purposes)
    }

    func agree(
        _ template: String, _ side: TemplateAgreement.Side, _ actor: Actor, version: Int = 1
    ) async throws -> TemplateAgreement {
        try await AgreeToTemplate(
            node: node, region: region.code, actor: actor, purpose: .ownPatientCare, template: template, version: version,
            clinic: clinic, laboratory: laboratory, side: side
        ).run()
    }

    /// One variant, interpreted and signed.
    private func record() throws {
        let variant = try #require(VariantIdentifier("GRCh38:" + TestRegion.variant(0)))
        let small = try #require(SmallVariantFinding(variant: variant, gene: "BRCA1", zygosity: .heterozygous))
        let finding = Finding(
            identifier: "f1", content: .smallVariant(small),
            method: FindingMethod(kind: .genome, name: "genome", version: "1", laboratory: laboratory), callSet: "C100",
            specimen: "B100", date: TestRegion.today)
        let recorded = try region.partition.records.recordFindings(
            [finding], caseName: "FALL-1", laboratory: laboratory, at: TestRegion.noon)
        let content = InterpretationContent.germline(
            try GermlineInterpretation(
                variant: variant, gene: "BRCA1", condition: try #require(Code("ORPHA:145")), specification: "ACMG/AMP 2015",
                criteria: [], basis: .judgement, pathogenicityClass: .likelyPathogenic,
                judgement: LocalizedText(sv: "Bedömning", en: "Judgement")))
        let rule = SigningRule(needsTwoSignatures: false)
        let actor = try actor("anna")
        let laboratory = laboratory
        _ = try region.partition.records.interpret(
            try #require(recorded.first).id, subject: content.subject, in: laboratory, of: region.code, at: TestRegion.noon
        ) { _ in
            try InterpretationHistory(
                identifier: "int-1", laboratory: laboratory, draft: content, by: actor, at: TestRegion.noon, rule: rule)
        }
    }

    func signInterpretation() throws {
        let actor = try actor("anna")
        _ = try region.partition.records.change(interpretation: "int-1", of: region.code, at: TestRegion.noon) { known in
            try known.history.after(
                InterpretationStep(.sign, by: actor, at: TestRegion.noon), rule: SigningRule(needsTwoSignatures: false))
        }
    }

    static let values: [String: ItemValue] = [
        "small-variants": .findings(["f1"]), "structural": .findings([]), "family-design": .choices(["single"]),
        "phenotype": .text("HP:0001250"), "outcome": .choices(["possible"]), "conclusion": .text("Möjlig orsak: åäö."),
    ]

    static let citation = ReportCitation(
        finding: "f1", source: "civic", item: "EID1409", direction: "Predictive", scope: "BRCA1",
        strengths: [ReportCitation.Strength(scale: "level", value: 4)])

    func begin(
        _ actor: Actor? = nil, purpose: Purpose = .laboratoryOperation, of caseName: String = "FALL-1"
    ) async throws -> ReportHistory {
        try await BeginReport(
            node: node, region: region.code, actor: try actor ?? self.actor("anna"), purpose: purpose, laboratory: laboratory,
            caseName: caseName, person: nil, template: "rare-disease"
        ).run()
    }

    func fill(_ report: String, _ values: [String: ItemValue] = values) async throws -> ReportHistory {
        try await FillReport(
            node: node, region: region.code, actor: try actor("anna"), purpose: .laboratoryOperation, report: report,
            values: values, notExamined: [NotExamined(.gene, "PMS2", .lowCoverage)], citations: [ReportRegion.citation]
        ).run()
    }

    func review(_ report: String, _ act: ReportAct = .review, words: String = "") async throws -> ReportHistory {
        try await ReviewReport(
            node: node, region: region.code, actor: try actor("anna"), purpose: .laboratoryOperation, report: report, act: act,
            words: words
        ).run()
    }

    func sign(_ report: String, as name: String = "bo") async throws -> ReportHistory {
        try await SignReport(
            node: node, region: region.code, actor: try actor(name, .molecularPathologist), purpose: .laboratoryOperation,
            report: report
        ).run()
    }

    /// A report that is signed.
    func signed() async throws -> ReportHistory {
        try signInterpretation()
        let report = try await begin().identifier
        _ = try await fill(report)
        _ = try await review(report)
        return try await sign(report)
    }

    func show(_ report: String, as actor: Actor, _ purpose: Purpose) async throws -> ShownReport {
        try await ShowReport(node: node, region: region.code, actor: actor, purpose: purpose, report: report).run()
    }
}
