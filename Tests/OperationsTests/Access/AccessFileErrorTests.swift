import AccessModel
import ClinicalModel
import Foundation
import Operations
import StructuredText
import Testing

@Suite struct AccessFileErrorTests {
    /// The line and column (from 1) at which `fragment` stands for the first time.
    private static func place(of fragment: String, in text: String) throws -> SourcePlace {
        let range = try #require(text.range(of: fragment))
        let before = text[..<range.lowerBound]
        let lines = before.split(separator: "\n", omittingEmptySubsequences: false)
        return SourcePlace(line: lines.count, column: (lines.last?.unicodeScalars.count ?? 0) + 1)
    }

    /// `text` with `find` replaced once, and the place of `fault` in the result.
    private static func broken(_ text: String, _ find: String, _ replacement: String, fault: String) throws -> (
        String, SourcePlace
    ) {
        let range = try #require(text.range(of: find))
        let result = text.replacingCharacters(in: range, with: replacement)
        return (result, try place(of: fault, in: result))
    }

    @Test(
        "A fault in the law is shown at its line and column",
        arguments: [
            (
                "roles: [researcher, statistician, bio", "rolls: [researcher, statistician, bio", "rolls:",
                .unknownKey("rolls", known: [])
            ),
            ("  feasibility:\n", "  feasability:\n", "feasability:", .unknownValue("feasability", known: [])),
            ("from: 2023-05-01", "from: 2023-02-30", "2023-02-30", .badDate("2023-02-30")),
            ("from: 2023-05-01", "from: soon", "soon", .badDate("soon")),
            ("small-numbers: hidden", "small-numbers: sometimes", "sometimes", .unknownValue("sometimes", known: [])),
            ("frozen-criteria: PDL", "frozen-criterion: PDL", "frozen-criterion", .unknownValue("frozen-criterion", known: [])),
            ("highest: {register: record}", "highest: {register: all}", "all}", .unknownValue("all", known: [])),
            (
                "highest: {register: record}", "highest: record",
                "record\n      small-numbers: exact\n      region-policy: binds\n      duties: [log-for-patient]\n\n  quality",
                .wrongType(expected: "")
            ),
            ("roles: [register-holder]", "roles: register-holder", "register-holder\n      requires", .wrongType(expected: "")),
            ("roles: [register-holder]", "roles: [[register-holder]]", "[register-holder]]", .wrongType(expected: "")),
            ("roles: [register-holder]", "roles: [register-holder, register-holder]", "register-holder]", .valueTwice("")),
            ("number: 4", "number: four", "four", .badNumber), ("number: 4", "number: 0", "0\n      title: {sv: Nej", .badNumber),
            (
                "gives: [patient]\n      # Staff", "gives: [patient, uncle]\n      # Staff", "uncle",
                .unknownValue("uncle", known: [])
            ),
            (
                "  block-inside-provider:\n    - from: 2008-07-01\n      number: 1\n",
                "  block-inside-provider:\n    - from: 2008-07-01\n", "from: 2008-07-01\n      title: {sv: Spärr inom",
                .missingKey("number")
            ),
            (
                "title: {sv: Kvalitetsregister, en: Quality register}", "title: {sv: Kvalitetsregister}",
                "{sv: Kvalitetsregister}", .missingKey("en")
            ),
            (
                "title: {sv: Kvalitetsregister, en: Quality register}", "title: {sv: \"\", en: Quality register}", "\"\"",
                .emptyText
            ),
            ("    - from: 2023-07-01", "    - from: 2003-01-01\n      #", "2003-01-01\n      #", .order),
            ("  biobank:\n", "  study:\n", "study:\n    - from: 2004", .duplicateKey("study")),
            ("law: sweden\n", "law: sweden\namends: other.yaml\n", "other.yaml", .missing),
            ("  reach-relatives:\n", "\treach-relatives:\n", "\treach", .syntax("")),
            (
                "region-policy: no-say", "region-policy: veto", "veto\n      # Unconfirmed: national",
                .unknownValue("veto", known: [])
            ),
        ] as [(String, String, String, AccessFileError.Code)])
    func law(find: String, replacement: String, fault: String, code: AccessFileError.Code) throws {
        let (text, place) = try Self.broken(AccessFiles.text("law/sweden.yaml"), find, replacement, fault: fault)
        let error = #expect(throws: AccessFileError.self) { try LoadLaw.parse(text, file: "law.yaml") }
        #expect(error?.place?.line == place.line)
        if case .syntax = code {} else { #expect(error?.place == place) }
        #expect(error.map { Self.kind($0.code) } == Self.kind(code))
        #expect(error?.description.hasPrefix("law.yaml, line \(place.line), column ") == true)
    }

    /// The case without its details.
    private static func kind(_ code: AccessFileError.Code) -> String {
        String(String(describing: code).prefix { $0 != "(" })
    }

    @Test func `A law without one of the purposes or kinds is not complete`() throws {
        let text = try AccessFiles.text("law/sweden.yaml")
        let start = try #require(text.range(of: "  ehds-objection:\n"))
        let error = #expect(throws: AccessFileError.self) {
            try LoadLaw.parse(String(text[..<start.lowerBound]), file: "law.yaml")
        }
        #expect(error?.code == .notCovered("ehds-objection"))
        #expect(
            error?.description
                == "law.yaml: the law says nothing about \"ehds-objection\". Add an entry; one that is not in force is from: proposed."
        )
    }

    @Test func `A message says what is known where something unknown stands`() throws {
        let text = try AccessFiles.text("law/sweden.yaml").replacingOccurrences(
            of: "records-of: named-patient", with: "records-of: all")
        let error = #expect(throws: AccessFileError.self) { try LoadLaw.parse(text, file: "law.yaml") }
        #expect(error?.message == "\"all\" is not one of the values.")
        #expect(error?.remedy == "Known are: named-patient, cohort.")
    }

    @Test(
        "A fault in a policy is shown at its line and column",
        arguments: [
            ("region: \"24\"", "region: \"02\"", "\"02\"", .badRegion),
            ("controller: SE24-NUS", "controller: SE24 NUS", "SE24 NUS", .badCode),
            (
                "published-by: [forvaltare-vasterbotten-1, forvaltare-vasterbotten-2]", "published-by: [a, a]", "[a, a]",
                .twoPublishers
            ),
            ("suppress-below: 5", "suppress-below: 4", "4\n", .suppressionTooLow),
            ("research: [germline, tumour]", "research: [germline, secret]", "secret", .unknownDataSet("secret")),
            ("areas: [rare, solid,", "areas: [rare, liquid,", "liquid", .unknownValue("liquid", known: [])),
            ("valid-from: 2026-10-01", "valid-from: 2025-10-01", "version: 2", .order),
            ("    valid-from: 2026-10-01\n", "", "version: 2", .missingKey("valid-from")),
            (
                "research: {other-regions: record}", "research: {everybody: record}", "everybody",
                .unknownValue("everybody", known: [])
            ),
        ] as [(String, String, String, AccessFileError.Code)])
    func policy(find: String, replacement: String, fault: String, code: AccessFileError.Code) throws {
        let (text, place) = try Self.broken(AccessFiles.text("Examples/policy/24.yaml"), find, replacement, fault: fault)
        let error = #expect(throws: AccessFileError.self) { try LoadPolicy.parse(text, file: "policy.yaml") }
        #expect(error?.place == place)
        #expect(error.map { Self.kind($0.code) } == Self.kind(code))
    }

    @Test(
        "A fault among the people is shown at its line and column",
        arguments: [
            ("role: clinical-geneticist", "role: wizard", "wizard", .unknownValue("wizard", known: [])),
            ("name: Amir Haddad\n    role: physician\n", "name: Amir Haddad\n", "name: Amir", .missingKey("role")),
            ("selves: {}", "selves: {\"24\": me}", "me}", .badPseudonym),
            ("name: Karin Wester", "identity: lakare-karolinska", "lakare-karolinska\n    role: clin", .identityTwice),
        ] as [(String, String, String, AccessFileError.Code)])
    func personas(find: String, replacement: String, fault: String, code: AccessFileError.Code) throws {
        let (text, place) = try Self.broken(AccessFiles.text("Examples/personas.yaml"), find, replacement, fault: fault)
        let error = #expect(throws: AccessFileError.self) { try LoadPersonas.parse(text, file: "personas.yaml") }
        #expect(error?.place == place)
        #expect(error.map { Self.kind($0.code) } == Self.kind(code))
    }

    @Test("A file that cannot be read says so", arguments: ["missing", "empty", "bytes", "large", "itself", "deep"])
    func unreadable(kind: String) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("access-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent("law.yaml")
        let expected: AccessFileError.Code
        switch kind {
        case "missing": expected = .missing
        case "empty":
            try Data("# nothing\n".utf8).write(to: path)
            expected = .empty
        case "bytes":
            try Data([0x6C, 0xFF, 0xFE]).write(to: path)
            expected = .notText
        case "large":
            try Data(repeating: UInt8(ascii: "#"), count: 1_048_577).write(to: path)
            expected = .tooLarge
        case "deep":
            try Data(repeating: UInt8(ascii: "["), count: 500_000).write(to: path)
            expected = .syntax("")
        default:
            try Data("law: a\namends: law.yaml\n".utf8).write(to: path)
            expected = .amendsTooDeep
        }
        let error = #expect(throws: AccessFileError.self) { try LoadLaw.read(path.path) }
        #expect(error.map { Self.kind($0.code) } == Self.kind(expected))
        #expect(error?.file.hasSuffix("law.yaml") == true)
    }
}
