import Foundation
import Testing

@Suite("A node's knowledge from the command line")
struct KnowledgeCommandTests {
    private static let civic = NodeFolder.root.path + "/Tests/KnowledgeModelTests/Fixtures/civic-evidence.jsonl"
    private static let personas = NodeFolder.root.path + "/Examples/personas.yaml"

    private func knowledge(_ node: NodeFolder, _ words: String..., as name: String) throws -> Program.Result {
        try node.program.run(["knowledge"] + words + ["--config", "node.yaml", "--as", name, "--personas", Self.personas])
    }

    @Test(
        "From the file to the version in force; what is listed is listed to who may see it, and the check holds it against its files"
    )
    func whole() throws {
        let node = try NodeFolder()
        defer { node.remove() }
        let laboratory = "bioinformatiker-umea"
        #expect(try node.check("", "--local").output.contains("knowledge: nothing is imported yet"))
        let imported = try knowledge(node, "import", "civic/evidence", Self.civic, "--release", "2026-04-25", as: laboratory)
        #expect(imported.status == 0, "\(imported)")
        let digits = try #require(imported.output.firstMatch(of: /civic\/evidence@([0-9a-f]{12})/)?.1)
        let difference = try knowledge(node, "difference", String(digits), as: laboratory)
        let seen = try #require(difference.output.firstMatch(of: /Seen: ([0-9a-f]{16})\n/)?.1)
        #expect(try knowledge(node, "adopt", String(digits), "--seen", String(seen), as: laboratory).status == 0)
        #expect(try knowledge(node, "list", as: laboratory).output.contains("civic/evidence"))
        // Who may not is refused, and who does not say who they are is told to.
        let patient = try knowledge(node, "list", as: "patient-umea")
        #expect(patient.status == 77 && !patient.output.contains("civic"))
        #expect(try node.program.run("knowledge", "list", "--config", "node.yaml").status == 64)
        let ledger = try node.program.succeed(
            "ledger", "show", "--data", "data", "--region", "24")
        #expect(ledger.contains("knowledge"), "\(ledger)")
        let sound = try node.check("", "--local")
        #expect(sound.output.contains("knowledge: 1 versions, 1 of them in force"), "\(sound.output)")
        let folder = node.program.folder.appendingPathComponent("data/knowledge-node-24")
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) where name.hasSuffix(".items") {
            try FileManager.default.removeItem(at: folder.appendingPathComponent(name))
        }
        let broken = try node.check("", "--local")
        #expect(broken.status == 65 && broken.output.contains("fault    knowledge: civic/evidence@\(digits)"), "\(broken.output)")
    }
}
