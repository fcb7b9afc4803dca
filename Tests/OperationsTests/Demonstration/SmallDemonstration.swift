import Foundation
import Operations
import StructuredText
import Testing

/// One demonstration for all tests of it, made once: eight cases of the ordinary kinds in each region.
enum SmallDemonstration {
    static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    struct Made: Sendable {
        let root: String
        let plan: DemonstrationPlan

        func path(_ name: String) -> String { root + "/" + name }

        func manifest(_ submission: PlannedSubmission) throws -> JSONValue {
            try JSONReader.read([UInt8](Data(contentsOf: URL(fileURLWithPath: path(submission.folder + "/manifest.json")))))
        }

        var submissions: [(region: PlannedRegion, submission: PlannedSubmission)] {
            plan.regions.flatMap { region in region.submissions.map { (region, $0) } }
        }
    }

    private static let root: String = {
        // A static outlives every test, so nobody else takes the directory away.
        atexit { _ = try? FileManager.default.removeItem(atPath: SmallDemonstration.root) }
        return FileManager.default.temporaryDirectory.appendingPathComponent("samsyn-demonstration-\(UUID().uuidString)").path
    }()
    private static let made = Result { try make(seed: 7, in: root) }

    static func get() throws -> Made { try made.get() }

    static func make(seed: UInt64, people: Int = 8, in directory: String) throws -> Made {
        let plan = try MakeDemonstration(directory: directory, seed: seed, share: repository.path, people: people).run()
        return Made(root: directory, plan: plan)
    }
}
