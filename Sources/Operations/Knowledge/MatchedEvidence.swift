internal import ClinicalModel
package import KnowledgeModel
package import ReportModel
package import StructuredText

/// A piece of knowledge that is about somebody's findings, with why: what whoever interprets them or reports on them picks from.
package struct MatchedEvidence: Hashable, Sendable {
    package let identity: ItemIdentity
    /// The version that says so.
    package let version: KnowledgeVersion
    /// `Finding.identifier` of each that it rests on, at least one.
    package let findings: [String]
    /// Whether everything that it is about was found.
    package let applies: Bool
    /// How near it is to what was found.
    package let closeness: LocalizedText
    package let reasons: [LocalizedText]
    /// `BRAF V600E`; of ClinVar the variant in HGVS.
    package let subject: String
    package let disease: String
    package let therapies: [String]
    package let statement: ItemStatement
    /// How firm it is, in the source's own words.
    package let level: LocalizedText
    package let summary: String
    /// What it speaks of, where that is something a tumour's interpretation can state; nil where it speaks against it, or of something else.
    package let use: Actionability.Kind?
    /// Where it can be read.
    package let references: [EvidenceReference]
}

extension MatchedEvidence {
    /// `label` gives a finding's name by its identifier.
    init<Item: ProfiledItem>(
        _ match: EvidenceMatch<Item>, of version: KnowledgeVersion, level: LocalizedText, summary: String,
        publication: String?, label: (String) -> LocalizedText, tumourName: LocalizedText?,
        diseaseName: (Code) -> String?
    ) {
        let item = match.item
        // Of what is only near, too.
        var seen = Set<String>()
        let findings = match.parts.compactMap(\.finding).filter { seen.insert($0).inserted }
        self.init(
            identity: item.identity, version: version, findings: findings, applies: match.kind.applies,
            closeness: match.kind.name,
            reasons: match.reasons(label: label, tumourName: tumourName, diseaseName: diseaseName), subject: item.profileName,
            disease: item.disease, therapies: item.therapies, statement: item.statement, level: level, summary: summary,
            use: item.use,
            references: [EvidenceReference(.civic, item.identity.key), publication.flatMap(MatchedEvidence.reference)]
                .compactMap { $0 })
    }

    /// ClinVar's record of exactly the variant of a finding.
    init(_ record: StoredItem, of version: KnowledgeVersion, finding: String, name: LocalizedText) {
        let fields = Dictionary(record.fields.map { ($0.name, $0.value ?? "") }, uniquingKeysWith: { first, _ in first })
        let stars = record.statement.strengths.first { $0.scale == "stars" }?.value ?? 0
        self.init(
            identity: record.identity, version: version, findings: [finding], applies: true,
            closeness: MatchLevel.variant.name,
            reasons: [
                LocalizedText(
                    sv: "\(name.sv) är variant \(record.identity.key) i ClinVar.",
                    en: "\(name.en) is variant \(record.identity.key) of ClinVar.")
            ], subject: fields["CLNHGVS"] ?? "",
            disease: (fields["CLNDN"] ?? "").replacing("|", with: ", "), therapies: [], statement: record.statement,
            level: LocalizedText(
                sv: "\(fields["CLNSIG"] ?? ""), \(stars) av 4 stjärnor", en: "\(fields["CLNSIG"] ?? ""), \(stars) of 4 stars"),
            summary: "", use: nil, references: [EvidenceReference(.clinVar, record.identity.key)].compactMap { $0 })
    }

    /// `PubMed:16081687` as a reference; nil for what is no article of PubMed.
    private static func reference(_ publication: String) -> EvidenceReference? {
        let parts = publication.split(separator: ":", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == "pubmed" else { return nil }
        return EvidenceReference(.pubMed, String(parts[1]))
    }
}

extension EvidenceMatch.Kind {
    /// How near the item is to what was found, in a few words.
    package var name: LocalizedText {
        switch self {
        case .applies(let level): level.name
        case .lacksOne: LocalizedText(sv: "en del saknas", en: "one part is missing")
        case .nearby(let reason): reason.name
        }
    }
}

extension ProfiledItem {
    /// CIViC's significances that speak of a treatment; every other says nothing that could be stated of one.
    fileprivate var use: Actionability.Kind? {
        guard direction == .supports else { return nil }
        switch type {
        case .predictive:
            switch significance.lowercased() {
            case "sensitivity/response", "sensitivity": return .sensitivity
            case "resistance", "reduced sensitivity": return .resistance
            default: return nil
            }
        case .diagnostic: return .diagnostic
        case .prognostic: return .prognostic
        case .predisposing, .oncogenic, .functional: return nil
        }
    }
}
