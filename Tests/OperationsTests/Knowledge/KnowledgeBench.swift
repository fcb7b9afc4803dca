import AccessModel
import ClinicalModel
import Foundation
import KnowledgeModel
import Operations
import Records
import StructuredText
import VariantStorage

/// A node's knowledge in a directory of its own, with reports that cite what a test says.
final class KnowledgeBench: Sendable {
    let space: String
    let desk: KnowledgeDesk
    static let noon = Timestamp(milliseconds: 1_795_000_000_000)

    init(citing citations: [String: [Citation]] = [:], fileSystem: FileSystem = .posix) throws {
        space = FileManager.default.temporaryDirectory.appendingPathComponent("samsyn-knowledge-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: space, withIntermediateDirectories: true)
        let codes = SmallDemonstration.repository.path + "/codes"
        let table = try Data(contentsOf: URL(fileURLWithPath: codes + "/oncotree-doid/oncotree-doid.tsv"))
        let regions = citations.compactMap { code, cited in
            RegionCode(code).map { CitingRegion($0) { source in cited.filter { $0.item.source == source } } }
        }
        desk = KnowledgeDesk(
            database: try KnowledgeDatabase(path: space + "/knowledge.sqlite"),
            layout: KnowledgeLayout(directory: space + "/knowledge"),
            tumourTypes: TumourTypes(
                try LoadCodes(directory: codes).run(), mapping: try TumourTypeMapping(Array(table))),
            citing: regions.sorted { $0.region < $1.region }, fileSystem: fileSystem)
    }

    deinit { try? FileManager.default.removeItem(atPath: space) }

    static func actor(_ role: Actor.Role = .clinicalGeneticist) -> Actor {
        Actor(
            identity: "SE-HSA-ÅSA", name: "Åsa", role: role, region: RegionCode("24"), provider: nil, careUnit: nil,
            purposes: [.laboratoryOperation])
    }

    func write(_ text: String, as name: String = "file") throws -> String {
        let path = "\(space)/\(name)"
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        return path
    }

    @discardableResult
    func take(
        _ series: String, _ path: String, release: String? = "2026-11", licence: String? = nil, digest: String? = nil,
        by actor: Actor = KnowledgeBench.actor()
    ) async throws -> KnowledgeVersion {
        try await ImportKnowledge(desk: desk, actor: actor, purpose: .laboratoryOperation).run(
            ImportKnowledge.Draft(
                series: try KnowledgeDesk.series(series), path: path, release: release, licence: licence, digest: digest),
            now: KnowledgeBench.noon)
    }

    func difference(_ version: KnowledgeVersion) throws -> KnowledgeDifferenceView {
        try ShowKnowledgeDifference(desk: desk, actor: KnowledgeBench.actor(), purpose: .laboratoryOperation)
            .run(version.identifier)
    }

    func adopt(_ version: KnowledgeVersion, seen: String? = nil, by actor: Actor = KnowledgeBench.actor()) async throws {
        let seen = try seen ?? difference(version).digest
        try await AdoptKnowledge(desk: desk, actor: actor, purpose: .laboratoryOperation)
            .run(version.identifier, seen: seen, now: KnowledgeBench.noon)
    }

    /// What lies in the folder, without the lock.
    var files: [String] { listDirectory(desk.layout.directory).filter { $0 != "LOCK" } }

    /// A gene list of these rows.
    static func genes(_ rows: [(symbol: String, confidence: String)]) -> String {
        "symbol\thgnc\tconfidence\n" + rows.map { "\($0.symbol)\t\t\($0.confidence)\n" }.joined()
    }
}
