package import ClinicalModel
internal import StructuredText

/// One assertion of CIViC: what its editors conclude of a profile in a disease from several evidence items and a guideline.
package struct CivicAssertion: KnowledgeItem {
    /// CIViC's number, `2` of AID2.
    package let number: Int
    package let profileName: String
    package let profile: MolecularProfile
    package let disease: String
    package let diseaseCode: Code?
    package let therapies: [String]
    package let type: EvidenceType
    package let direction: EvidenceDirection
    package let significance: String
    /// `Tier I - Level A` (AMP/ASCO/CAP 2017); empty for none.
    package let ampCategory: String
    /// ACMG/AMP criteria, `PVS1`; empty for none.
    package let criteria: [String]
    /// `Breast Cancer (v3.2017)`; empty for none.
    package let guideline: String
    package let summary: String
    /// The evidence items it rests on.
    package let evidence: [ItemIdentity]

    package var identity: ItemIdentity { ItemIdentity(.civic, "AID\(number)") }

    package var fields: [ItemField] {
        subjectFields + [
            ItemField("assertion_type", type.rawValue),
            ItemField("assertion_direction", direction.rawValue),
            ItemField("significance", significance),
            ItemField("amp_category", ampCategory),
            ItemField("acmg_codes", criteria.joined(separator: ", ")),
            ItemField("guideline", guideline),
            ItemField("assertion_summary", summary),
            ItemField("evidence_item_ids", evidence.map(\.key).joined(separator: ", ")),
        ]
    }

    package var statement: ItemStatement {
        statement([ItemStrength("tier", CivicAssertion.strength(ofTier: ampCategory))])
    }

    /// Tier I level A 8, I B 7, II C 6, II D 5, III 4, IV 3; 0 for none. Words as CIViC writes them.
    private static func strength(ofTier text: String) -> Int {
        switch text {
        case "Tier I - Level A": 8
        case "Tier I - Level B": 7
        case "Tier II - Level C": 6
        case "Tier II - Level D": 5
        case _ where text.hasPrefix("Tier III"): 4
        case _ where text.hasPrefix("Tier IV"): 3
        default: 0
        }
    }

    /// Reads CIViC's `AssertionSummaries` (TSV), as `EvidenceItem.read` reads evidence.
    package static func read(_ bytes: [UInt8]) throws(KnowledgeFault) -> KnowledgeImport<CivicAssertion> {
        var diagnostics = KnowledgeDiagnostics()
        var found: [(item: CivicAssertion, place: SourcePlace)] = []
        let rows = try NamedRows.read(
            bytes,
            requiring: [
                ["assertion_id", "id"], ["molecular_profile", "variant"], ["disease"], ["assertion_type"],
                ["assertion_direction"],
                ["significance", "clinical_significance"],
            ], &diagnostics
        ) { (row) throws(KnowledgeFault) in
            found.append((try CivicAssertion(row), row.place(of: "assertion_id", "id")))
        }
        for (item, place) in found where !item.profile.isReadable {
            diagnostics.add(
                KnowledgeFault(.unreadableProfile, at: place, field: "molecular_profile", value: item.profileName))
        }
        return KnowledgeImport(found, rows: rows, diagnostics)
    }

    private init(_ row: NamedRow) throws(KnowledgeFault) {
        let identifier = try row.required("assertion_id", "id")
        guard let number = Int(identifier), number > 0 else {
            throw KnowledgeFault(.badNumber, at: row.place(of: "assertion_id", "id"), field: "assertion_id", value: identifier)
        }
        self.number = number
        (profileName, profile) = try row.profile()
        disease = row.text("disease") ?? ""
        diseaseCode = try row.diseaseCode()
        therapies = row.list("therapies", "drugs") ?? []
        type = try row.word("assertion_type")
        direction = try row.word("assertion_direction")
        significance = try row.required("significance", "clinical_significance")
        ampCategory = row.text("amp_category") ?? ""
        criteria = row.list("acmg_codes") ?? []
        let version = row.text("nccn_guideline_version") ?? ""
        let title = row.text("nccn_guideline") ?? ""
        guideline = version.isEmpty ? title : "\(title) (v\(version))"
        summary = row.text("assertion_summary") ?? ""
        evidence = (row.list("evidence_item_ids") ?? []).map { ItemIdentity(.civic, "EID" + $0) }.sorted()
    }
}
