internal import ClinicalModel
internal import GenomeModel
package import ReportModel
package import StructuredText

/// A version of a report as a GA4GH Phenopacket 2.0: the person, the samples, what was measured and what the variants mean.
package struct ReportPhenopacket: Sendable {
    let document: ReportDocument

    package init(_ document: ReportDocument) { self.document = document }

    private var person: String { document.history.person.text }

    package var json: JSONValue {
        let biosamples = Set(document.history.subject.samples.map(\.name))
        let measurements = document.content.findings.filter { !biosamples.contains($0.finding.specimen) }.compactMap(measurement)
        let interpretations = document.content.findings.compactMap(interpretation)
        return JSONValue(members: [
            ("id", JSONValue(.string("\(document.history.identifier)-\(document.version.number)"))),
            (
                "subject",
                [
                    "id": JSONValue(.string(person)), "sex": JSONValue(.string(sex)),
                    "taxonomy": ["id": "NCBITaxon:9606", "label": "Homo sapiens"],
                ]
            ), ("measurements", measurements.isEmpty ? nil : .some(JSONValue(measurements))),
            (
                "biosamples",
                document.history.subject.samples.isEmpty ? nil : .some(JSONValue(document.history.subject.samples.map(biosample)))
            ),
            ("interpretations", interpretations.isEmpty ? nil : .some(JSONValue(interpretations))),
            ("metaData", citing(metaData)),
        ])
    }

    private var sex: String {
        switch document.history.subject.sex {
        case .female: "FEMALE"
        case .male: "MALE"
        case .unknown: "UNKNOWN_SEX"
        }
    }

    private static func ontology(_ id: String, _ label: String) -> JSONValue {
        ["id": JSONValue(.string(id)), "label": JSONValue(.string(label))]
    }

    private func biosample(_ sample: ReportSubject.Sample) -> JSONValue {
        let measurements = document.content.findings.filter { $0.finding.specimen == sample.name }.compactMap(measurement)
        return JSONValue(members: [
            ("id", JSONValue(.string(sample.name))), ("individualId", JSONValue(.string(person))),
            ("description", JSONValue(.string(sample.kind.rawValue))),
            (
                "timeOfCollection",
                sample.sampled.map { ["timestamp": JSONValue(.string($0.description + "T00:00:00Z"))] as JSONValue }
            ), ("measurements", measurements.isEmpty ? nil : .some(JSONValue(measurements))),
        ])
    }

    /// Biomarkers that are numbers with their units, or words.
    private func measurement(_ reported: ReportedFinding) -> JSONValue? {
        guard case .biomarker(let biomarker) = reported.finding.content else { return nil }
        let assay: JSONValue =
            switch biomarker.marker {
            case .tmb: ReportPhenopacket.ontology("LOINC:94076-7", "Mutations/Megabase [# Ratio] in Tumor")
            case .msi:
                ReportPhenopacket.ontology(
                    "LOINC:81695-9", "Microsatellite instability [Interpretation] in Cancer specimen Qualitative")
            default: ReportPhenopacket.ontology("samsyn:" + biomarker.marker.key, biomarker.marker.key)
            }
        let value: JSONValue =
            switch biomarker.result {
            case .measured(let measured):
                [
                    "quantity": [
                        "unit": ReportPhenopacket.ontology("UCUM:" + measured.unit, measured.unit),
                        "value": JSONValue(measured.value),
                    ]
                ]
            case .classified(let name, _):
                ["ontologyClass": ReportPhenopacket.ontology("samsyn:" + biomarker.marker.key + "-class", name)]
            case .word(let word): ["ontologyClass": ReportPhenopacket.ontology("samsyn:" + word.rawValue, word.rawValue)]
            }
        return [
            "assay": assay, "value": value,
            "timeObserved": ["timestamp": JSONValue(.string(reported.finding.date.description + "T00:00:00Z"))],
        ]
    }

    private func interpretation(_ reported: ReportedFinding) -> JSONValue? {
        guard let cited = reported.interpretation else { return nil }
        let finding = reported.finding
        var (classification, actionability, status) = ("NOT_PROVIDED", "UNKNOWN_ACTIONABILITY", "UNKNOWN_STATUS")
        let disease = ReportPhenopacket.disease(cited)
        switch cited.content {
        case .germline(let content):
            classification = content.pathogenicityClass.rawValue.uppercased().replacing("-", with: "_")
            status = content.pathogenicityClass >= .likelyPathogenic ? "CAUSATIVE" : "CANDIDATE"
        case .somatic(let content):
            if !content.actionability.isEmpty {
                actionability = content.actionability.contains { $0.kind.isTherapeutic } ? "ACTIONABLE" : "NOT_ACTIONABLE"
            }
            status = "CONTRIBUTORY"
        }
        return [
            "id": JSONValue(.string("\(cited.identifier)-\(cited.version)")),
            "progressStatus": JSONValue(.string(cited.state == .signed ? "COMPLETED" : "IN_PROGRESS")),
            "diagnosis": [
                "disease": ReportPhenopacket.ontology(
                    disease.description, document.names[disease]?.text(.en) ?? disease.description),
                "genomicInterpretations": [
                    [
                        "subjectOrBiosampleId": JSONValue(.string(finding.specimen)),
                        "interpretationStatus": JSONValue(.string(status)),
                        "variantInterpretation": [
                            "acmgPathogenicityClassification": JSONValue(.string(classification)),
                            "therapeuticActionability": JSONValue(.string(actionability)),
                            "variationDescriptor": descriptor(finding),
                        ],
                    ]
                ],
            ],
        ]
    }

    private func descriptor(_ finding: Finding) -> JSONValue {
        var members: [(String, JSONValue?)] = [("id", JSONValue(.string(finding.identifier)))]
        func describe(_ small: SmallVariantFinding) {
            let variant = small.variant.variant
            members += [
                ("label", [small.gene, small.coding, small.protein].compactMap { $0 }.joined(separator: " ").nonEmpty),
                (
                    "expressions",
                    small.coding.flatMap { coding in
                        small.transcript.map {
                            [["syntax": "hgvs.c", "value": JSONValue(.string($0 + ":" + coding))]] as JSONValue
                        }
                    }
                ),
                (
                    "vcfRecord",
                    [
                        "genomeAssembly": JSONValue(.string(small.variant.assembly.rawValue)),
                        "chrom": JSONValue(.string(variant.contig.name)),
                        "pos": JSONValue(.string(String(variant.position.value))),
                        "ref": JSONValue(.string(variant.reference)), "alt": JSONValue(.string(variant.alternate)),
                    ]
                ),
            ]
        }
        if let small = finding.content.smallVariant { describe(small) }
        switch finding.content {
        case .smallVariant, .secondary: break
        case .copyNumber(let copies):
            members.append(("label", (copies.genes.joined(separator: ", ") + " " + copies.kind.rawValue).nonEmpty))
        case .structural(let event): members.append(("label", (event.fusionName ?? event.kind.rawValue).nonEmpty))
        case .biomarker(let biomarker): members.append(("label", biomarker.marker.key.nonEmpty))
        case .signature(let signature): members.append(("label", signature.name.nonEmpty))
        case .expression(let expression): members.append(("label", expression.gene.nonEmpty))
        }
        members.append(("extensions", evidence(for: finding)))
        members.append(("moleculeContext", JSONValue(.string("genomic"))))
        return JSONValue(members: members)
    }

    private var metaData: JSONValue {
        func resource(_ id: String, _ name: String, _ url: String, _ prefix: String, _ version: String = "unknown") -> JSONValue {
            [
                "id": JSONValue(.string(id)), "name": JSONValue(.string(name)), "url": JSONValue(.string(url)),
                "version": JSONValue(.string(version)), "namespacePrefix": JSONValue(.string(prefix)),
                "iriPrefix": JSONValue(.string(url + "/")),
            ]
        }
        let systems = Set(document.content.findings.compactMap { $0.interpretation.map { ReportPhenopacket.disease($0).system } })
        let nomenclatures = CodeSystem.allCases.filter(systems.contains).map { system in
            resource(
                system.rawValue, ReportPhenopacket.name(of: system), FHIRCoding.address(system), system.prefix,
                document.names.editions[system] ?? "unknown")
        }
        return [
            "created": JSONValue(.string((document.version.steps.last?.time ?? document.version.begun).description)),
            "createdBy": JSONValue(.string(document.laboratoryName)), "phenopacketSchemaVersion": "2.0",
            "resources": JSONValue(
                [
                    resource("loinc", "Logical Observation Identifiers Names and Codes", "https://loinc.org", "LOINC"),
                    resource("ncbitaxon", "NCBI taxonomy", "http://purl.obolibrary.org/obo/ncbitaxon.owl", "NCBITaxon"),
                    resource("ucum", "Unified Code for Units of Measure", "https://ucum.org", "UCUM"),
                ] + nomenclatures),
        ]
    }

    private static func disease(_ cited: CitedInterpretation) -> Code {
        switch cited.content {
        case .germline(let content): content.condition
        case .somatic(let content): content.tumourType
        }
    }

    private static func name(of system: CodeSystem) -> String {
        switch system {
        case .icd10: "ICD-10-SE"
        case .icdOTopography, .icdOMorphology: "ICD-O-3"
        case .snomedCT: "SNOMED CT"
        case .orpha: "Orphanet nomenclature"
        case .omim: "Online Mendelian Inheritance in Man"
        case .hpo: "Human Phenotype Ontology"
        case .oncotree: "OncoTree"
        case .doid: "Disease Ontology"
        case .atc: "Anatomical Therapeutic Chemical classification"
        }
    }
}

extension String {
    fileprivate var nonEmpty: JSONValue? { isEmpty ? .none : .some(JSONValue(.string(self))) }
}
