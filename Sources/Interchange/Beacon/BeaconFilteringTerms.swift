package import ClinicalModel
internal import Questions
package import StructuredText

/// The filters that this Beacon knows, in a stable order: fields first, then words and terms that stand for themselves, then every term of the
/// code hierarchies in use. Kept as numbers into the hierarchies, so that a page costs what it holds.
package struct BeaconFilteringTerms: Sendable {
    private let fixed: [JSONValue]
    private let hierarchies: [CodeHierarchy]
    private let resources: JSONValue

    package init(_ hierarchies: CodeHierarchies) {
        fixed = BeaconFilteringTerms.fields + BeaconFilteringTerms.sexes + BeaconFilteringTerms.words
        self.hierarchies = CodeSystem.allCases.compactMap { hierarchies[$0] }
        resources = JSONValue(CodeSystem.allCases.map { BeaconFilteringTerms.resource($0, hierarchies[$0]?.version) })
    }

    package var count: Int { fixed.count + hierarchies.reduce(0) { $0 + $1.terms.count } }

    /// The `limit` terms after the first `skip` pages of that size.
    package func page(skip: Int, limit: Int) -> [JSONValue] {
        let first = min(skip * limit, count)
        let last = min(first + limit, count)
        return (first..<last).map(term)
    }

    private func term(_ number: Int) -> JSONValue {
        if number < fixed.count { return fixed[number] }
        var place = number - fixed.count
        for hierarchy in hierarchies {
            if place < hierarchy.terms.count {
                return BeaconFilteringTerms.term(
                    hierarchy.terms[place].description, BeaconFilteringTerms.name(hierarchy.system),
                    hierarchy.name(of: hierarchy.terms[place]).flatMap { $0.isEmpty ? nil : $0 })
            }
            place -= hierarchy.terms.count
        }
        return JSONValue(.null)
    }

    package func response(_ identity: BeaconIdentity, skip: Int, limit: Int) -> JSONValue {
        let meta = JSONValue(members: [
            ("beaconId", JSONValue(.string(identity.identifier))), ("apiVersion", JSONValue(.string(BeaconIdentity.apiVersion))),
            (
                "returnedSchemas",
                JSONValue([
                    JSONValue(members: [("entityType", "filteringTerm"), ("schema", "beacon-filtering-terms-v2.0.0")])
                ])
            ),
        ])
        return JSONValue(members: [
            ("meta", meta),
            (
                "response",
                JSONValue(members: [
                    ("filteringTerms", JSONValue(page(skip: skip, limit: limit))), ("resources", resources),
                ])
            ),
            (
                "info",
                JSONValue(members: [("total", JSONValue(count)), ("skip", JSONValue(skip)), ("limit", JSONValue(limit))])
            ),
        ])
    }

    // MARK: Terms that do not come from a file

    private static let scopes = JSONValue(["individual", "biosample", "run", "analysis", "genomicVariant"])

    private static func term(_ id: String, _ type: String, _ label: String? = nil, values: [String] = []) -> JSONValue {
        JSONValue(members: [
            ("id", JSONValue(.string(id))), ("type", JSONValue(.string(type))), ("label", label.map { JSONValue(.string($0)) }),
            ("scopes", scopes), ("values", values.isEmpty ? Optional.none : JSONValue(values)),
        ])
    }

    private static let fields: [JSONValue] = CohortField.allCases.map { field in
        term(field.beaconName, "alphanumeric", label(field), values: field.words)
    }

    private static let sexes = [
        term("NCIT:C16576", "NCI Thesaurus", "female"), term("NCIT:C20197", "NCI Thesaurus", "male"),
        term("NCIT:C17998", "NCI Thesaurus", "unknown"),
    ]

    private static let words: [JSONValue] = [CohortField.area, .origin, .assayKind].flatMap { field in
        field.words.map { term(field.beaconName + ":" + $0, "custom", label(field) + ": " + $0) }
    }

    private static func label(_ field: CohortField) -> String {
        switch field {
        case .region: "Region where the person lives"
        case .provider: "Care provider that ordered the analysis"
        case .laboratory: "Laboratory"
        case .assay: "Assay with version"
        case .assayKind: "Kind of assay"
        case .area: "Area of genomic medicine"
        case .diagnosis: "Diagnosis of an affected person, with what lies under it"
        case .carrier: "Disease whose cause the person carries"
        case .phenotype: "Sign, with what lies under it"
        case .phenotypeExcluded: "Sign that was looked for and is not there"
        case .sex: "Sex"
        case .age: "Age in whole years on the day of the question, such as P40Y"
        case .origin: "Origin of the DNA"
        case .treatment: "Treatment (ATC), with what lies under it"
        }
    }

    // MARK: Code systems

    private static func name(_ system: CodeSystem) -> String {
        switch system {
        case .icd10: "ICD-10-SE"
        case .icdOTopography: "ICD-O-3 topography"
        case .icdOMorphology: "ICD-O-3 morphology"
        case .snomedCT: "SNOMED CT"
        case .orpha: "Orphanet nomenclature of rare diseases"
        case .omim: "Online Mendelian Inheritance in Man"
        case .hpo: "Human Phenotype Ontology"
        case .oncotree: "OncoTree"
        case .doid: "Human Disease Ontology"
        case .atc: "Anatomical Therapeutic Chemical classification"
        }
    }

    private static func resource(_ system: CodeSystem, _ version: String?) -> JSONValue {
        JSONValue(members: [
            ("id", JSONValue(.string(system.rawValue))), ("name", JSONValue(.string(name(system)))),
            ("nameSpacePrefix", JSONValue(.string(system.prefix))), ("version", version.map { JSONValue(.string($0)) }),
        ])
    }
}
