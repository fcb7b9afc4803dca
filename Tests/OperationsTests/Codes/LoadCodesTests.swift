import ClinicalModel
import Foundation
import Operations
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
            ("Ovarian Cancer, Oth", .oncotree, "ONCOTREE:OOVC"), ("oovc", .oncotree, "ONCOTREE:OOVC"),
        ])
    func suggestions(text: String, system: CodeSystem, expected: String) throws {
        let codes = try LoadCodes(directory: Self.directory).run()
        let found = codes.suggestions(for: text, in: [system], limit: 8)
        #expect(found.contains(try #require(Code(expected))), "\(found)")
        #expect(found.count <= 8 && found.allSatisfy { codes.name(of: $0)?.isEmpty == false })
        #expect(codes.suggestions(for: " , ", in: [system], limit: 8).isEmpty)
    }

    @Test func `Terms have names, also by an alternative identifier, and codes that nobody knows have none`() throws {
        let codes = try LoadCodes(directory: Self.directory).run()
        #expect(codes.name(of: try #require(Code("HP:0001250"))) == "Seizure")
        #expect(codes.name(of: try #require(Code("HP:0004715"))) == "Multicystic kidney dysplasia")
        #expect(codes.name(of: try #require(Code("HP:9999999"))) == nil)
        #expect(codes.name(of: try #require(Code("ICD10:C50"))) == nil)
    }

    @Test func `A directory without the files is refused by the name of the first that is missing`() throws {
        let error = try #require(throws: LoadCodesError.self) { try LoadCodes(directory: "/nowhere").run() }
        #expect(error.file == "/nowhere/hpo/hp.obo.gz")
    }
}
