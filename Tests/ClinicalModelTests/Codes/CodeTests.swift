import ClinicalModel
import Testing

@Suite("Codes in the form in which they are compared")
struct CodeTests {
    @Test(
        "Each system has its own form",
        arguments: [
            (CodeSystem.icd10, "c50.9", "C50.9"), (.icd10, "C509", "C50.9"), (.icd10, "C50", "C50"), (.icd10, "S7200", "S72.00"),
            (.icd10, "J96.9A", "J96.9A"), (.icd10, "J969A", "J96.9A"), (.icd10, "j96.9a", "J96.9A"),
            (.icdOTopography, "c509", "C50.9"), (.icdOTopography, "C50.9", "C50.9"), (.icdOTopography, "C50", "C50"),
            (.icdOMorphology, "8140/3", "8140/3"), (.snomedCT, "254837009", "254837009"), (.orpha, "558", "558"),
            (.omim, "154700", "154700"), (.hpo, "0001250", "0001250"), (.doid, "1612", "1612"), (.oncotree, "luad", "LUAD"),
            (.oncotree, "hcl-v", "HCL-V"), (.oncotree, "MDS/MPN", "MDS/MPN"), (.atc, "l01ea01", "L01EA01"), (.atc, "L", "L"),
            (.atc, "L01", "L01"), (.atc, "L01E", "L01E"), (.atc, "L01EA", "L01EA"),
        ])
    func forms(system: CodeSystem, text: String, value: String) throws {
        let code = try #require(Code(system, text))
        #expect(code.value == value)
        #expect(Code(system, code.value) == code, "the form is its own")
        #expect(Code(code.description) == code)
        #expect(Code(system.prefix.lowercased() + ":" + text) == code)
        #expect(Code(system.rawValue + ":" + text) == code)
    }

    @Test(
        "What cannot be a code of the system is none",
        arguments: [
            (CodeSystem.icd10, ""), (.icd10, "C5"), (.icd10, "50.9"), (.icd10, "C5.09"), (.icd10, "C50."), (.icd10, "C50..9"),
            (.icd10, "C50.9999"), (.icd10, "CC0.9"), (.icd10, "C50 9"), (.icd10, "Ç50.9"), (.icdOTopography, "D50.9"),
            (.icdOTopography, "C50.99"), (.icdOTopography, "C5.09"), (.icdOTopography, "C50.A"), (.icdOTopography, "C50."),
            (.icdOMorphology, "8140"), (.icdOMorphology, "81403"), (.icdOMorphology, "8140/33"), (.icdOMorphology, "814/3"),
            (.icdOMorphology, "8140-3"), (.snomedCT, "12345"), (.snomedCT, "1234567890123456789"), (.snomedCT, "25483700A"),
            (.orpha, ""), (.orpha, "12345678"), (.orpha, "A58"), (.omim, "15470"), (.omim, "1547000"), (.omim, "15470A"),
            (.hpo, "1250"), (.hpo, "00012500"), (.hpo, "HP:0001250"), (.doid, ""), (.doid, "123456789"), (.doid, "16.2"),
            (.oncotree, "L"), (.oncotree, "LU AD"), (.oncotree, "LÜAD"), (.oncotree, "ß"), (.oncotree, "ﬁ"), (.atc, "L0"),
            (.atc, "L01EA0"), (.atc, "L01EA011"),
            (.atc, "101EA01"), (.atc, "LX1EA01"), (.atc, "L0111"), (.atc, "L01EAA1"), (.atc, ""),
        ])
    func refused(system: CodeSystem, text: String) { #expect(Code(system, text) == nil) }

    @Test("A text names its system before the colon", arguments: ["C50.9", "XYZ:1", ":C50.9", "HP", "HP:", "", "HP 0001250"])
    func withoutSystem(text: String) { #expect(Code(text) == nil) }

    @Test("Prefixes and names are each of one system")
    func systems() {
        let names = CodeSystem.allCases.map(\.prefix) + CodeSystem.allCases.map { $0.rawValue.uppercased() }
        for system in CodeSystem.allCases {
            #expect(CodeSystem(named: system.prefix) == system)
            #expect(CodeSystem(named: system.rawValue) == system)
            #expect(names.count { $0 == system.prefix } <= 2)
        }
        #expect(CodeSystem(named: "ICD") == nil)
        #expect(CodeSystem.ofDiagnoses.isDisjoint(with: [.hpo, .atc]))
    }

    @Test("Codes are ordered by system, then by value")
    func order() throws {
        let codes = try ["HP:0000002", "ATC:L01", "HP:0000001", "ICD10:C50"].map { try #require(Code($0)) }
        #expect(codes.sorted().map(\.description) == ["ATC:L01", "HP:0000001", "HP:0000002", "ICD10:C50"])
    }
}
