internal import AccessModel
internal import ClinicalModel
internal import GRDB
internal import GenomeModel

/// What the two sides of a request keep is the same.
extension Database {
    /// Inserts a request. One of the same name and content is left as it is; throws `releaseDiffers` for one of another content or node.
    func insertRelease(_ request: ReleaseRequest, through node: String) throws {
        if let known = try releases(where: "id = ?", [request.id]).first {
            guard known.request == request, known.node == node else {
                throw RecordsError(.releaseDiffers, place: request.id)
            }
            return
        }
        let asker = request.asker
        try execute(
            sql: "INSERT INTO releaseRequest VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            arguments: [
                request.id, node, request.region.description, asker.identity, asker.name, asker.role.rawValue,
                asker.region?.description, asker.provider?.text, asker.careUnit?.text, request.purpose.rawValue,
                request.question, request.assembly.rawValue, request.answered, request.wish.rawValue, request.words,
                request.sent.milliseconds, request.hasCareRelation,
            ])
    }

    /// Inserts steps that are not there yet. Throws `releaseDiffers` where a step of this number is there and is another.
    func insertReleaseSteps(_ steps: [ReleaseStep], of request: String) throws {
        let known = try releaseSteps(of: request)
        for step in steps {
            if let there = known.first(where: { $0.side == step.side && $0.number == step.number }) {
                guard there == step else { throw RecordsError(.releaseDiffers, place: request) }
                continue
            }
            try execute(
                sql: """
                    INSERT INTO releaseStep (request, side, number, seen, kind, actor, actorName, unit, words, takenAt)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    request, step.side.rawValue, step.number, step.seen, step.kind.rawValue, step.actor, step.name, step.unit,
                    step.words, step.time.milliseconds,
                ])
        }
    }

    /// In the order in which they were sent.
    func releases(where condition: String, _ arguments: StatementArguments) throws -> [RecordedRelease] {
        try Row.fetchAll(
            self,
            sql: """
                SELECT id, node, region, asker, askerName, askerRole, askerRegion, askerProvider, askerCareUnit, purpose, question,
                    assembly, answered, wish, words, sentAt, hasCareRelation
                FROM releaseRequest WHERE \(condition) ORDER BY sentAt, id
                """, arguments: arguments
        ).map { row in
            let request = ReleaseRequest(
                id: try row.text(0), region: try row.value(2) { RegionCode($0) },
                asker: ReleaseRequest.Asker(
                    identity: try row.text(3), name: try row.text(4), role: try row.named(5),
                    region: try row.optionalValue(6) { RegionCode($0) },
                    provider: try row.optionalValue(7) { OrganisationCode($0) },
                    careUnit: try row.optionalValue(8) { OrganisationCode($0) }),
                purpose: try row.named(9), question: try row.text(10), assembly: try row.named(11), answered: try row.text(12),
                wish: try row.named(13), words: try row.text(14), sent: try row.time(15), hasCareRelation: try row.flag(16))
            return RecordedRelease(request: request, node: try row.text(1), steps: try releaseSteps(of: request.id))
        }
    }

    func releaseSteps(of request: String) throws -> [ReleaseStep] {
        try Row.fetchAll(
            self,
            sql: """
                SELECT side, number, seen, kind, actor, actorName, unit, words, takenAt FROM releaseStep WHERE request = ? ORDER BY id
                """, arguments: [request]
        ).map { row in
            ReleaseStep(
                side: try row.named(0), number: try row.integer(1), seen: try row.integer(2), kind: try row.named(3),
                actor: try row.text(4), name: try row.text(5), unit: try row.optionalText(6), words: try row.text(7),
                time: try row.time(8))
        }
    }

    /// Takes one more step as the state allows it then and there: `make` gets the request as it stands and may throw.
    func takeReleaseStep(
        _ request: String, _ make: (RecordedRelease) throws -> ReleaseStep
    ) throws -> RecordedRelease {
        guard let known = try releases(where: "id = ?", [request]).first else {
            throw RecordsError(.unknownRelease, place: request)
        }
        try insertReleaseSteps([try make(known)], of: request)
        return RecordedRelease(request: known.request, node: known.node, steps: try releaseSteps(of: request))
    }
}
