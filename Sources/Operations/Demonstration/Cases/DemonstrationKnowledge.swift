package import AccessModel
package import ClinicalModel
internal import KnowledgeModel

/// What the demonstration's nodes know: the versions of `Examples/knowledge`, and which of them are in force.
package struct DemonstrationKnowledge: Sendable {
    package enum State: String, Sendable, CaseIterable {
        /// Put in force before the cases are played.
        case adopted
        /// Comes when they have been, and waits for somebody to look at what it changes.
        case staged
    }

    private let versions: [(draft: ImportKnowledge.Draft, state: State)]

    /// `share` is the root of the repository. Throws `AccessFileError` with the place.
    package static func read(share: String) throws(AccessFileError) -> DemonstrationKnowledge {
        let directory = share + "/Examples/knowledge/"
        let file = try AccessFile.root(of: directory + "knowledge.yaml").fields(["versions"])
        var versions: [(draft: ImportKnowledge.Draft, state: State)] = []
        for node in try file["versions"].list() {
            let fields = try node.fields(["series", "file", "release", "licence", "state"])
            let name = try fields["series"].text()
            guard let series = try? KnowledgeDesk.series(name) else {
                throw try fields["series"].error(.unknownValue(name, known: KnowledgeSource.allCases.map(\.rawValue)))
            }
            let draft = ImportKnowledge.Draft(
                series: series, path: directory + (try fields["file"].text()), release: try fields["release"].text(),
                licence: try fields["licence"].text())
            versions.append((draft, try fields["state"].one(of: State.self)))
        }
        return DemonstrationKnowledge(versions: versions)
    }

    /// Takes in what is to be in that state, by the same acts as somebody's own hands.
    package func bring(_ state: State, to desk: KnowledgeDesk, by actor: Actor, now: Timestamp) async throws {
        let bring = ImportKnowledge(desk: desk, actor: actor, purpose: .laboratoryOperation)
        for (draft, wanted) in versions where wanted == state {
            let version = try await bring.run(draft, now: now).identifier
            guard state == .adopted else { continue }
            let seen = try ShowKnowledgeDifference(desk: desk, actor: actor, purpose: .laboratoryOperation).run(version).digest
            try await AdoptKnowledge(desk: desk, actor: actor, purpose: .laboratoryOperation).run(version, seen: seen, now: now)
        }
    }
}
