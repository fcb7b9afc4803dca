internal import AccessModel
internal import ClinicalModel
internal import KnowledgeModel
internal import Records
package import ReportModel
internal import StructuredText

/// What the knowledge in force says of somebody's findings, as a computed proposal: with its rules, what it was computed from, and whether
/// the region shows such.
package struct EvidenceProposal: Hashable, Sendable {
    package let stamp: ProposalStamp
    package let decision: ProposalDecision
    /// What is nearest first. Empty where the region does not show it.
    package let items: [MatchedEvidence]

    /// By which findings are held against knowledge (docs/knowledge.md, Matching).
    package static let rules = RuleSet(name: "samsyn-evidence", version: "1")

    package func items(about finding: String) -> [MatchedEvidence] { items.filter { $0.findings.contains(finding) } }
}

/// Holds findings against the knowledge in force, as the region has decided to show it: both are read once, for everybody of a case. Whoever
/// calls has asked before whether a person may be seen, and shows what comes of it together with them: it is logged with that.
struct FindEvidence {
    private let desk: KnowledgeDesk
    private let partition: Partition
    private let current: [KnowledgeVersion]
    private let stamp: ProposalStamp
    private let decision: ProposalDecision

    init(desk: KnowledgeDesk, partition: Partition, purpose: Purpose) throws {
        self.desk = desk
        self.partition = partition
        let time = partition.now()
        current = try desk.database.shelves().compactMap(\.current)
        stamp = ProposalStamp(
            rules: EvidenceProposal.rules, computed: time, sources: current.map { "\($0.series) \($0.release)" })
        decision = try partition.proposalSwitch().decision(on: stamp, isResearch: purpose == .research, date: time.date)
    }

    /// Nothing is computed where the region does not show it, nor of somebody whose data may not be used any more. `callSets` are those of the
    /// case, `lacking` what a report of it says was not examined.
    func run(
        _ findings: [Finding], of person: Pseudonym, readings: [InterpretationHistory], callSets: [RecordedCallSet],
        lacking: [NotExamined] = []
    ) throws -> EvidenceProposal {
        guard decision.isShown, !current.isEmpty, !findings.isEmpty, try !partition.records.hasStoppedUse(person) else {
            return EvidenceProposal(stamp: stamp, decision: decision, items: [])
        }
        let tumourTypes = try partition.records.tumourTypes(of: person, readings: readings)
        // Few items ask.
        var examined: ExaminedGenes?
        let matches = try desk.matches(for: findings, tumourTypes: tumourTypes, among: current) { gene in
            let known =
                try examined
                ?? partition.examinedGenes(
                    of: person, by: callSets, genes: desk.genes, lacking: lacking + findings.flatMap(\.notExamined))
            examined = known
            return known.contains(gene)
        }
        return EvidenceProposal(stamp: stamp, decision: decision, items: items(matches, findings, tumourTypes))
    }

    private func items(_ matches: KnowledgeMatches, _ findings: [Finding], _ tumourTypes: [Code]) -> [MatchedEvidence] {
        let names = Dictionary(findings.map { ($0.identifier, $0.content.name) }, uniquingKeysWith: { first, _ in first })
        let label = { (finding: String) in names[finding] ?? LocalizedText(sv: finding, en: finding) }
        let tumour = tumourTypes.lazy.compactMap { desk.tumourTypes.name(of: $0) }.first.map { LocalizedText(sv: $0, en: $0) }
        func version(_ form: KnowledgeForm) -> KnowledgeVersion? {
            matches.versions.first { KnowledgeForm($0.series) == form }
        }
        var items: [MatchedEvidence] = []
        for finding in findings {
            guard let records = matches.records[finding.identifier], let variant = finding.content.smallVariant?.variant,
                let version = version(.clinvar(variant.assembly))
            else { continue }
            items += records.map {
                MatchedEvidence($0, of: version, finding: finding.identifier, name: label(finding.identifier))
            }
        }
        if let version = version(.civicAssertions) {
            items += matches.assertions.map { match in
                MatchedEvidence(
                    match, of: version, level: LocalizedText(sv: match.item.ampCategory, en: match.item.ampCategory),
                    summary: match.item.summary, publication: nil, label: label, tumourName: tumour,
                    diseaseName: desk.tumourTypes.name)
            }
        }
        if let version = version(.civicEvidence) {
            items += matches.evidence.map { match in
                MatchedEvidence(
                    match, of: version, level: match.item.levelWords, summary: match.item.summary ?? "",
                    publication: match.item.citation, label: label, tumourName: tumour, diseaseName: desk.tumourTypes.name)
            }
        }
        // What asks for nothing but absence rests on no finding that it could stand beside.
        let shown = items.filter { !$0.findings.isEmpty }
        return shown.filter(\.applies) + shown.filter { !$0.applies }
    }
}

extension EvidenceItem {
    fileprivate var levelWords: LocalizedText {
        guard let rating else { return level.name }
        return LocalizedText(sv: "\(level.name.sv), \(rating) av 5 stjärnor", en: "\(level.name.en), \(rating) of 5 stars")
    }
}

extension RecordsDatabase {
    /// The codes by which a person's tumour is known: of their diagnoses, and of what was interpreted of their findings.
    fileprivate func tumourTypes(of person: Pseudonym, readings: [InterpretationHistory]) throws -> [Code] {
        let interpreted = readings.compactMap { history -> Code? in
            guard case .somatic(let content)? = (history.current ?? history.versions.last)?.content else { return nil }
            return content.tumourType
        }
        let diagnosed = try diagnoses(of: person).filter { $0.status == .affected }.map(\.code)
        var seen = Set<Code>()
        return (interpreted + diagnosed).filter { [.oncotree, .doid].contains($0.system) && seen.insert($0).inserted }
    }
}
