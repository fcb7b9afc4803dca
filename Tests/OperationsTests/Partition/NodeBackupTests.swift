import AccessModel
import ClinicalModel
import Foundation
import KnowledgeModel
import Operations
import Records
import Testing

@Suite("Backup and restoring of what belongs to a node")
struct NodeBackupTests {
    private static let noon = Timestamp(milliseconds: 20_778 * 86_400_000 + 43_200_000)

    /// A node with an enquiry that region 24 has answered.
    private func node(_ space: Workspace) throws -> (state: NodeState, enquiry: StudyEnquiry) {
        let state = NodeState(node: "national", data: space.path("data"))
        try FileManager.default.createDirectory(atPath: state.data, withIntermediateDirectories: true)
        let database = try EnquiryDatabase(path: state.path(of: .enquiries))
        let enquiry = try database.register(
            StudyEnquiry(
                title: "Room", sponsor: "Sponsor", criteria: "all", plannedStudy: "Study", contact: "someone@example.org",
                deadline: try #require(CivilDate("2027-01-31")), registrant: "one", organisation: "SE-X", registered: Self.noon))
        let region = try #require(RegionCode("24"))
        try database.record(
            [EnquiryFigure(region: region, state: .answered, figure: 5...9, reason: nil, time: Self.noon)], of: enquiry.id,
            actor: "system")
        try database.close()
        return (state, enquiry)
    }

    private func remove(_ state: NodeState) throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: state.data) {
            try FileManager.default.removeItem(atPath: state.data + "/" + name)
        }
    }

    @Test("What is restored holds every enquiry and what was answered, and can be written to")
    func roundTrip() throws {
        let space = try Workspace()
        let (state, enquiry) = try node(space)
        let backup = space.path("backup")
        #expect(try BackUpNode(state: state, directory: backup).run() == [.enquiries])
        #expect(throws: BackupError(.notEmpty, place: backup)) { try BackUpNode(state: state, directory: backup).run() }
        #expect(throws: BackupError(.exists, place: state.path(of: .enquiries))) {
            try RestoreNode(state: state, backup: backup).run()
        }
        try remove(state)
        #expect(try RestoreNode(state: state, backup: backup).run() == [.enquiries])
        let restored = try EnquiryDatabase(path: state.path(of: .enquiries))
        #expect(try restored.enquiries() == [enquiry])
        #expect(try restored.figures(of: enquiry.id).map(\.figure) == [5...9])
        try restored.record([EnquiryStep(.closed, time: Self.noon, actor: "one")], of: enquiry.id)
        try restored.close()
        #expect(!FileManager.default.fileExists(atPath: "\(state.data)/\(state.node).restoring"))
    }

    @Test(
        "A copy of which a byte has changed, a part is missing, or whose list is missing is refused, and nothing is put in its place"
    )
    func broken() throws {
        let space = try Workspace()
        let (state, _) = try node(space)
        let backup = space.path("backup")
        _ = try BackUpNode(state: state, directory: backup).run()
        try remove(state)
        let database = URL(fileURLWithPath: backup + "/enquiries.sqlite")
        let list = URL(fileURLWithPath: backup + "/BACKUP.json")
        let (whole, listed) = (try Data(contentsOf: database), try Data(contentsOf: list))
        var changed = whole
        changed[changed.count / 2] ^= 1
        for (bytes, code) in [(changed, BackupError.Code.damaged), (whole.dropLast(), .damaged), (Data(), .damaged)] {
            try bytes.write(to: database)
            #expect(throws: BackupError(code, place: database.path)) { try RestoreNode(state: state, backup: backup).run() }
            #expect(try FileManager.default.contentsOfDirectory(atPath: state.data).isEmpty)
        }
        try FileManager.default.removeItem(at: database)
        #expect(throws: BackupError(.damaged, place: database.path)) { try RestoreNode(state: state, backup: backup).run() }
        try whole.write(to: database)
        for bytes in [Data(), listed.prefix(listed.count / 2), Data("{}".utf8)] {
            try bytes.write(to: list)
            #expect(throws: BackupError(.incomplete, place: list.path)) { try RestoreNode(state: state, backup: backup).run() }
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: state.data).isEmpty)
        try listed.write(to: list)
        #expect(try RestoreNode(state: state, backup: backup).run() == [.enquiries])
    }

    @Test("Another node's backup is refused, a region's too, and a node without enquiries has nothing to back up")
    func others() throws {
        let space = try Workspace()
        let (state, _) = try node(space)
        let backup = space.path("backup")
        _ = try BackUpNode(state: state, directory: backup).run()
        let other = NodeState(node: "node-24", data: state.data)
        #expect(throws: BackupError(.foreign, place: backup)) { try RestoreNode(state: other, backup: backup).run() }
        #expect(throws: BackupError(.nothing, place: other.path(of: .enquiries))) {
            try BackUpNode(state: other, directory: space.path("none")).run()
        }
        #expect(!FileManager.default.fileExists(atPath: space.path("none")))
    }

    @Test("Requests to regions are in the backup beside the enquiries, and neither is put back where one of them is broken")
    func releases() throws {
        let space = try Workspace()
        let (state, enquiry) = try node(space)
        try ReleaseDatabase(path: state.path(of: .releases)).close()
        let backup = space.path("backup")
        #expect(try BackUpNode(state: state, directory: backup).run() == [.enquiries, .releases])
        try remove(state)
        let file = URL(fileURLWithPath: backup + "/releases.sqlite")
        let whole = try Data(contentsOf: file)
        try whole.dropLast().write(to: file)
        #expect(throws: BackupError(.damaged, place: file.path)) { try RestoreNode(state: state, backup: backup).run() }
        #expect(try FileManager.default.contentsOfDirectory(atPath: state.data).isEmpty)
        try whole.write(to: file)
        #expect(try RestoreNode(state: state, backup: backup).run() == [.enquiries, .releases])
        #expect(try EnquiryDatabase(path: state.path(of: .enquiries)).enquiries() == [enquiry])
        #expect(try ReleaseDatabase(path: state.path(of: .releases)).faults().isEmpty)
    }

    @Test("Knowledge comes back with its files: versions, items and differences are as they were, and a changed file is found")
    func knowledge() async throws {
        let space = try Workspace()
        let (state, _) = try node(space)
        func desk() throws -> KnowledgeDesk {
            let codes = SmallDemonstration.repository.path + "/codes"
            return try OpenKnowledge(state: state, codes: codes, hierarchies: try LoadCodes(directory: codes).run()).run()
        }
        func take(_ rows: [(symbol: String, confidence: String)], _ release: String) async throws -> KnowledgeVersion {
            let path = space.path(release)
            try Data(KnowledgeBench.genes(rows).utf8).write(to: URL(fileURLWithPath: path))
            return try await ImportKnowledge(desk: try desk(), actor: KnowledgeBench.actor(), purpose: .laboratoryOperation).run(
                ImportKnowledge.Draft(
                    series: try KnowledgeDesk.series("gene-list/Ärftlig"), path: path, release: release, licence: "CC0-1.0"),
                now: Self.noon)
        }
        func difference(_ version: KnowledgeVersion) throws -> KnowledgeDifferenceView {
            try ShowKnowledgeDifference(desk: try desk(), actor: KnowledgeBench.actor(), purpose: .laboratoryOperation)
                .run(version.identifier)
        }
        let old = try await take([("BRCA1", "green"), ("ÅSA1", "amber")], "2025")
        try await AdoptKnowledge(desk: try desk(), actor: KnowledgeBench.actor(), purpose: .laboratoryOperation)
            .run(old.identifier, seen: try difference(old).digest, now: Self.noon)
        let new = try await take([("BRCA1", "red")], "2026")
        let seen = try difference(new).digest
        let backup = space.path("backup")
        #expect(try BackUpNode(state: state, directory: backup).run() == [.enquiries, .knowledge])
        try remove(state)
        let items = URL(fileURLWithPath: backup + "/knowledge")
        let name = try #require(
            try FileManager.default.contentsOfDirectory(atPath: items.path).sorted().first { $0.hasSuffix(".items") })
        let file = items.appendingPathComponent(name)
        let whole = try Data(contentsOf: file)
        try whole.dropLast().write(to: file)
        #expect(throws: BackupError(.damaged, place: file.path)) { try RestoreNode(state: state, backup: backup).run() }
        #expect(try FileManager.default.contentsOfDirectory(atPath: state.data).isEmpty)
        try whole.write(to: file)
        #expect(try RestoreNode(state: state, backup: backup).run() == [.enquiries, .knowledge])
        #expect(try desk().database.shelves().map(\.current) == [old])
        #expect(try desk().items(of: old.identifier).items(limit: 9).count == 2)
        #expect(try difference(new).digest == seen)
        #expect(
            try CheckKnowledge(state: state, codes: SmallDemonstration.repository.path + "/codes").run().hasPrefix(
                "2 versions, 1"))
        #expect(throws: BackupError(.exists, place: state.path(of: .enquiries))) {
            try RestoreNode(state: state, backup: backup).run()
        }
        // A version of which a file is gone is named.
        try FileManager.default.removeItem(atPath: KnowledgeLayout(directory: state.knowledgeFiles).items(new.identifier))
        #expect(throws: KnowledgeError(.fileMissing, place: new.identifier.description)) {
            try CheckKnowledge(state: state, codes: SmallDemonstration.repository.path + "/codes").run()
        }
    }
}
