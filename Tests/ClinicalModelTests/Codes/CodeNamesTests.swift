import ClinicalModel
import StructuredText
import Testing

/// Tables of names that come beside the hierarchies or instead of them. The names are invented.
@Suite struct CodeNamesTests {
    private static let table = """
        # edition: ICD-10-SE of the test
        # Made up.
        code\tsv\ten

        C34.1\tövre lob åäö\tupper lobe
        ICD10:C50\tbröst\t
        c509\t\tbreast, unspecified

        """

    private func code(_ text: String) throws -> Code { try #require(Code(text)) }

    private func read(_ text: String, _ system: CodeSystem = .icd10) throws -> CodeNames {
        try CodeNames.table(Array(text.utf8), system: system)
    }

    @Test(
        "A table names codes in one language or two, with or without the prefix, whatever the ends of its lines",
        arguments: [table, table.replacing("\n", with: "\r\n"), "\u{FEFF}" + table])
    func reading(text: String) throws {
        let names = try read(text)
        #expect(names.version == "ICD-10-SE of the test" && names.count == 3)
        #expect(names.name(of: try code("ICD10:C34.1")) == .both(LocalizedText(sv: "övre lob åäö", en: "upper lobe")))
        #expect(names.name(of: try code("ICD10:C50")) == .swedish("bröst"))
        #expect(names.name(of: try code("ICD10:C50.9")) == .english("breast, unspecified"))
        #expect(names.name(of: try code("ICD10:C51")) == nil)
    }

    @Test(
        "What is no table of names is refused with its line and what to do",
        arguments: [
            ("", CodeNamesError.Code.noEdition, nil), ("code\tsv\nC50\tx\n", .noEdition, 1),
            ("# edition:\ncode\tsv\nC50\tx\n", .noEdition, 2), ("# edition: e\nC50\tx\n", .noColumns, 2),
            ("# edition: e\ncode\n", .noColumns, 2), ("# edition: e\ncode\tsv\tsv\n", .noColumns, 2),
            ("# edition: e\nsv\tcode\n", .noColumns, 2), ("# edition: e\ncode\tsv\n", .empty, nil),
            ("# edition: e\ncode\tsv\nC50\tx\ty\n", .fieldCount, 3), ("# edition: e\ncode\tsv\nC50\n", .fieldCount, 3),
            ("# edition: e\ncode\tsv\nC30-C39\tx\n", .badCode, 3), ("# edition: e\ncode\tsv\nORPHA:558\tx\n", .badCode, 3),
            ("# edition: e\ncode\tsv\nC34.1\tx\n\nC341\ty\n", .repeated, 5), ("# edition: e\ncode\tsv\nC50\t\n", .badName, 3),
            ("# edition: e\ncode\tsv\nC50\t x\n", .badName, 3), ("# edition: e\ncode\tsv\nC50\tx\u{7}y\n", .badName, 3),
            ("# edition: e\ncode\tsv\nC50\t" + String(repeating: "x", count: 1025) + "\n", .badName, 3),
        ] as [(String, CodeNamesError.Code, Int?)])
    func refusals(text: String, expected: CodeNamesError.Code, line: Int?) throws {
        let error = try #require(throws: CodeNamesError.self) { try read(text) }
        #expect(error.code == expected && error.line == line, "\(error)")
        #expect(
            error.description.hasPrefix(line.map { "line \($0): " } ?? error.message) && error.description.contains(error.remedy))
    }

    @Test func `Text that is not UTF-8 is refused by its line`() throws {
        let bytes = Array("# edition: e\ncode\tsv\nC50\tbr".utf8) + [0xF6] + Array("st\n".utf8)
        let error = try #require(throws: CodeNamesError.self) { try CodeNames.table(bytes, system: .icd10) }
        #expect(error.code == .notText && error.line == 3)
    }

    private func hierarchies() throws -> CodeHierarchies {
        let tumours = try CodeHierarchy(
            system: .oncotree, version: "tree", terms: [try code("ONCOTREE:LUNG"), try code("ONCOTREE:LUAD")],
            names: ["Lung", "Lung Adenocarcinoma"], alternatives: [], parents: [(1, 0)])
        let swedish = "# edition: own\ncode\tsv\nLUAD\tlungadenokarcinom\n"
        return CodeHierarchies([tumours], names: [try read(Self.table), try read(swedish, .oncotree)])
    }

    @Test(
        "A name is said in the reader's language where an edition has it, else in the edition's, and never without the code",
        arguments: [
            ("ICD10:C34.1", "övre lob åäö (ICD10:C34.1)", "upper lobe (ICD10:C34.1)", Language.sv, Language.en),
            ("ICD10:C50", "bröst (ICD10:C50)", "bröst (ICD10:C50)", .sv, .sv),
            // The hierarchy has the English name, the region's table the Swedish one.
            ("ONCOTREE:LUAD", "lungadenokarcinom (ONCOTREE:LUAD)", "Lung Adenocarcinoma (ONCOTREE:LUAD)", .sv, .en),
            ("ONCOTREE:LUNG", "Lung (ONCOTREE:LUNG)", "Lung (ONCOTREE:LUNG)", .en, .en),
        ])
    func labels(text: String, sv: String, en: String, first: Language, second: Language) throws {
        let code = try code(text)
        let names = try hierarchies().names(of: [code])
        #expect(names.label(code, .sv) == sv && names.label(code, .en) == en)
        #expect(names[code]?.spoken(for: .sv) == first && names[code]?.spoken(for: .en) == second)
    }

    @Test func `A code that no edition knows stands alone, and editions are told of the systems asked for`() throws {
        let (unknown, lung) = (try code("SCT:71854001"), try code("ONCOTREE:LUAD"))
        let names = try hierarchies().names(of: [unknown, lung, lung])
        #expect(names.label(unknown, .sv) == "SCT:71854001" && names[unknown] == nil)
        #expect(names.editions == [.oncotree: "tree"])
    }

    @Test(
        "A few letters find codes by the names of tables in both languages, none twice",
        arguments: [
            ("lob", CodeSystem.icd10, ["ICD10:C34.1"]), ("övre l", .icd10, ["ICD10:C34.1"]),
            ("C50", .icd10, ["ICD10:C50", "ICD10:C50.9"]),
            ("lungadeno", .oncotree, ["ONCOTREE:LUAD"]), ("LUAD", .oncotree, ["ONCOTREE:LUAD"]),
            ("adeno", .oncotree, ["ONCOTREE:LUAD"]),
            ("nothing", .icd10, []),
        ])
    func suggestions(text: String, system: CodeSystem, expected: [String]) throws {
        #expect(try hierarchies().suggestions(for: text, in: [system], limit: 8).map(\.description) == expected)
    }

    @Test func `Names say nothing of what lies under what, and make no code unknown`() throws {
        let hierarchies = try hierarchies()
        let other = try code("ICD10:C61.9")
        #expect(hierarchies.unknown(in: .among([other])).isEmpty && hierarchies[.icd10] == nil)
        #expect(hierarchies.codes(in: .under([CodeSpan(try code("ICD10:C50"))])).contains(try code("ICD10:C50.4")))
    }
}
