import ClinicalModel
import Testing

/// Reading code systems and asking what lies under what.
@Suite struct CodeHierarchyTests {
    private static let small = """
        format-version: 1.2
        data-version: hp/releases/test

        [Term]
        id: HP:0000118
        name: Phenotypic abnormality

        [Term]
        id: HP:0001250
        name: Seizure
        alt_id: HP:0001275
        is_a: HP:0000118 {source="x"} ! Phenotypic abnormality
        is_a: HP:9999999 ! not in this subset

        [Term]
        id: HP:0002197
        is_a: HP:0001250 ! Seizure

        [Term]
        id: HP:0000009
        alt_id: HP:0000010
        is_a: HP:0001250
        is_obsolete: true

        [Typedef]
        id: HP:0000011
        is_a: HP:0001250

        """

    private func code(_ text: String) throws -> Code { try #require(Code(text)) }

    @Test func `An OBO file gives its terms, parents and alternative identifiers`() throws {
        let tree = try CodeHierarchy.obo(Array(Self.small.utf8), system: .hpo)
        #expect(tree.version == "hp/releases/test")
        #expect(tree.terms.map(\.value) == ["0000118", "0001250", "0002197"])
        #expect(tree.parents(of: try code("HP:0002197")) == [try code("HP:0001250")])
        #expect(tree.descendants(of: try code("HP:0000118")).map(\.value).sorted() == ["0000118", "0001250", "0002197"])
        #expect(tree.current(try code("HP:0001275")) == (try code("HP:0001250")))
        #expect(!tree.contains(try code("HP:0000009")))
        #expect(!tree.contains(try code("HP:0000011")))
        #expect(tree.descendants(of: try code("HP:7777777")) == [try code("HP:7777777")])
        let windows = Self.small.replacing("\n", with: "\r\n")
        #expect(try CodeHierarchy.obo(Array(windows.utf8), system: .hpo).terms == tree.terms)
    }

    @Test(
        "Files that are no hierarchy are refused with the reason",
        arguments: [
            ("", CodeHierarchyError.Code.notOBO), ("ontology: hp", .notOBO),
            ("format-version: 1.2\n[Term]\nid: HP:0000001\n", .noVersion),
            ("format-version: 1.2\ndata-version: v\n", .empty),
            ("format-version: 1.2\ndata-version: v\n[Term]\nid: HP:1\n", .badCode),
            ("format-version: 1.2\ndata-version: v\n[Term]\nid: HP:0000001\n[Term]\nid: HP:0000001\n", .repeatedTerm),
            (
                "format-version: 1.2\ndata-version: v\n[Term]\nid: HP:0000001\nis_a: HP:0000002\n[Term]\nid: HP:0000002\nis_a: HP:0000001\n",
                .cycle
            ),
        ])
    func refusals(text: String, expected: CodeHierarchyError.Code) throws {
        let error = try #require(throws: CodeHierarchyError.self) { try CodeHierarchy.obo(Array(text.utf8), system: .hpo) }
        #expect(error.code == expected)
        #expect(!error.remedy.isEmpty)
    }

    @Test func `OncoTree's nesting is its hierarchy`() throws {
        let json = """
            {"TISSUE":{"code":"TISSUE","parent":null,"children":{
              "BREAST":{"code":"BREAST","parent":"TISSUE","children":{"IDC":{"code":"IDC","parent":"BREAST","children":{}}}}}}}
            """
        let tree = try CodeHierarchy.oncotree(Array(json.utf8), version: "test")
        #expect(tree.descendants(of: try code("ONCOTREE:BREAST")).map(\.value).sorted() == ["BREAST", "IDC"])
        for broken in ["{", "[]", json.replacing("\"parent\":\"BREAST\"", with: "\"parent\":\"LUNG\""), "{}"] {
            #expect(throws: CodeHierarchyError.self) { try CodeHierarchy.oncotree(Array(broken.utf8), version: "test") }
        }
    }

    @Test(
        "Under is by tree, by the code's own characters, or by the code alone",
        arguments: [
            ("HP:0001275", "HP:0002197", true), ("HP:0001250", "HP:0001275", true), ("HP:0002197", "HP:0001250", false),
            ("ICD10:C50", "ICD10:C50.9", true), ("ICD10:C50.9", "ICD10:C50", false), ("ICD10:C50", "ICD10:C51", false),
            ("ICD10:J96.9", "ICD10:J96.9A", true), ("ICDO-T:C50", "ICDO-T:C50.4", true), ("ATC:L01", "ATC:L01EA01", true),
            ("ATC:L", "ATC:M01", false), ("ICD10:C50", "ICDO-T:C50.4", false), ("ORPHA:55", "ORPHA:558", false),
            ("ORPHA:558", "ORPHA:558", true), ("ICDO-M:8140/3", "ICDO-M:8140/3", true),
        ])
    func under(top: String, code text: String, expected: Bool) throws {
        let hierarchies = CodeHierarchies([try CodeHierarchy.obo(Array(Self.small.utf8), system: .hpo)])
        let codes = hierarchies.codes(in: .under([CodeSpan(try code(top))]))
        #expect(codes.contains(try code(text)) == expected)
    }

    @Test func `Ranges hold what lies under both ends and between`() throws {
        let span = try #require(CodeSpan(try code("ICD10:C00"), try code("ICD10:C97")))
        let codes = CodeHierarchies().codes(in: .under([span]))
        for inside in ["ICD10:C00", "ICD10:C50.9", "ICD10:C97.0"] { #expect(codes.contains(try code(inside))) }
        for outside in ["ICD10:B99", "ICD10:D00", "ICDO-T:C50.9"] { #expect(!codes.contains(try code(outside))) }
        #expect(CodeSpan(try code("ICD10:C97"), try code("ICD10:C00")) == nil)
        #expect(CodeSpan(try code("ICD10:C00"), try code("ICD10:C97.1")) == nil)
        #expect(CodeSpan(try code("HP:0000118"), try code("HP:0001250")) == nil)
    }

    @Test func `A code that the edition does not know is reported, one of a system without edition is not`() throws {
        let hierarchies = CodeHierarchies([try CodeHierarchy.obo(Array(Self.small.utf8), system: .hpo)])
        let unknown = try code("HP:7777777")
        #expect(hierarchies.unknown(in: .among([unknown, try code("HP:0001275"), try code("ORPHA:558")])) == [unknown])
        #expect(hierarchies.versions == [.hpo: "hp/releases/test"])
    }
}
