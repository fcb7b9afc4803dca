internal import ClinicalModel
internal import GenomeModel
internal import Questions
internal import StructuredText

extension Entry {
    /// The region is that of the reply that it stands in, and is not repeated.
    var peerJSON: JSONValue {
        switch self {
        case .individual(let entry): entry.peerJSON
        case .biosample(let entry): entry.peerJSON
        case .callSet(let entry): entry.peerJSON
        case .variant(let entry):
            JSONValue(members: [
                ("variant", entry.variant.peerJSON), ("figures", entry.figures.peerJSON),
                ("annotations", entry.annotations.isEmpty ? Optional.none : JSONValue(entry.annotations.map(\.peerJSON))),
            ])
        case .event(let entry): ["event": entry.event.peerJSON, "figures": entry.figures.peerJSON]
        }
    }

    init(
        _ fields: PeerFields, _ kind: EntryKind, of region: RegionCode, in assembly: Assembly
    ) throws(PeerMessageError) {
        switch kind {
        case .individuals: self = .individual(try IndividualEntry(fields, of: region))
        case .biosamples: self = .biosample(try BiosampleEntry(fields, of: region))
        case .runs, .analyses: self = .callSet(try CallSetEntry(fields, of: region))
        case .genomicVariations:
            let figures = try FrequencyFigures(try fields.object("figures"))
            if let event = try fields.optionalObject("event") {
                self = .event(EventEntry(event: try StructuralEvent(event, in: assembly), region: region, figures: figures))
                return
            }
            self = .variant(
                VariantEntry(
                    variant: try Variant(try fields.object("variant")), region: region, figures: figures,
                    annotations: try VariantAnnotation.list(fields, in: assembly)))
        }
    }
}

extension IndividualEntry {
    fileprivate var peerJSON: JSONValue {
        JSONValue(members: [
            ("identifier", JSONValue(.string(identifier))), ("sex", JSONValue(.string(sex.rawValue))),
            ("birth", birth.map { JSONValue(.string($0.description)) }),
            ("homeRegion", homeRegion.map { JSONValue(.string($0.description)) }),
            (
                "diagnoses",
                JSONValue(
                    diagnoses.map { diagnosis in
                        JSONValue(members: [
                            ("code", JSONValue(.string(diagnosis.code.description))),
                            ("affected", JSONValue(diagnosis.isAffected)),
                            ("onset", diagnosis.onset.map { JSONValue(.string($0.description)) }),
                        ])
                    })
            ),
            (
                "phenotypes",
                JSONValue(
                    phenotypes.map { sign in
                        ["code": JSONValue(.string(sign.code.description)), "present": JSONValue(sign.isPresent)] as JSONValue
                    })
            ),
            ("treatments", JSONValue(treatments.map(\.description))),
        ])
    }

    fileprivate init(_ fields: PeerFields, of region: RegionCode) throws(PeerMessageError) {
        var diagnoses: [Diagnosed] = []
        for entry in try fields.objects("diagnoses") {
            diagnoses.append(
                Diagnosed(
                    code: try entry.value("code") { Code($0) }, isAffected: try entry.flag("affected"),
                    onset: try entry.optionalValue("onset") { CivilDate($0) }))
        }
        var phenotypes: [Sign] = []
        for entry in try fields.objects("phenotypes") {
            phenotypes.append(Sign(code: try entry.value("code") { Code($0) }, isPresent: try entry.flag("present")))
        }
        self.init(
            identifier: try fields.text("identifier"), region: region, sex: try fields.word("sex"),
            birth: try fields.optionalValue("birth") { YearMonth($0) },
            homeRegion: try fields.optionalValue("homeRegion") { RegionCode($0) }, diagnoses: diagnoses,
            phenotypes: phenotypes, treatments: try fields.values("treatments") { Code($0) })
    }
}

extension BiosampleEntry {
    fileprivate var peerJSON: JSONValue {
        JSONValue(members: [
            ("identifier", JSONValue(.string(identifier))), ("individual", JSONValue(.string(individual))),
            ("kind", JSONValue(.string(kind.rawValue))), ("bodySite", bodySite.map { JSONValue(.string($0.description)) }),
            ("sampled", sampled.map { JSONValue(.string($0.description)) }),
        ])
    }

    fileprivate init(_ fields: PeerFields, of region: RegionCode) throws(PeerMessageError) {
        self.init(
            identifier: try fields.text("identifier"), individual: try fields.text("individual"), region: region,
            kind: try fields.word("kind"), bodySite: try fields.optionalValue("bodySite") { Code($0) },
            sampled: try fields.optionalValue("sampled") { CivilDate($0) })
    }
}

extension CallSetEntry {
    fileprivate var peerJSON: JSONValue {
        [
            "identifier": JSONValue(.string(identifier)), "individual": JSONValue(.string(individual)),
            "biosample": JSONValue(.string(biosample)), "assay": JSONValue(.string(assay)),
            "assayKind": JSONValue(.string(assayKind.rawValue)), "assembly": JSONValue(.string(assembly.rawValue)),
            "origin": JSONValue(.string(origin.rawValue)), "area": JSONValue(.string(area.rawValue)),
            "laboratory": JSONValue(.string(laboratory.text)), "analysed": JSONValue(.string(analysed.description)),
        ]
    }

    fileprivate init(_ fields: PeerFields, of region: RegionCode) throws(PeerMessageError) {
        self.init(
            identifier: try fields.text("identifier"), individual: try fields.text("individual"),
            biosample: try fields.text("biosample"), region: region, assay: try fields.text("assay", limit: 512),
            assayKind: try fields.word("assayKind"), assembly: try fields.word("assembly"),
            origin: try fields.word("origin"), area: try fields.word("area"),
            laboratory: try fields.value("laboratory") { OrganisationCode($0) },
            analysed: try fields.value("analysed") { CivilDate($0) })
    }
}
