import Interchange
import Questions
import Testing

/// What filters mean, by the text that the cohort language gives the same criterion.
struct BeaconFilterTests {
    static func text(_ filters: String) throws -> String {
        let request = try BeaconRequest(body: Array(#"{"filters": \#(filters)}"#.utf8))
        return try BeaconFilter.criterion(request.filters).text
    }

    static let meanings: [(String, String)] = [
        ("[]", "all"), (#"["HP:0001250"]"#, "phenotype under HP:0001250"),
        (#"[{"id":"HP:0001250","includeDescendantTerms":false,"scope":"individuals"}]"#, "phenotype = HP:0001250"),
        (#"["ICD10:C50"]"#, "diagnosis under ICD10:C50"), (#"["Orphanet:558"]"#, "diagnosis under ORPHA:558"),
        (#"["MIM:114480"]"#, "diagnosis under OMIM:114480"), (#"["SNOMED:254837009"]"#, "diagnosis under SCT:254837009"),
        (#"["ATC:L01"]"#, "treatment under ATC:L01"), (#"["NCIT:C16576"]"#, "sex = female"), (#"["PATO:0000384"]"#, "sex = male"),
        (#"["area:rare"]"#, "area = rare"), (#"["assayKind:genome","origin:tumour"]"#, "assay-kind = genome and origin = tumour"),
        (#"[{"id":"sex","operator":"!","value":"male"}]"#, "not sex = male"),
        (#"[{"id":"sex","value":"NCIT:C16576"}]"#, "sex = female"), (#"["region=SE24"]"#, "region = 24"),
        (#"[{"id":"age","operator":">","value":"P40Y"}]"#, "age >= 41"),
        (#"[{"id":"age","operator":"<","value":40}]"#, "age <= 39"),
        (#"[{"id":"PATO:0000011","operator":"=","value":"40"}]"#, "age = 40"),
        (#"[{"id":"phenotypeExcluded","operator":"=","value":"HP:0001250"}]"#, "phenotype-excluded under HP:0001250"),
        (#"[{"id":"HP:0001250","excluded":true}]"#, "not phenotype under HP:0001250"),
        (
            #"[{"or":["HP:0001250",{"id":"HP:0001251"}]},"sex=male"]"#,
            "(phenotype under HP:0001250 or phenotype under HP:0001251) and sex = male"
        ),
        (#"[{"not":{"and":["HP:0001250","sex=male"]}}]"#, "not (phenotype under HP:0001250 and sex = male)"),
    ]

    @Test("Filters mean what the cohort language says", arguments: meanings)
    func meaning(_ filters: String, _ expected: String) throws {
        #expect(try Self.text(filters) == expected)
    }

    static let bad: [(String, BeaconRequestError.Code)] = [
        (#"["EFO:0001212"]"#, .filterUnknown), (#"["demographic.ethnicity:asian"]"#, .filterUnknown),
        (#"["HP:12"]"#, .filterUnknown),
        (#"["epilepsy"]"#, .filterUnknown), (#"["age:40"]"#, .filterUnknown),
        (#"[{"id":"sex","operator":">","value":"male"}]"#, .filterOperator), (#"["sex=purple"]"#, .filterValue),
        (#"["age>P6M"]"#, .filterValue), (#"["age<0"]"#, .filterValue), (#"["age>=151"]"#, .filterValue),
        (#"[{"id":"diagnosis","operator":"=","value":"HP:0001250"}]"#, .filterValue),
        (#"[{"id":"laboratory","operator":"=","value":"%SE%"}]"#, .filterWildcard), (#"["region=99"]"#, .filterValue),
    ]

    @Test("A filter that is not known here is refused, and not left out", arguments: bad)
    func refused(_ filters: String, _ code: BeaconRequestError.Code) throws {
        let error = #expect(throws: BeaconRequestError.self) { try Self.text(filters) }
        #expect(error?.code == code)
    }
}
