import Operations
import ReportModel
import StructuredText
import Testing

@Suite("The templates that come with the platform")
struct LoadTemplatesTests {
    @Test("One for each diagnosis area, each with a conclusion, a place for findings and its sources")
    func all() throws {
        let templates = try LoadTemplates(directory: AccessFiles.path("templates")).run()
        #expect(Set(templates.map(\.area)) == Set(DiagnosisArea.allCases))
        for template in templates {
            #expect(template.item("conclusion")?.need == .required, "\(template.name)")
            #expect(template.item("small-variants")?.kind == .findings([.smallVariant]), "\(template.name)")
            #expect(template.sources.allSatisfy { $0.address.hasPrefix("https://") }, "\(template.name)")
            for item in template.items { #expect(!item.label.sv.isEmpty && !item.label.en.isEmpty, "\(item.key)") }
            #expect(try ReportTemplate(jsonText: template.json.canonicalText) == template)
        }
    }

    @Test(
        "What is wrong with a template is told with its line",
        arguments: [
            ("kind: {text: true}", "kind: {texts: true}", 11), ("version: 1", "version: 0", 0),
            ("need: required", "need: sometimes", 11), ("area: rare-disease", "area: nothing", 3),
        ])
    func faults(from: String, to: String, line: Int) throws {
        let text = """
            template: t
            version: 1
            area: rare-disease
            title: {sv: T, en: T}
            sources:
              - {title: T, publisher: P, address: "https://example.org"}
            sections:
              - kind: conclusion
                title: {sv: S, en: S}
                items:
                  - {key: a, label: {sv: Å, en: A}, kind: {text: true}, need: required}
            """
        #expect(try LoadTemplates.parse(text, file: "t.yaml").item("a")?.label.sv == "Å")
        let error = #expect(throws: AccessFileError.self) {
            try LoadTemplates.parse(text.replacing(from, with: to), file: "t.yaml")
        }
        #expect(error?.file == "t.yaml")
        if line > 0 { #expect(error?.place?.line == line, "\(String(describing: error))") }
    }
}
