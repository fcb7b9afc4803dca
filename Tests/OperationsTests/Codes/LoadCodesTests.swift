import ClinicalModel
import Foundation
import Operations
import StructuredText
import Testing

/// The editions that the repository carries, and what is said of a directory without them.
@Suite struct LoadCodesTests {
    private static let directory = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "codes").path

    @Test func `The carried editions load, and quickly`() throws {
        let clock = ContinuousClock()
        var loaded: CodeHierarchies?
        let time = try clock.measure { loaded = try LoadCodes(directory: Self.directory).run() }
        let codes = try #require(loaded)
        #expect(
            codes.versions == [
                .hpo: "hp/releases/2025-01-16", .doid: "doid/releases/2026-07-31/subsets/DO_cancer_slim.obo",
                .oncotree: "oncotree_2025_10_03",
            ])
        #expect(codes[.oncotree]?.terms.count == 898)
        #expect(codes[.doid]?.terms.count == 729)
        // Several times what was measured, for busy machines.
        #expect(time < .seconds(2), "\(time)")
    }

    @Test(
        "Known relations of the carried editions",
        arguments: [
            ("HP:0001250", "HP:0002197", true), ("HP:0000118", "HP:0001250", true), ("HP:0002197", "HP:0001250", false),
            ("HP:0000107", "HP:0004715", true), ("ONCOTREE:BREAST", "ONCOTREE:IDC", true),
            ("ONCOTREE:LUNG", "ONCOTREE:IDC", false), ("DOID:162", "DOID:0001816", true),
        ])
    func relations(top: String, code: String, expected: Bool) throws {
        let codes = try LoadCodes(directory: Self.directory).run()
        let under = codes.codes(in: .under([CodeSpan(try #require(Code(top)))]))
        #expect(under.contains(try #require(Code(code))) == expected)
    }

    @Test(
        "A few letters find terms by name, by the beginnings of its words, and by code",
        arguments: [
            ("seizure", CodeSystem.hpo, "HP:0001250"), ("HP:0001250", .hpo, "HP:0001250"),
            ("renal cyst mult", .hpo, "HP:0005562"),
            ("lynch syn", .orpha, "ORPHA:144"), ("karbopl", .atc, "ATC:L01XA02"), ("carbopl", .atc, "ATC:L01XA02"),
            ("Ovarian Cancer, Oth", .oncotree, "ONCOTREE:OOVC"), ("oovc", .oncotree, "ONCOTREE:OOVC"),
        ])
    func suggestions(text: String, system: CodeSystem, expected: String) throws {
        let codes = try LoadCodes(directory: Self.directory).run()
        let found = codes.suggestions(for: text, in: [system], limit: 8)
        #expect(found.contains(try #require(Code(expected))), "\(found)")
        #expect(found.count <= 8 && found.allSatisfy { codes.name(of: $0) != nil })
        #expect(codes.suggestions(for: " , ", in: [system], limit: 8).isEmpty)
    }

    @Test func `Terms have names, also by an alternative identifier, and codes that nobody knows have none`() throws {
        let codes = try LoadCodes(directory: Self.directory).run()
        #expect(codes.name(of: try #require(Code("HP:0001250"))) == .english("Seizure"))
        #expect(codes.name(of: try #require(Code("HP:0004715"))) == .english("Multicystic kidney dysplasia"))
        #expect(codes.name(of: try #require(Code("ORPHA:144"))) == .english("Lynch syndrome"))
        #expect(
            codes.name(of: try #require(Code("ATC:L01XA02"))) == .both(LocalizedText(sv: "karboplatin", en: "carboplatin")))
        #expect(codes.name(of: try #require(Code("HP:9999999"))) == nil)
        #expect(codes.name(of: try #require(Code("ICD10:C50"))) == nil)
    }

    @Test(
        "Every drug, rare disease and tumour type that the demonstration names has a name",
        arguments: ["Examples/cases", "Sources/Operations/Demonstration"])
    func demonstration(folder: String) throws {
        let codes = try LoadCodes(directory: Self.directory).run()
        let root = URL(filePath: Self.directory).deletingLastPathComponent()
        var seen = Set<Code>()
        for case let file as URL in try #require(
            FileManager.default.enumerator(at: root.appending(path: folder), includingPropertiesForKeys: nil))
        where ["yaml", "swift"].contains(file.pathExtension) {
            let text = try String(contentsOf: file, encoding: .utf8)
            for match in text.matches(of: /"((?:ATC|ORPHA|ONCOTREE|HP|DOID):[A-Z0-9]+)"/) {
                seen.insert(try #require(Code(match.1)))
            }
        }
        #expect(seen.count > 15)
        #expect(seen.filter { codes.name(of: $0) == nil } == [])
    }

    /// A directory like the carried one, with one more file.
    private func directory(with text: String, as name: String) throws -> URL {
        let manager = FileManager.default
        let directory = manager.temporaryDirectory.appending(path: UUID().uuidString)
        try manager.createDirectory(at: directory, withIntermediateDirectories: true)
        for folder in ["hpo", "oncotree", "doid"] {
            try manager.createSymbolicLink(
                at: directory.appending(path: folder), withDestinationURL: URL(filePath: Self.directory).appending(path: folder))
        }
        let file = directory.appending(path: name)
        try manager.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
        return directory
    }

    @Test func `A region's own table names codes without a new build, and nobody's table is needed`() throws {
        let directory = try directory(
            with: "# edition: ICD-10-SE of the test\ncode\tsv\nC34.1\tövre lob\n", as: "icd-10-se/names.tsv")
        defer { try? FileManager.default.removeItem(at: directory) }
        let codes = try LoadCodes(directory: directory.path).run()
        #expect(codes.name(of: try #require(Code("ICD10:C34.1"))) == .swedish("övre lob"))
        #expect(codes.edition(of: .icd10) == "ICD-10-SE of the test")
        #expect(codes.name(of: try #require(Code("ATC:L01EB04"))) == nil)
    }

    @Test(
        "A table that cannot be taken stops the loading, with file, line and remedy",
        arguments: [
            (
                "icd-10-se/names.tsv", "# edition: e\ncode\tsv\nC30-C39\tAndningsorganen\n",
                "/icd-10-se/names.tsv: line 3: the row does not begin with a code of icd-10-se. Leave out what is no code, such as the headings of chapters and blocks. (badCode)"
            ),
            (
                "icd10/names.tsv", "# edition: e\ncode\tsv\nC34\tlunga\n",
                "/icd10/names.tsv: the folder is no code system. Name it as one of: icd-10-se, "
            ),
        ])
    func refusedTable(name: String, text: String, expected: String) throws {
        let directory = try directory(with: text, as: name)
        defer { try? FileManager.default.removeItem(at: directory) }
        let error = try #require(throws: LoadCodesError.self) { try LoadCodes(directory: directory.path).run() }
        #expect("\(error)".hasPrefix(directory.path + expected), "\(error)")
    }

    @Test func `A directory without the files is refused by the name of the first that is missing`() throws {
        let error = try #require(throws: LoadCodesError.self) { try LoadCodes(directory: "/nowhere").run() }
        #expect(error.file == "/nowhere/hpo/hp.obo.gz")
    }
}
