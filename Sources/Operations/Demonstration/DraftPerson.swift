internal import ClinicalModel
internal import GenomeModel
internal import StructuredText

/// A person of a draft.
struct DraftPerson {
    struct Finding {
        let code: String
        var isCarrierOnly = false
        var onset: CivilDate?
    }

    struct Treatment {
        let drug: String
        let line: Int
        let start: CivilDate
        let stop: CivilDate?
        let outcome: ClinicalModel.Treatment.Outcome
    }

    let id: String
    let identityNumber: String
    let sex: Sex
    let birth: CivilDate
    let homeRegion: RegionCode?
    let municipalityGroup: MunicipalityGroup?
    var diagnoses: [Finding] = []
    var phenotypes: [(code: String, isPresent: Bool)] = []
    var treatments: [Treatment] = []
    var relations: [(kind: FamilyRelation.Kind, of: String)] = []

    var json: JSONValue {
        JSONValue(members: [
            ("id", JSONValue(.string(id))), ("identityNumber", JSONValue(.string(identityNumber))),
            ("sex", JSONValue(.string(sex.rawValue))),
            ("birth", YearMonth(year: birth.year, month: birth.month).map { JSONValue(.string($0.description)) }),
            ("homeRegion", homeRegion.map { JSONValue(.string($0.description)) }),
            ("municipalityGroup", municipalityGroup.map { JSONValue(.string($0.rawValue)) }),
            ("diagnoses", JSONValue.list(diagnoses.map(DraftPerson.json))),
            ("phenotypes", JSONValue.list(phenotypes.map(DraftPerson.json))),
            ("treatments", JSONValue.list(treatments.map(DraftPerson.json))),
            (
                "relations",
                JSONValue.list(
                    relations.map {
                        JSONValue(members: [("kind", JSONValue(.string($0.kind.rawValue))), ("of", JSONValue(.string($0.of)))])
                    })
            ),
        ])
    }

    private static func json(_ finding: Finding) -> JSONValue {
        JSONValue(members: [
            ("code", JSONValue(.string(finding.code))), ("version", JSONValue(.string(DiseaseProfile.version(of: finding.code)))),
            ("status", JSONValue(.string("carrier-without-disease")).when(finding.isCarrierOnly)),
            ("onset", finding.onset.map { JSONValue(.string($0.description)) }),
        ])
    }

    private static func json(_ phenotype: (code: String, isPresent: Bool)) -> JSONValue {
        JSONValue(members: [
            ("code", JSONValue(.string(phenotype.code))),
            ("version", JSONValue(.string(DiseaseProfile.version(of: phenotype.code)))),
            ("present", JSONValue(.bool(phenotype.isPresent))),
        ])
    }

    private static func json(_ treatment: Treatment) -> JSONValue {
        JSONValue(members: [
            ("drug", JSONValue(.string(treatment.drug))), ("line", JSONValue(.number(String(treatment.line)))),
            ("start", JSONValue(.string(treatment.start.description))),
            ("stop", treatment.stop.map { JSONValue(.string($0.description)) }),
            ("outcome", JSONValue(.string(treatment.outcome.rawValue))),
        ])
    }
}
