internal import ClinicalModel
internal import GenomeModel
internal import ReportModel
internal import StructuredText

/// Findings of a report as observations of the genomics reporting guide, each with what it implies.
struct FHIRFindings {
    let bundle: FHIRBundle

    var entries: [FHIRBundle.Observation] {
        bundle.document.content.findings.flatMap { reported in
            let implications = implications(reported)
            // What nothing is implied by stands with the finding.
            let cited = implications.isEmpty ? cited(for: reported) : []
            return [
                FHIRBundle.Observation(
                    name: reported.finding.identifier.finding, resource: finding(reported).citing(cited, bundle.language))
            ] + implications
        }
    }

    private func finding(_ reported: ReportedFinding) -> JSONValue {
        let finding = reported.finding
        switch finding.content {
        case .smallVariant(let small): return variant(finding, components(small))
        case .copyNumber(let copies): return variant(finding, components(copies))
        case .structural(let event): return variant(finding, components(event))
        case .secondary(let secondary):
            switch secondary.alteration {
            case .smallVariant(let small): return variant(finding, components(small))
            case .copyNumber(let copies): return variant(finding, components(copies))
            case .structural(let event): return variant(finding, components(event))
            }
        case .biomarker(let biomarker): return marker(finding, biomarker)
        case .signature(let signature):
            return bundle.observation(
                "molecular-biomarker", code: FHIRCoding.concept(text: signature.catalogue + " " + signature.name),
                categories: biomarkerCategories, specimen: finding.specimen,
                [("valueQuantity", FHIRCoding.quantity(signature.exposure, unit: "1"))])
        case .expression(let expression):
            return bundle.observation(
                "molecular-biomarker", code: FHIRCoding.concept(text: expression.gene), categories: biomarkerCategories,
                specimen: finding.specimen,
                [("valueQuantity", FHIRCoding.quantity(expression.value.value, unit: expression.value.unit))])
        }
    }

    // MARK: Variants

    private func variant(_ finding: Finding, _ components: [JSONValue]) -> JSONValue {
        bundle.observation(
            "variant", code: FHIRCoding.loinc("69548-6", "Genetic variant assessment"),
            categories: [FHIRCoding.laboratory, FHIRCoding.genetics], specimen: finding.specimen,
            [
                ("valueCodeableConcept", FHIRCoding.loinc("LA9633-4", "Present")),
                ("method", FHIRCoding.concept(text: finding.method.name + " " + finding.method.version)),
                ("component", components.isEmpty ? nil : .some(JSONValue(components))),
            ])
    }

    private func assembly(_ assembly: Assembly) -> JSONValue {
        let answer = assembly == .grch38 ? "LA26806-2" : "LA14029-5"
        return FHIRCoding.component(
            "62374-4", "Human reference sequence assembly version", "valueCodeableConcept",
            FHIRCoding.loinc(answer, assembly.rawValue))
    }

    private func gene(_ symbol: String) -> JSONValue {
        FHIRCoding.component("48018-6", "Gene studied [ID]", "valueCodeableConcept", FHIRCoding.concept(text: symbol))
    }

    private func text(_ code: String, _ display: String, _ value: String) -> JSONValue {
        FHIRCoding.component(code, display, "valueCodeableConcept", FHIRCoding.concept(text: value))
    }

    private func components(_ small: SmallVariantFinding) -> [JSONValue] {
        let variant = small.variant.variant
        var list = [assembly(small.variant.assembly)]
        if let symbol = small.gene { list.append(gene(symbol)) }
        if let coding = small.coding {
            list.append(
                text("48004-6", "DNA change (c.HGVS)", [small.transcript, coding].compactMap { $0 }.joined(separator: ":")))
        }
        if let protein = small.protein { list.append(text("48005-3", "Amino acid change (pHGVS)", protein)) }
        if let transcript = small.transcript { list.append(text("51958-7", "Transcript reference sequence [ID]", transcript)) }
        list += [
            FHIRCoding.component("69547-8", "Ref nucleotide", "valueString", JSONValue(.string(variant.reference))),
            FHIRCoding.component("69551-0", "Alt allele", "valueString", JSONValue(.string(variant.alternate))),
            FHIRCoding.component(
                "81254-5", "Genomic allele start-end", "valueRange",
                ["low": ["value": JSONValue(Int(variant.position.value))]]),
            FHIRCoding.component(
                "48001-2", "Cytogenetic (chromosome) location", "valueCodeableConcept",
                FHIRCoding.concept(text: "chr" + variant.contig.name)),
        ]
        if let fraction = small.alleleFraction {
            list.append(
                FHIRCoding.component("81258-6", "Sample VAF", "valueQuantity", FHIRCoding.quantity(fraction, unit: "1")))
        }
        if let depth = small.depth {
            list.append(
                FHIRCoding.component(
                    "82121-5", "Allelic read depth", "valueQuantity", FHIRCoding.quantity(Double(depth), unit: "1")))
        }
        if let zygosity = small.zygosity {
            let answers: [SmallVariantFinding.Zygosity: (String, String)] = [
                .heterozygous: ("LA6706-1", "Heterozygous"), .homozygous: ("LA6705-3", "Homozygous"),
                .hemizygous: ("LA6707-9", "Hemizygous"), .homoplasmic: ("LA6704-6", "Homoplasmic"),
                .heteroplasmic: ("LA6703-8", "Heteroplasmic"),
            ]
            list.append(
                FHIRCoding.component(
                    "53034-5", "Allelic state", "valueCodeableConcept",
                    answers[zygosity].map { FHIRCoding.loinc($0.0, $0.1) } ?? FHIRCoding.concept(text: zygosity.rawValue)))
        }
        return list
    }

    private func components(_ copies: CopyNumberFinding) -> [JSONValue] {
        var list = [assembly(copies.assembly)] + copies.genes.map(gene)
        list.append(
            FHIRCoding.component(
                "81254-5", "Genomic allele start-end", "valueRange",
                [
                    "low": ["value": JSONValue(Int(copies.interval.first.value))],
                    "high": ["value": JSONValue(Int(copies.interval.last.value))],
                ]))
        list.append(text("48019-4", "DNA change type", copies.kind.rawValue))
        if let number = copies.copies {
            list.append(
                FHIRCoding.component(
                    "82155-3", "Genomic structural variant copy number", "valueQuantity", FHIRCoding.quantity(number, unit: "1")))
        }
        return list
    }

    private func components(_ event: StructuralFinding) -> [JSONValue] {
        [assembly(event.assembly)] + [event.first.gene, event.second?.gene].compactMap { $0 }.map(gene)
            + [text("48019-4", "DNA change type", event.fusionName.map { $0 + " fusion" } ?? event.kind.rawValue)]
    }

    // MARK: Biomarkers

    private var biomarkerCategories: [JSONValue] {
        [
            FHIRCoding.laboratory,
            FHIRCoding.concept([FHIRCoding.coding(FHIRCoding.toBeDetermined, "biomarker-category")]), FHIRCoding.genetics,
        ]
    }

    private func marker(_ finding: Finding, _ biomarker: BiomarkerFinding) -> JSONValue {
        let code: JSONValue =
            switch biomarker.marker {
            case .tmb: FHIRCoding.loinc("94076-7", "Mutations/Megabase [# Ratio] in Tumor")
            case .msi:
                FHIRCoding.loinc("81695-9", "Microsatellite instability [Interpretation] in Cancer specimen Qualitative")
            default: FHIRCoding.concept(text: biomarker.marker.key)
            }
        var members: [(String, JSONValue?)]
        switch biomarker.result {
        case .measured(let value):
            if biomarker.marker == .msi {
                // Interpreted in LOINC's words; the number stands in a note.
                let answer: JSONValue? =
                    switch biomarker.meaning {
                    case .high: .some(FHIRCoding.loinc("LA26203-2", "MSI-H"))
                    case .stable: .some(FHIRCoding.loinc("LA14122-8", "Stable"))
                    default: .some(FHIRCoding.concept(text: biomarker.meaning?.rawValue ?? "\(value.value) \(value.unit)"))
                    }
                members = [
                    ("valueCodeableConcept", answer),
                    ("note", [["text": JSONValue(.string("\(value.value) \(value.unit)"))]]),
                ]
            } else {
                members = [
                    ("valueQuantity", FHIRCoding.quantity(value.value, unit: value.unit)),
                    ("interpretation", biomarker.meaning.map { [FHIRCoding.concept(text: $0.rawValue)] as JSONValue }),
                ]
            }
        case .classified(let name, _): members = [("valueCodeableConcept", FHIRCoding.concept(text: name))]
        case .word(let word): members = [("valueCodeableConcept", FHIRCoding.concept(text: word.rawValue))]
        }
        return bundle.observation(
            "molecular-biomarker", code: code, categories: biomarkerCategories, specimen: finding.specimen, members)
    }

    // MARK: What they imply

    private func implications(_ reported: ReportedFinding) -> [FHIRBundle.Observation] {
        guard let interpretation = reported.interpretation else { return [] }
        let name = reported.finding.identifier
        let cited = cited(for: reported)
        switch interpretation.content {
        case .germline(let content):
            return [
                FHIRBundle.Observation(
                    name: "implication/" + name,
                    resource: implication(
                        "diagnostic-implication", name,
                        [
                            FHIRCoding.component(
                                "53037-8", "Genetic variation clinical significance [Imp]", "valueCodeableConcept",
                                significance(content.pathogenicityClass)
                            ).citing(cited, bundle.language),
                            FHIRCoding.component(
                                "81259-4", "Associated phenotype", "valueCodeableConcept", bundle.concept(content.condition)),
                        ] + FHIRCitation.level(cited)))
            ]
        case .somatic(let content):
            return content.actionability.enumerated().map { number, action in
                FHIRBundle.Observation(
                    name: "implication/\(name)/\(number)",
                    resource: implication(action, name, cited.filter { $0.isFor(action, among: content.actionability) }))
            }
        }
    }

    private func implication(_ profile: String, _ finding: String, _ components: [JSONValue]) -> JSONValue {
        bundle.observation(
            profile, code: FHIRCoding.concept([FHIRCoding.coding(FHIRCoding.toBeDetermined, profile)]),
            categories: [FHIRCoding.laboratory, FHIRCoding.genetics],
            [
                ("derivedFrom", [bundle.name.reference(finding.finding)]), ("component", JSONValue(components)),
            ])
    }

    private func cited(for reported: ReportedFinding) -> [ReportCitation] {
        bundle.document.content.citations.filter { $0.finding == reported.finding.identifier }
    }

    private func implication(_ action: Actionability, _ finding: String, _ cited: [ReportCitation]) -> JSONValue {
        var components = [
            FHIRCoding.component(
                "93044-6", "Level of evidence", "valueCodeableConcept",
                FHIRCoding.concept(
                    text: (["AMP/ASCO/CAP " + action.tier.rawValue]
                        + [action.escat.map { "ESCAT " + $0.rawValue }].compactMap { $0 })
                        .joined(separator: ", "))),
            FHIRCoding.component(
                "81259-4", "Associated phenotype", "valueCodeableConcept", bundle.concept(action.tumourType)),
            FHIRCoding.component(
                FHIRCoding.concept([FHIRCoding.coding(FHIRCoding.toBeDetermined, "conclusion-string")]), "valueString",
                JSONValue(.string(action.statement.text(bundle.language)))
            ).citing(cited, bundle.language),
        ]
        guard action.kind.isTherapeutic else { return implication("diagnostic-implication", finding, components) }
        let answer = action.kind == .sensitivity ? ("LA6677-4", "Responsive") : ("LA6676-6", "Resistant")
        components.insert(
            FHIRCoding.component(
                FHIRCoding.concept([FHIRCoding.coding(FHIRCoding.toBeDetermined, "therapeutic-implication")]),
                "valueCodeableConcept", FHIRCoding.loinc(answer.0, answer.1)), at: 0)
        for drug in action.drugs {
            components.append(
                FHIRCoding.component("51963-7", "Medication assessed", "valueCodeableConcept", bundle.concept(drug)))
        }
        for drug in action.uncodedDrugs {
            components.append(
                FHIRCoding.component("51963-7", "Medication assessed", "valueCodeableConcept", FHIRCoding.concept(text: drug)))
        }
        return implication("therapeutic-implication", finding, components)
    }

    private func significance(_ found: PathogenicityClass) -> JSONValue {
        switch found {
        case .pathogenic: FHIRCoding.loinc("LA6668-3", "Pathogenic")
        case .likelyPathogenic: FHIRCoding.loinc("LA26332-9", "Likely pathogenic")
        case .uncertain: FHIRCoding.loinc("LA26333-7", "Uncertain significance")
        case .likelyBenign: FHIRCoding.loinc("LA26334-5", "Likely benign")
        case .benign: FHIRCoding.loinc("LA6675-8", "Benign")
        }
    }
}

extension String {
    /// The name of a finding's observation within its bundle.
    fileprivate var finding: String { "finding/" + self }
}
