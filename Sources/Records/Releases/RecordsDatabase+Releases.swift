package import AccessModel
internal import GRDB

/// The holding side of requests: what a region was asked for, and what it decided.
extension RecordsDatabase {
    /// Takes in a request with the steps of the side that asks, and records that it has come. The same again changes nothing; throws
    /// `releaseDiffers` where a request of this name came with other content or through another node.
    package func receive(
        _ request: ReleaseRequest, through node: String, _ steps: [ReleaseStep], receipt: ReleaseStep
    ) throws -> (release: RecordedRelease, isNew: Bool) {
        try write("releases", movesCounter: false) { db in
            let isNew = try db.releases(where: "id = ?", [request.id]).isEmpty
            try db.insertRelease(request, through: node)
            if isNew { try db.insertReleaseSteps([receipt], of: request.id) }
            try db.insertReleaseSteps(steps, of: request.id)
            return (
                RecordedRelease(request: request, node: node, steps: try db.releaseSteps(of: request.id)), isNew
            )
        }
    }

    package func takeReleaseStep(
        _ request: String, _ make: (RecordedRelease) throws -> ReleaseStep
    ) throws -> RecordedRelease {
        try write("releases", movesCounter: false) { try $0.takeReleaseStep(request, make) }
    }

    package func release(_ id: String) throws -> RecordedRelease? {
        try read { try $0.releases(where: "id = ?", [id]).first }
    }

    /// In the order in which they were sent.
    package func releases() throws -> [RecordedRelease] { try read { try $0.releases(where: "TRUE", []) } }
}
