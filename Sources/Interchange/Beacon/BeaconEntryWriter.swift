internal import ClinicalModel
internal import GenomeModel
internal import Questions
internal import StructuredText

/// Writes entries as the Beacon v2 default model has them.
struct BeaconEntryWriter {
    /// What variants are written against.
    let assembly: Assembly
    let source: String

    func json(_ entry: Entry, as type: BeaconEntryType) -> JSONValue {
        switch entry {
        case .individual(let individual): json(individual)
        case .biosample(let biosample): json(biosample)
        case .callSet(let callSet): type == .run ? run(callSet) : analysis(callSet)
        case .variant(let variant): json(variant)
        case .event(let event): json(event)
        }
    }

    static func term(_ id: String, _ label: String? = nil) -> JSONValue {
        JSONValue(members: [("id", JSONValue(.string(id))), ("label", label.map { JSONValue(.string($0)) })])
    }

    static func setName(_ region: RegionCode) -> JSONValue { JSONValue(.string(BeaconDataset(region).identifier)) }

    // MARK: People and specimens

    private func json(_ one: IndividualEntry) -> JSONValue {
        let affected = one.diagnoses.filter(\.isAffected)
        // Whoever carries the cause of a disease without having it has no disease to be listed.
        let carried = one.diagnoses.filter { !$0.isAffected }.map(\.code.description)
        let sex =
            switch one.sex {
            case .female: BeaconEntryWriter.term("NCIT:C16576", "female")
            case .male: BeaconEntryWriter.term("NCIT:C20197", "male")
            case .unknown: BeaconEntryWriter.term("NCIT:C17998", "unknown")
            }
        let diseases = affected.map { diagnosed -> JSONValue in
            let onset = diagnosed.onset.map { JSONValue(members: [("onset", JSONValue(.string($0.description)))]) }
            return JSONValue(members: [
                ("diseaseCode", BeaconEntryWriter.term(diagnosed.code.description)), ("info", onset),
            ])
        }
        let signs = one.phenotypes.map { sign -> JSONValue in
            JSONValue(members: [
                ("featureType", BeaconEntryWriter.term(sign.code.description)), ("excluded", JSONValue(!sign.isPresent)),
            ])
        }
        let treatments = one.treatments.map { code -> JSONValue in
            JSONValue(members: [("treatmentCode", BeaconEntryWriter.term(code.description))])
        }
        let info = JSONValue(members: [
            ("region", BeaconEntryWriter.setName(one.region)),
            ("birth", one.birth.map { JSONValue(.string($0.description)) }),
            ("homeRegion", one.homeRegion.map(BeaconEntryWriter.setName)),
            ("carrierOf", carried.isEmpty ? Optional.none : JSONValue(carried)),
        ])
        return JSONValue(members: [
            ("id", JSONValue(.string(one.identifier))), ("sex", sex), ("diseases", JSONValue(diseases)),
            ("phenotypicFeatures", JSONValue(signs)), ("treatments", JSONValue(treatments)), ("info", info),
        ])
    }

    private func json(_ one: BiosampleEntry) -> JSONValue {
        JSONValue(members: [
            ("id", JSONValue(.string(one.identifier))), ("individualId", JSONValue(.string(one.individual))),
            // Blood may be leukaemic and a block of tissue healthy: only a tumour is known to be one.
            (
                "biosampleStatus",
                one.kind == .tumourTissue
                    ? BeaconEntryWriter.term("EFO:0009656", "neoplastic sample")
                    : BeaconEntryWriter.term("NCIT:C17998", "unknown")
            ),
            ("sampleOriginType", BeaconEntryWriter.origin(one.kind)),
            ("sampleOriginDetail", one.bodySite.map { BeaconEntryWriter.term($0.description) }),
            ("collectionDate", one.sampled.map { JSONValue(.string($0.description)) }),
            (
                "info",
                JSONValue(members: [
                    ("region", BeaconEntryWriter.setName(one.region)), ("kind", JSONValue(.string(one.kind.rawValue))),
                ])
            ),
        ])
    }

    /// UBERON for what it has; `info.kind` says it in our own words for all.
    private static func origin(_ kind: Specimen.Kind) -> JSONValue {
        switch kind {
        case .blood: term("UBERON:0000178", "blood")
        case .saliva: term("UBERON:0001836", "saliva")
        case .buccal: term("UBERON:0006956", "buccal mucosa")
        case .skin: term("UBERON:0002097", "skin of body")
        case .boneMarrow: term("UBERON:0002371", "bone marrow")
        case .plasma: term("UBERON:0001969", "blood plasma")
        case .tumourTissue: term("NCIT:C18009", "tumor tissue")
        case .ffpe, .other: term("OBI:0001479", "specimen from organism")
        }
    }

    // MARK: Runs and analyses

    private func run(_ one: CallSetEntry) -> JSONValue {
        let isRNA = one.assayKind == .rna
        let strategy =
            switch one.assayKind {
            case .genome: "WGS"
            case .exome: "WXS"
            case .panel: "Targeted-Capture"
            case .rna: "RNA-Seq"
            }
        return JSONValue(members: [
            ("id", JSONValue(.string(one.identifier))), ("individualId", JSONValue(.string(one.individual))),
            ("biosampleId", JSONValue(.string(one.biosample))), ("runDate", JSONValue(.string(one.analysed.description))),
            ("libraryStrategy", JSONValue(.string(strategy))),
            (
                "librarySource",
                isRNA
                    ? BeaconEntryWriter.term("GENEPIO:0001965", "transcriptomic source")
                    : BeaconEntryWriter.term("GENEPIO:0001966", "genomic source")
            ), ("info", callSetInfo(one)),
        ])
    }

    private func analysis(_ one: CallSetEntry) -> JSONValue {
        JSONValue(members: [
            ("id", JSONValue(.string(one.identifier))), ("runId", JSONValue(.string(one.identifier))),
            ("individualId", JSONValue(.string(one.individual))), ("biosampleId", JSONValue(.string(one.biosample))),
            ("analysisDate", JSONValue(.string(one.analysed.description))), ("pipelineName", JSONValue(.string(one.assay))),
            ("info", callSetInfo(one)),
        ])
    }

    private func callSetInfo(_ one: CallSetEntry) -> JSONValue {
        JSONValue(members: [
            ("region", BeaconEntryWriter.setName(one.region)), ("assayKind", JSONValue(.string(one.assayKind.rawValue))),
            ("assembly", JSONValue(.string(one.assembly.rawValue))), ("origin", JSONValue(.string(one.origin.rawValue))),
            ("area", JSONValue(.string(one.area.rawValue))), ("laboratory", JSONValue(.string(one.laboratory.text))),
        ])
    }
}
