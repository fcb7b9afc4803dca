internal import KnowledgeModel
internal import ReportModel
internal import StructuredText

/// A piece of knowledge that a report cites, as the genomics reporting guide's own examples cite: on the report as a whole, and on what says
/// what the evidence is for.
struct FHIRCitation {
    let citation: ReportCitation
    let language: Language

    var json: JSONValue {
        [
            "url": "http://hl7.org/fhir/StructureDefinition/workflow-relatedArtifact",
            "valueRelatedArtifact": JSONValue(members: [
                ("type", "citation"), ("label", firmness.isEmpty ? nil : .some(JSONValue(.string(firmness)))),
                ("display", JSONValue(.string(citation.named))),
                ("citation", citation.said.isEmpty ? nil : .some(JSONValue(.string(citation.said)))),
                ("url", citation.address.map { JSONValue(.string($0)) }),
            ]),
        ]
    }

    private var firmness: String {
        citation.strengths.compactMap { ItemStrength($0.scale, $0.value).name?.text(language) }.joined(separator: ", ")
    }

    /// Level of evidence, for the one source whose levels the guide has codes for.
    static func level(_ citations: [ReportCitation]) -> [JSONValue] {
        for citation in citations where citation.source == KnowledgeSource.clinvar.rawValue {
            guard let stars = citation.strengths.first(where: { $0.scale == "stars" })?.value else { continue }
            let level = FHIRCoding.coding(
                FHIRCoding.guide + "CodeSystem/clinvar-evidence-level-custom-cs", stars == 0 ? "no-star" : "\(stars)-star")
            return [
                FHIRCoding.component("93044-6", "Level of evidence", "valueCodeableConcept", FHIRCoding.concept([level]))
            ]
        }
        return []
    }
}

extension ReportCitation {
    /// `civic:EID1409`
    var identifier: String { source + ":" + item }

    /// `civic:EID1409 (2026-04-25)`
    var named: String { identifier + (release.map { " (" + $0 + ")" } ?? "") }

    /// A statement that names the item among its references rests on it; an item that no statement names is evidence for each.
    func isFor(_ action: Actionability, among all: [Actionability]) -> Bool {
        func names(_ action: Actionability) -> Bool {
            action.references.contains { $0.source.rawValue == source && $0.identifier == item }
        }
        return names(action) || !all.contains(where: names)
    }
}

extension JSONValue {
    /// The same with what it rests on; unchanged where that is nothing.
    func citing(_ cited: [ReportCitation], _ language: Language) -> JSONValue {
        guard !cited.isEmpty, let members else { return self }
        let citations = cited.map { FHIRCitation(citation: $0, language: language).json }
        let first: [(String, JSONValue?)] = [("extension", JSONValue(citations))]
        return JSONValue(members: first + members.map { ($0.name, .some($0.value)) })
    }
}
