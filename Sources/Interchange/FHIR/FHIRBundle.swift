internal import AccessModel
internal import ClinicalModel
internal import GenomeModel
package import ReportModel
package import StructuredText

/// A version of a report as a FHIR R4 bundle after HL7's genomics reporting guide (hl7.org/fhir/uv/genomics-reporting): a genomic report with
/// variants, biomarkers, what they imply, and the items of the other specialties as observations.
package struct FHIRBundle: Sendable {
    let document: ReportDocument
    let language: Language
    let name: FHIRName

    package init(_ document: ReportDocument, language: Language) {
        self.document = document
        self.language = language
        name = FHIRName(report: document.history.identifier, version: document.version.number)
    }

    package var json: JSONValue {
        let observations = FHIRFindings(bundle: self).entries + items
        let entries =
            [
                entry("report", report(observations.map(\.name))), entry("patient", patient), entry("laboratory", laboratory),
                entry("order", order),
            ] + (document.history.subject.orderer == nil ? [] : [entry("orderer", orderer)])
            + (document.version.signature == nil ? [] : [entry("signer", signer)])
            + document.history.subject.samples.map { entry("sample/" + $0.name, specimen($0)) }
            + observations.map { entry($0.name, $0.resource) }
        return [
            "resourceType": "Bundle", "type": "collection",
            "identifier": [
                "system": "urn:samsyn:report",
                "value": JSONValue(.string("\(document.history.identifier)/\(document.version.number)")),
            ], "timestamp": JSONValue(.string(time)), "entry": JSONValue(entries),
        ]
    }

    func concept(_ code: Code) -> JSONValue { FHIRCoding.concept(code, document.names, language) }

    struct Observation {
        let name: String
        let resource: JSONValue
    }

    private func entry(_ thing: String, _ resource: JSONValue) -> JSONValue {
        ["fullUrl": JSONValue(.string(name.address(thing))), "resource": resource]
    }

    /// Of the last step, else of the beginning.
    var time: String { (document.version.steps.last?.time ?? document.version.begun).description }

    /// Of what is told by the report: that of a registered observation follows its report's.
    var status: String {
        switch document.version.state {
        case .draft: "preliminary"
        case .reviewed: "preliminary"
        case .signed: document.version.number == 1 ? "final" : "amended"
        case .amended: "amended"
        case .withdrawn: "entered-in-error"
        }
    }

    // MARK: Who and what

    private var patient: JSONValue {
        let gender =
            switch document.history.subject.sex {
            case .female: "female"
            case .male: "male"
            case .unknown: "unknown"
            }
        return JSONValue(members: [
            ("resourceType", "Patient"),
            (
                "identifier",
                [
                    [
                        "system": JSONValue(.string("urn:samsyn:pseudonym:\(document.history.subject.region)")),
                        "value": JSONValue(.string(document.history.person.text)),
                    ]
                ]
            ), ("gender", JSONValue(.string(gender))),
            ("birthDate", document.history.subject.birth.map { JSONValue(.string($0.description)) }),
        ])
    }

    private func organisation(_ code: OrganisationCode, _ name: String) -> JSONValue {
        [
            "resourceType": "Organization",
            "identifier": [["system": "urn:oid:1.2.752.29.4.19", "value": JSONValue(.string(code.text))]],
            "name": JSONValue(.string(name)),
        ]
    }

    private var laboratory: JSONValue { organisation(document.history.subject.laboratory, document.laboratoryName) }

    private var orderer: JSONValue {
        let subject = document.history.subject
        return organisation(subject.orderer ?? subject.laboratory, document.ordererName ?? "")
    }

    private var order: JSONValue {
        JSONValue(members: [
            ("resourceType", "ServiceRequest"), ("status", "completed"), ("intent", "order"),
            (
                "identifier",
                [["system": "urn:samsyn:case", "value": JSONValue(.string(document.history.subject.caseName))]]
            ), ("code", FHIRCoding.concept(text: document.template.title.text(language))), ("subject", name.reference("patient")),
            ("requester", document.history.subject.orderer == nil ? nil : .some(name.reference("orderer"))),
        ])
    }

    private var signer: JSONValue {
        JSONValue(members: [
            ("resourceType", "PractitionerRole"),
            (
                "practitioner",
                document.version.signature.map {
                    [
                        "identifier": ["system": "urn:oid:1.2.752.29.4.19", "value": JSONValue(.string($0.person))],
                        "display": JSONValue(.string($0.name)),
                    ] as JSONValue
                }
            ), ("organization", name.reference("laboratory")),
            (
                "code",
                document.version.signature.map { JSONValue([FHIRCoding.concept(text: $0.role.rawValue)]) }
            ),
        ])
    }

    private func specimen(_ sample: ReportSubject.Sample) -> JSONValue {
        JSONValue(members: [
            ("resourceType", "Specimen"),
            ("identifier", [["system": "urn:samsyn:specimen", "value": JSONValue(.string(sample.name))]]),
            ("type", FHIRCoding.concept(text: sample.kind.rawValue)), ("subject", name.reference("patient")),
            (
                "collection",
                sample.sampled.map { ["collectedDateTime": JSONValue(.string($0.description))] as JSONValue }
            ),
        ])
    }

    // MARK: The report

    private func report(_ results: [String]) -> JSONValue {
        var conclusion: String?
        if case .text(let text) = document.content.values["conclusion"] { conclusion = text }
        return JSONValue(members: [
            ("resourceType", "DiagnosticReport"),
            ("meta", ["profile": [JSONValue(.string(FHIRCoding.guide + "StructureDefinition/genomic-report"))]]),
            ("extension", citations.isEmpty ? nil : .some(JSONValue(citations))),
            ("identifier", [["system": "urn:samsyn:report", "value": JSONValue(.string(document.history.identifier))]]),
            ("basedOn", [name.reference("order")]), ("status", JSONValue(.string(status))),
            ("category", [FHIRCoding.genetics]), ("code", FHIRCoding.loinc("51969-4", "Genetic analysis report")),
            ("subject", name.reference("patient")), ("effectiveDateTime", JSONValue(.string(time))),
            ("issued", document.version.signature.map { JSONValue(.string($0.time.description)) }),
            ("performer", [name.reference("laboratory")]),
            ("resultsInterpreter", document.version.signature.map { _ in [name.reference("signer")] as JSONValue }),
            (
                "specimen",
                document.history.subject.samples.isEmpty
                    ? nil : .some(JSONValue(document.history.subject.samples.map { name.reference("sample/" + $0.name) }))
            ), ("result", results.isEmpty ? nil : .some(JSONValue(results.map(name.reference)))),
            ("conclusion", conclusion.map { JSONValue(.string($0)) }),
        ])
    }

    /// What the report rests on, all of it.
    private var citations: [JSONValue] {
        document.content.citations.map { FHIRCitation(citation: $0, language: language).json }
    }

    /// What an observation has whatever it is of.
    func observation(
        _ profile: String?, code: JSONValue, categories: [JSONValue], specimen: String? = nil, _ members: [(String, JSONValue?)]
    ) -> JSONValue {
        JSONValue(
            members: [
                ("resourceType", "Observation"),
                (
                    "meta",
                    profile.map { ["profile": [JSONValue(.string(FHIRCoding.guide + "StructureDefinition/" + $0))]] as JSONValue }
                ), ("status", JSONValue(.string(status == "preliminary" ? "preliminary" : status))),
                ("category", JSONValue(categories)), ("code", code), ("subject", name.reference("patient")),
                ("effectiveDateTime", JSONValue(.string(time))), ("performer", [name.reference("laboratory")]),
                (
                    "specimen",
                    specimen.flatMap { wanted in
                        document.history.subject.samples.contains { $0.name == wanted }
                            ? name.reference("sample/" + wanted) : nil
                    }
                ),
            ] + members)
    }

    /// The items that are no findings: what pathology, radiology and the others say.
    private var items: [Observation] {
        document.template.sections.flatMap { section in
            document.filled(section).compactMap { item, value in
                let answer: (String, JSONValue)?
                switch value {
                case .text(let text): answer = ("valueString", JSONValue(.string(text)))
                case .number(let number):
                    guard case .number(let unit, _, _) = item.kind else { return nil }
                    answer = ("valueQuantity", FHIRCoding.quantity(number, unit: unit))
                case .code(let code): answer = ("valueCodeableConcept", concept(code))
                case .choices(let keys): answer = ("valueCodeableConcept", choice(keys, item))
                case .date(let date): answer = ("valueDateTime", JSONValue(.string(date.description)))
                case .notExamined(let reason):
                    answer = ("dataAbsentReason", FHIRCoding.concept(text: reason.text.text(language)))
                case .findings(let names):
                    // Findings are observations of their own; that nothing was found has to be said.
                    guard names.isEmpty else { return nil }
                    answer = (
                        "valueCodeableConcept", FHIRCoding.concept([FHIRCoding.coding(FHIRCoding.loinc, "LA9634-2", "Absent")])
                    )
                }
                let codings = item.coding.map { [FHIRCoding.coding($0.system.address, $0.value)] } ?? []
                return Observation(
                    name: "item/" + item.key,
                    resource: observation(
                        nil, code: FHIRCoding.concept(codings, text: item.label.text(language)),
                        categories: [section.kind == .radiology ? FHIRCoding.imaging : FHIRCoding.laboratory],
                        [answer].compactMap { $0 }.map { ($0.0, .some($0.1)) }))
            }
        }
    }

    private func choice(_ keys: [String], _ item: TemplateItem) -> JSONValue {
        guard case .choice(let choices, _) = item.kind else { return FHIRCoding.concept(text: keys.joined(separator: ", ")) }
        let chosen = choices.filter { keys.contains($0.key) }
        return FHIRCoding.concept(
            chosen.compactMap { $0.coding.map { FHIRCoding.coding($0.system.address, $0.value) } },
            text: chosen.map { $0.label.text(language) }.joined(separator: ", "))
    }
}
