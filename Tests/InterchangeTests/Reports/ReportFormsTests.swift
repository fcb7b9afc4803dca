import ClinicalModel
import Foundation
import Interchange
import ReportModel
import StructuredText
import Testing

/// Python with the packages of `Tests/python-requirements.txt`.
enum SecondReader {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
    static let script = root.appendingPathComponent("Tests/InterchangeTests/validate_report.py").path
    static let phenopackets = root.deletingLastPathComponent().appendingPathComponent(
        "shared/data/standards/phenopacket-tools/phenopacket-tools-validator-jsonschema/src/main/resources/org/phenopackets/phenopackettools/validator/jsonschema"
    ).path

    /// Nil where the package is not there.
    static func interpreter(with package: String) -> String? {
        let python = root.appendingPathComponent(".build/python/bin/python3").path
        return (try? run(python, ["-c", "import \(package)"]))?.status == 0 ? python : nil
    }

    static func run(_ program: String, _ arguments: [String]) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: data, as: UTF8.self))
    }

    static func validate(_ json: JSONValue, _ form: String, _ package: String, _ more: [String] = []) throws {
        let python = try #require(interpreter(with: package))
        let path = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString + ".json")
        defer { try? FileManager.default.removeItem(at: path) }
        try Data(json.indentedText.utf8).write(to: path)
        let result = try run(python, [script, form, path.path] + more)
        #expect(result.status == 0, "\(result.output)")
    }
}

@Suite("The forms in which a report is given out")
struct ReportFormsTests {
    private static func resources(_ type: String, _ bundle: JSONValue) -> [JSONValue] {
        (bundle["entry"]?.array ?? []).compactMap { $0["resource"] }.filter { $0["resourceType"]?.string == type }
    }

    private static func code(_ json: JSONValue?) -> String? { json?["coding"]?.array?.first?["code"]?.string }

    @Test(
        "The bundle is FHIR R4 by another implementation, and every reference leads somewhere",
        .enabled(if: SecondReader.interpreter(with: "fhir.resources") != nil, "needs fhir.resources: scripts/test-python"),
        arguments: Language.allCases)
    func fhir(language: Language) throws {
        try SecondReader.validate(
            FHIRBundle(try ReportExample.document(ReportExample.codes()), language: language).json, "fhir", "fhir.resources")
    }

    /// Of the components and values of all observations, by code: what it is called, and the words for a reader.
    private static func concepts(_ bundle: JSONValue) -> [String: (display: String?, text: String?)] {
        let observations = resources("Observation", bundle)
        let values = (observations + observations.flatMap { $0["component"]?.array ?? [] }).compactMap {
            $0["valueCodeableConcept"]
        }
        return Dictionary(
            values.compactMap { value in
                code(value).map { ($0, (value["coding"]?.array?.first?["display"]?.string, value["text"]?.string)) }
            }, uniquingKeysWith: { first, _ in first })
    }

    @Test(
        "A coding says what its code is called, in the bundle's language where the edition has it, and no more than the edition knows",
        arguments: [(Language.sv, "ärftlig cancer"), (.en, "hereditary cancer")])
    func displays(language: Language, condition: String) throws {
        let concepts = Self.concepts(FHIRBundle(try ReportExample.document(ReportExample.codes()), language: language).json)
        let found = ["145", "LUAD", "L01EB04"].map { concepts[$0] }
        #expect(found.map { $0?.display } == [condition, "Lung Adenocarcinoma", nil])
        #expect(
            found.map { $0?.text } == [
                "\(condition) (ORPHA:145)", "Lung Adenocarcinoma (ONCOTREE:LUAD)", "ATC:L01EB04",
            ])
    }

    /// By profile: the elements that the guide's examples (hl7-genomics-reporting, STU 3) all have, and the codes of their components.
    static let required: [(profile: String, members: [String], components: [String])] = [
        (
            "variant", ["status", "category", "code", "subject", "valueCodeableConcept", "component"],
            [
                "62374-4", "48018-6", "48004-6", "48005-3", "51958-7", "69547-8", "69551-0", "81254-5", "81258-6", "82121-5",
                "53034-5",
            ]
        ),
        ("molecular-biomarker", ["status", "category", "code", "subject"], []),
        (
            "therapeutic-implication", ["status", "category", "code", "subject", "derivedFrom", "component"],
            ["therapeutic-implication", "93044-6", "81259-4", "51963-7"]
        ),
        (
            "diagnostic-implication", ["status", "category", "code", "subject", "derivedFrom", "component"],
            ["53037-8", "81259-4"]
        ),
    ]

    @Test("Every profile of the guide has what the guide asks for", arguments: required.indices)
    func guide(row: Int) throws {
        let (profile, members, components) = Self.required[row]
        let bundle = FHIRBundle(try ReportExample.document(), language: .en).json
        let observations = Self.resources("Observation", bundle).filter {
            $0["meta"]?["profile"]?.array?.first?.string?.hasSuffix("/" + profile) == true
        }
        #expect(!observations.isEmpty)
        for observation in observations {
            for member in members { #expect(observation[member] != nil, "\(profile) \(member)") }
        }
        let found = Set(observations.flatMap { $0["component"]?.array ?? [] }.compactMap { Self.code($0["code"]) })
        #expect(found.isSuperset(of: components), "\(Set(components).subtracting(found))")
    }

    @Test("The report names everything that it is made of, and its state")
    func report() throws {
        let document = try ReportExample.document()
        let bundle = FHIRBundle(document, language: .sv).json
        let report = try #require(Self.resources("DiagnosticReport", bundle).first)
        #expect(Self.code(report["code"]) == "51969-4" && report["status"]?.string == "final")
        #expect(report["conclusion"]?.string == "Sammanfattning åäö")
        #expect(report["result"]?.array?.count == Self.resources("Observation", bundle).count)
        #expect(
            Set(["Patient", "Organization", "ServiceRequest", "PractitionerRole", "Specimen"]).allSatisfy {
                !Self.resources($0, bundle).isEmpty
            })
        let cited = report["extension"]?.array?.first
        #expect(cited?["url"]?.string == "http://hl7.org/fhir/StructureDefinition/workflow-relatedArtifact")
        #expect(cited?["valueRelatedArtifact"]?["type"]?.string == "citation")
        #expect(cited?["valueRelatedArtifact"]?["display"]?.string == "civic:EID1409 (2026-04-25)")
        #expect(cited?["valueRelatedArtifact"]?["url"]?.string == "https://civicdb.org/links/evidence_items/1409")
        let codes = Self.resources("Observation", bundle).compactMap { Self.code($0["code"]) }
        #expect(Set(codes).isSuperset(of: ["94076-7", "81695-9"]))
        // Nobody's name or number is in it but the pseudonym.
        #expect(Self.resources("Patient", bundle).first?["name"] == nil)
        #expect(FHIRBundle(document, language: .sv).json.canonicalText == bundle.canonicalText)
    }

    @Test(
        "Evidence stands with what it is for: the statement or class that rests on it, else the finding; ClinVar's stars are a level"
    )
    func evidence() throws {
        let bundle = FHIRBundle(try ReportExample.document(), language: .en).json
        func cited(_ json: JSONValue) -> [JSONValue] {
            (json["extension"]?.array ?? []).compactMap { $0["valueRelatedArtifact"] }
        }
        func components(_ observation: JSONValue) -> [JSONValue] { observation["component"]?.array ?? [] }
        let all = Self.resources("Observation", bundle)
        func observations(_ profile: String) -> [JSONValue] {
            all.filter { $0["meta"]?["profile"]?.array?.first?.string?.hasSuffix("/" + profile) == true }
        }
        let therapeutic = observations("therapeutic-implication").map { components($0).flatMap(cited) }
        #expect(therapeutic.count == 2, "sensitivity and resistance, neither of which names the item itself")
        for evidence in therapeutic {
            #expect(evidence.map { $0["display"]?.string } == ["civic:EID1409 (2026-04-25)"])
            #expect(evidence.first?["label"]?.string == "Level B")
            #expect(
                evidence.first?["citation"]?.string
                    == "Predictive: Supports Sensitivity/Response – egfr l858r | lung | erlotinib")
        }
        let germline = try #require(observations("diagnostic-implication").first)
        let significance = components(germline).first { Self.code($0["code"]) == "53037-8" }
        #expect(significance.map(cited)?.map { $0["display"]?.string } == ["clinvar:17662 (2026-02-26)"])
        let level = components(germline).first { Self.code($0["code"]) == "93044-6" }
        #expect(Self.code(level?["valueCodeableConcept"]) == "3-star")
        // A copy-number change that nobody has interpreted.
        #expect(all.flatMap(cited).map { $0["display"]?.string } == ["guideline:å#her2"])
        let whole = Self.resources("DiagnosticReport", bundle).flatMap(cited)
        #expect(whole.count == 3)
        // A section of a guideline is named; of its text the report keeps a digest, which tells nobody anything.
        #expect(whole.map { $0["citation"] == nil } == [false, false, true])
    }

    @Test("Where a statement names an item among its references, the item is evidence for that statement alone")
    func named() throws {
        let document = try ReportExample.document(referring: "EID1409")
        let bundle = FHIRBundle(document, language: .en).json
        let implications = Self.resources("Observation", bundle).filter {
            $0["meta"]?["profile"]?.array?.first?.string?.hasSuffix("/therapeutic-implication") == true
        }
        #expect(
            implications.map { ($0["component"]?.array ?? []).flatMap { $0["extension"]?.array ?? [] }.count } == [0, 1])
    }

    @Test(
        "The phenopacket is one by the published schemas",
        .enabled(
            if: SecondReader.interpreter(with: "jsonschema") != nil
                && FileManager.default.fileExists(atPath: SecondReader.phenopackets),
            "needs ../shared/data and Python with jsonschema: scripts/test-python"))
    func phenopacket() throws {
        for codes in [CodeHierarchies(), try ReportExample.codes()] {
            let json = ReportPhenopacket(try ReportExample.document(codes)).json
            try SecondReader.validate(json, "phenopacket", "jsonschema", [SecondReader.phenopackets])
            #expect(json["interpretations"]?.array?.count == 2)
        }
    }

    @Test("A disease of the phenopacket has the ontology's name where one is known, and the edition it is from")
    func diseases() throws {
        func told(_ codes: CodeHierarchies) throws -> (labels: [String?], versions: [String?]) {
            let json = ReportPhenopacket(try ReportExample.document(codes)).json
            let resources = json["metaData"]?["resources"]?.array ?? []
            return (
                (json["interpretations"]?.array ?? []).map { $0["diagnosis"]?["disease"]?["label"]?.string },
                ["ORPHA", "ONCOTREE"].map { prefix in
                    resources.first { $0["namespacePrefix"]?.string == prefix }?["version"]?.string
                }
            )
        }
        let named = try told(ReportExample.codes())
        #expect(
            named.labels == ["Lung Adenocarcinoma", "hereditary cancer"] && named.versions == ["orpha_test", "oncotree_test"])
        let bare = try told(CodeHierarchies())
        #expect(bare.labels == ["ONCOTREE:LUAD", "ORPHA:145"] && bare.versions == ["unknown", "unknown"])
    }

    @Test("What was measured in a specimen of the report stands with that specimen")
    func measured() throws {
        let json = ReportPhenopacket(try ReportExample.document()).json
        #expect(json["measurements"] == nil)
        let biosamples = json["biosamples"]?.array ?? []
        #expect(biosamples.compactMap { $0["id"]?.string } == ["sp-1"])
        #expect(biosamples.first?["measurements"]?.array?.count == 3)
    }

    @Test(
        "The phenopacket's variants name the evidence that is cited for them, and its references say it with release and address")
    func references() throws {
        let json = ReportPhenopacket(try ReportExample.document()).json
        let named = (json["interpretations"]?.array ?? []).map { interpretation in
            (interpretation["diagnosis"]?["genomicInterpretations"]?.array ?? []).flatMap {
                $0["variantInterpretation"]?["variationDescriptor"]?["extensions"]?.array ?? []
            }.map { $0["value"]?.string }
        }
        #expect(named == [["civic:EID1409"], ["clinvar:17662"]])
        let references = json["metaData"]?["externalReferences"]?.array ?? []
        #expect(references.map { $0["id"]?.string } == ["civic:EID1409", "clinvar:17662", "guideline:å#her2"])
        #expect(references.first?["reference"]?.string == "https://civicdb.org/links/evidence_items/1409")
        #expect(references.first?["description"]?.string?.hasSuffix(" | erlotinib (2026-04-25)") == true)
        let versions = (json["metaData"]?["resources"]?.array ?? []).filter {
            ["civic", "clinvar"].contains($0["namespacePrefix"]?.string)
        }.map { $0["version"]?.string }
        #expect(versions == ["2026-02-26", "2026-04-25"])
    }

    @Test(
        "The message for registers is one by its schema, and has the template's items and no more",
        .enabled(if: SecondReader.interpreter(with: "jsonschema") != nil, "needs Python with jsonschema: scripts/test-python"))
    func register() throws {
        let document = try ReportExample.document(ReportExample.codes())
        let json = RegisterMessage(document).json
        let type = (json["items"]?.array ?? []).first { $0["item"]?.string == "type" }?["value"]
        #expect(type?["code"]?.string == "ONCOTREE:LUAD" && type?["display"]?.string == "Lung Adenocarcinoma")
        try SecondReader.validate(
            json, "register", "jsonschema", [SecondReader.root.appendingPathComponent("schemas/register-message-1.json").path])
        let items = (json["items"]?.array ?? []).compactMap { $0["item"]?.string }
        #expect(items == document.template.items.map(\.key).filter { document.content.values[$0] != nil })
        #expect(!json.canonicalText.contains("cs-1"))
        let findings = (json["items"]?.array ?? []).flatMap { $0["value"]?["findings"]?.array ?? [] }
        let evidence = findings.map { ($0["evidence"]?.array ?? []).map { [$0["item"]?.string, $0["release"]?.string] } }
        #expect(evidence.prefix(4) == [[["EID1409", "2026-04-25"]], [["17662", "2026-02-26"]], [["å#her2", nil]], []])
    }
}
