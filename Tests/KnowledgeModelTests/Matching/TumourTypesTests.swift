import ClinicalModel
import KnowledgeModel
import StructuredText
import Testing

@Suite("Tumour types")
struct TumourTypesTests {
    @Test(
        "Relate across OncoTree and the Disease Ontology",
        arguments: [
            ("LUAD", "3910", TumourRelation.same), ("LUAD", "3908", .broader), ("LUAD", "1324", .broader),
            ("LUAD", "3907", .related(Code(.doid, "3908")!)),
            ("NSCLC", "3910", .narrower), ("SKCM", "1909", .broader), ("COAD", "9256", .broader), ("READ", "9256", .broader),
            ("IDC", "1612", .broader), ("ILC", "1612", .broader), ("HGSOC", "2394", .broader), ("PRAD", "10283", .broader),
            ("AML", "162", .any), ("LUAD", "9119", .other), ("BLL", "9952", .broader), ("PAAD", "1793", .broader),
            // An alternative identifier of lung adenocarcinoma.
            ("LUAD", "3909", .same), ("LUAD", "14175", .unknown), ("FA", "1612", .other),
        ])
    func related(oncotree: String, doid: String, expected: TumourRelation) throws {
        let types = try Carried.tumourTypes.get()
        let (patient, disease) = (try #require(Code(.oncotree, oncotree)), try #require(Code(.doid, doid)))
        #expect(types.relation(of: patient, to: disease) == expected)
    }

    @Test("Of one code in both systems are the same, and in one system follow its tree")
    func within() throws {
        let types = try Carried.tumourTypes.get()
        func relation(_ a: String, _ b: String) throws -> TumourRelation {
            types.relation(of: try #require(Code(a)), to: try #require(Code(b)))
        }
        #expect(try relation("ONCOTREE:LUAD", "ONCOTREE:LUAD") == .same)
        #expect(try relation("ONCOTREE:LUAD", "ONCOTREE:NSCLC") == .broader)
        #expect(try relation("DOID:3910", "ONCOTREE:NSCLC") == .broader)
        #expect(try relation("DOID:3908", "ONCOTREE:LUAD") == .narrower)
        #expect(try relation("ICD10:C34.9", "ONCOTREE:LUAD") == .unknown)
    }

    @Test("Are never both broader and narrower, and broader one way is narrower the other")
    func mirrored() throws {
        let types = try Carried.tumourTypes.get()
        let diseases = ["3910", "3908", "1612", "9256", "1909", "8923", "9119", "2394", "4947", "3068", "0060079"].compactMap {
            Code(.doid, $0)
        }
        let tumours = ["LUAD", "NSCLC", "IDC", "COADREAD", "MEL", "SKCM", "AML", "HGSOC", "GB", "BRCA"].compactMap {
            Code(.oncotree, $0)
        }
        for tumour in tumours {
            for disease in diseases {
                let (there, back) = (types.relation(of: tumour, to: disease), types.relation(of: disease, to: tumour))
                #expect((there == .broader) == (back == .narrower), "\(tumour) \(disease)")
                #expect((there == .same) == (back == .same), "\(tumour) \(disease)")
            }
        }
    }

    @Test("The carried table names only codes of the carried editions, each pair once")
    func table() throws {
        let lines = String(decoding: try Carried.bytes("codes/oncotree-doid/oncotree-doid.tsv"), as: UTF8.self)
            .split(separator: "\n").dropFirst(2).map { $0.split(separator: "\t").map(String.init) }
        let types = try Carried.tumourTypes.get()
        #expect(lines.count > 250)
        #expect(Set(lines.map { $0[0] + " " + $0[1] }).count == lines.count)
        for line in lines {
            #expect(types.name(of: try #require(Code(.oncotree, line[0]))) == line[4])
            #expect(types.name(of: try #require(Code(.doid, line[1]))) == line[5])
        }
    }

    @Test("A damaged table is refused with its line")
    func damaged() {
        func fault(_ row: String) -> KnowledgeFault? {
            #expect(throws: KnowledgeFault.self) { try TumourTypeMapping(Array("oncotree\tdoid\trelation\n\(row)\n".utf8)) }
        }
        #expect(fault("LUAD\t3910\tnearly")?.code == .unknownValue)
        #expect(fault("LUAD\tx\texact")?.place?.line == 2)
    }

    @Test(
        "Most of CIViC's evidence has a disease that OncoTree leads to", .enabled(if: SharedData.isThere, "needs ../shared/data"))
    func coverage() throws {
        let types = try Carried.tumourTypes.get()
        let codes = try CodeHierarchy.oncotree(Carried.bytes("codes/oncotree/oncotree_2025_10_03.json.gz"), version: "").terms
        let items = try Civic.release2026.get().items.filter { $0.diseaseCode != nil }
        let reached = Set(items.compactMap(\.diseaseCode)).filter { disease in
            codes.contains { types.relation(of: $0, to: disease).includesPatient }
        }
        let share = Double(items.count { $0.diseaseCode.map(reached.contains) ?? false }) / Double(items.count)
        print("evidence whose disease some OncoTree code is or lies under:", share)
        // Von Hippel-Lindau disease alone is 626 items and no tumour.
        #expect(share > 0.7)
    }
}
