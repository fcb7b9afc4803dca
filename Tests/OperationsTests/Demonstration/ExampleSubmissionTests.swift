import Foundation
import StructuredText
import Testing

@Suite("The example submissions")
struct ExampleSubmissionTests {
    private static let examples = SmallDemonstration.repository.appendingPathComponent("Examples/submissions")

    @Test("Each keeps to the schema and describes its files", arguments: ["panel", "exome", "genome", "tumour-normal", "trio"])
    func example(name: String) throws {
        let folder = ExampleSubmissionTests.examples.appendingPathComponent(name)
        let manifest = try JSONReader.read([UInt8](Data(contentsOf: folder.appendingPathComponent("manifest.json"))))
        let check = try SchemaCheck(path: SmallDemonstration.repository.path + "/schemas/submission.schema.json")
        #expect(check.faults(in: manifest).isEmpty, "\(check.faults(in: manifest))")
        let files = try #require(manifest["files"]?.array)
        let listed = files.compactMap { $0["name"]?.string } + ["manifest.json"]
        #expect(Set(try FileManager.default.contentsOfDirectory(atPath: folder.path)) == Set(listed))
        for file in files {
            let path = folder.appendingPathComponent(try #require(file["name"]?.string)).path
            let sum = try Shell.run("sha256sum < '\(path)' | cut -d ' ' -f 1").output.split(separator: "\n").first.map(
                String.init)
            #expect(sum == file["sha256"]?.string)
            #expect(try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int == file["bytes"]?.integer)
        }
    }

    @Test("The check of the schema finds what is wrong")
    func check() throws {
        let check = try SchemaCheck(path: SmallDemonstration.repository.path + "/schemas/submission.schema.json")
        let head = "\"format\": \"samsyn-submission/1\", \"kind\": \"new\", \"case\": \"c\""
        func faults(_ text: String) throws -> [String] { check.faults(in: try JSONReader.read("{\(text)}")) }
        #expect(try faults(head + ", \"laboratory\": \"L\"") == [])
        #expect(try faults(head) == ["$: required laboratory"])
        #expect(try faults(head + ", \"laboratory\": \"å\"") == ["$.laboratory: pattern"])
        #expect(try faults(head + ", \"laboratory\": \"L\", \"colour\": 1") == ["$.colour: unknown"])
        #expect(try faults(head + ", \"laboratory\": \"L\", \"area\": \"heart\"") == ["$.area: enum"])
        #expect(try faults(head + ", \"laboratory\": \"L\", \"files\": [{}]").count == 4)
        #expect(try faults(head + ", \"laboratory\": \"L\", \"people\": {}") == ["$.people: type"])
    }

    @Test(
        "The shell of the documentation writes a manifest that keeps to the schema",
        .enabled(if: Shell.has("jq") && Shell.has("bcftools")))
    func shell() throws {
        let text = try String(
            contentsOf: SmallDemonstration.repository.appendingPathComponent("docs/submission-manifest.md"), encoding: .utf8)
        let script = try #require(text.split(separator: "```bash\n", maxSplits: 1).last?.split(separator: "```").first)
        let space = try Workspace()
        let path = try space.write("manifest.sh", String(script))
        let panel = ExampleSubmissionTests.examples.appendingPathComponent("panel").path
        let result = try Shell.run(
            "bash '\(path)' CASE-1 201502012387 female '\(panel)/case.vcf.gz' '\(panel)/rare-disease-panel.bed' 300")
        #expect(result.status == 0, "\(result.errors)")
        let check = try SchemaCheck(path: SmallDemonstration.repository.path + "/schemas/submission.schema.json")
        #expect(check.faults(in: try JSONReader.read(result.output)).isEmpty)
    }
}
