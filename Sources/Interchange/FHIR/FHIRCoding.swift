internal import ClinicalModel
internal import StructuredText

/// Codes as FHIR R4 writes them.
enum FHIRCoding {
    static let loinc = "http://loinc.org"
    static let guide = "http://hl7.org/fhir/uv/genomics-reporting/"
    /// The guide's own codes for what LOINC has no code for yet.
    static let toBeDetermined = guide + "CodeSystem/tbd-codes-cs"

    static func coding(_ system: String, _ code: String, _ display: String? = nil) -> JSONValue {
        JSONValue(members: [
            ("system", JSONValue(.string(system))), ("code", JSONValue(.string(code))),
            ("display", display.map { JSONValue(.string($0)) }),
        ])
    }

    static func concept(_ codings: [JSONValue] = [], text: String? = nil) -> JSONValue {
        JSONValue(members: [
            ("coding", codings.isEmpty ? .none : .some(JSONValue(codings))), ("text", text.map { JSONValue(.string($0)) }),
        ])
    }

    static func loinc(_ code: String, _ display: String? = nil) -> JSONValue { concept([coding(loinc, code, display)]) }

    /// A code of the platform's systems with its name, where it has one here.
    static func concept(_ code: Code, _ names: NamedCodes, _ language: Language) -> JSONValue {
        concept(
            [coding(address(code.system), code.value, names[code]?.text(language))], text: names.label(code, language))
    }

    static func address(_ system: CodeSystem) -> String {
        switch system {
        case .icd10: "http://hl7.org/fhir/sid/icd-10"
        case .icdOTopography, .icdOMorphology: "http://terminology.hl7.org/CodeSystem/icd-o-3"
        case .snomedCT: "http://snomed.info/sct"
        case .orpha: "http://www.orpha.net"
        case .omim: "http://www.omim.org"
        case .hpo: "http://human-phenotype-ontology.org"
        case .oncotree: "http://oncotree.mskcc.org"
        case .doid: "http://purl.obolibrary.org/obo/doid.owl"
        case .atc: "http://www.whocc.no/atc"
        }
    }

    /// A category of an observation.
    static let laboratory = concept([
        coding("http://terminology.hl7.org/CodeSystem/observation-category", "laboratory")
    ])
    static let imaging = concept([coding("http://terminology.hl7.org/CodeSystem/observation-category", "imaging")])
    static let genetics = concept([coding("http://terminology.hl7.org/CodeSystem/v2-0074", "GE", "Genetics")])

    static func quantity(_ value: Double, unit: String) -> JSONValue {
        [
            "value": JSONValue(value), "unit": JSONValue(.string(unit)), "system": "http://unitsofmeasure.org",
            "code": JSONValue(.string(unit)),
        ]
    }

    static func component(_ code: JSONValue, _ name: String, _ value: JSONValue) -> JSONValue {
        JSONValue(members: [("code", code), (name, value)])
    }

    static func component(_ code: String, _ display: String, _ name: String, _ value: JSONValue) -> JSONValue {
        component(loinc(code, display), name, value)
    }
}
