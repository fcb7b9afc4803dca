import AccessModel
import ClinicalModel
import Foundation
import KnowledgeModel
import Operations
import Records
import Testing

extension TestSite {
    private var keeper: Actor {
        Actor(
            identity: "keeper", name: "Åsa", role: .bioinformatician, region: partition.layout.region, provider: nil,
            careUnit: nil, purposes: [.laboratoryOperation])
    }

    /// Takes a text in as a version of a series; its digits, as addresses have them.
    @discardableResult
    func take(_ series: String, _ text: String, release: String, adopting: Bool = false) async throws -> String {
        let desk = try #require(node.knowledge)
        let path = folder.appendingPathComponent(UUID().uuidString).path
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        let version = try await ImportKnowledge(desk: desk, actor: keeper, purpose: .laboratoryOperation).run(
            ImportKnowledge.Draft(
                series: try KnowledgeDesk.series(series), path: path, release: release, licence: "CC0-1.0"), now: clock.now)
        if adopting {
            let seen = try ShowKnowledgeDifference(desk: desk, actor: keeper, purpose: .laboratoryOperation)
                .run(version.identifier).digest
            try await AdoptKnowledge(desk: desk, actor: keeper, purpose: .laboratoryOperation)
                .run(version.identifier, seen: seen, now: clock.now)
        }
        return String(version.digest.prefix(12))
    }

    /// CIViC's items of the model's own tests.
    static func civic() throws -> String {
        try String(
            contentsOf: root.appendingPathComponent("Tests/KnowledgeModelTests/Fixtures/civic-evidence.jsonl"), encoding: .utf8)
    }
}
