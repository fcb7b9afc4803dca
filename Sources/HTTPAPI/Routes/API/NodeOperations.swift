internal import AccessModel
internal import ClinicalModel
internal import HTTPTypes
internal import Operations
internal import Records
internal import StructuredText

/// What a node is, which regions it can ask, and how the others are doing.
enum NodeOperations {
    static let all = [me, regions, node, batches, publish]

    private static let me = APIOperation(
        "show-me", .get, "/api/v1/me", .node, sv: "Vem är jag för den här noden?", en: "Who am I to this node?",
        outcomes: [
            .init(
                .ok, "What the token says.",
                .object([
                    .init("identity", .text), .init("name", .text), .init("role", .words(Actor.Role.self)),
                    .init("region", .nullable(.regionCode)), .init("provider", .nullable(.organisation)),
                    .init("careUnit", .nullable(.organisation)), .init("purposes", .list(.words(Purpose.self))),
                    .init("projects", .list(.text)),
                ]))
        ]
    ) { call in
        let actor = try call.actor()
        return call.answer([
            "identity": JSONValue(.string(actor.identity)), "name": JSONValue(.string(actor.name)),
            "role": JSONValue(.string(actor.role.rawValue)), "region": JSONValue(actor.region?.description),
            "provider": JSONValue(actor.provider?.text), "careUnit": JSONValue(actor.careUnit?.text),
            "purposes": JSONValue(actor.purposes.map(\.rawValue).sorted()), "projects": JSONValue(actor.projects.sorted()),
        ])
    }
    .with(\.needsPurpose, false)

    private static let regions = APIOperation(
        "list-regions", .get, "/api/v1/regions", .node, sv: "Vilka regioner kan noden fråga?",
        en: "Which regions can this node ask?",
        outcomes: [
            .init(
                .ok, "By code.",
                .object([
                    .init(
                        "regions",
                        .list(
                            .object([
                                .init("code", .regionCode), .init("name", .text), .init("healthcareRegions", .list(.text)),
                                .init("here", .described("Whether this node holds its partition.", .boolean)),
                            ])))
                ])),
            .init(.notModified, "The asker has the list already."),
        ]
    ) { call in
        call.taggedAnswer([
            "regions": JSONValue(
                call.node.regions.compactMap(Region.of).map { region in
                    [
                        "code": JSONValue(.string(region.code.description)), "name": JSONValue(.string(region.name)),
                        "healthcareRegions": JSONValue(region.healthcareRegions.map(\.rawValue)),
                        "here": JSONValue(call.node.partitions[region.code] != nil),
                    ] as JSONValue
                })
        ])
    }
    .with(\.needsPurpose, false)

    private static let node = APIOperation(
        "show-node", .get, "/api/v1/node", .node, sv: "Hur mår noden och de andra noderna?",
        en: "How are this node and the others doing?",
        outcomes: [
            .init(
                .ok, "The node, its partitions and its peers.",
                .object([
                    .init("name", .text), .init("development", .boolean), .init("partitions", .list(.regionCode)),
                    .init(
                        "peers",
                        .list(
                            .object([
                                .init("name", .text), .init("regions", .list(.regionCode)), .init("version", .nullable(.text)),
                                .init("circuit", .words(PeerState.Circuit.self)),
                                .init("latency_ms", .nullable(.number)), .init("lastAnswer", .nullable(.moment)),
                            ]))),
                ]))
        ]
    ) { call in
        let terms = try call.terms()
        if let refusal = AdministrativeRights.refusal(of: .seeNode, for: terms.actor, purpose: terms.purpose, in: nil) {
            throw Problem(refusal)
        }
        return call.answer([
            "name": JSONValue(.string(call.node.name)), "development": JSONValue(call.node.isDevelopment),
            "partitions": JSONValue(call.node.partitions.keys.sorted().map(\.description)),
            "peers": JSONValue(
                call.node.peers().map { peer in
                    [
                        "name": JSONValue(.string(peer.name)), "regions": JSONValue(peer.regions.map(\.description)),
                        "version": JSONValue(peer.version), "circuit": JSONValue(.string(peer.circuit.rawValue)),
                        "latency_ms": JSONValue(peer.latency), "lastAnswer": JSONValue(peer.lastAnswer?.description),
                    ] as JSONValue
                }),
        ])
    }

    private static let batch = Schema.named(
        "PublicationBatch",
        .object([.init("number", .count), .init("closed", .moment), .init("people", .count), .init("callSets", .count)]))

    private static func json(_ batch: PublicationBatch) -> JSONValue {
        [
            "number": JSONValue(batch.number), "closed": JSONValue(.string(batch.closed.description)),
            "people": JSONValue(batch.people), "callSets": JSONValue(batch.callSets),
        ]
    }

    private static let batches = APIOperation(
        "list-batches", .get, "/api/v1/regions/{region}/batches", .node, sv: "Vad har publicerats till andra regioners frågor?",
        en: "What has been published to other regions' questions?",
        outcomes: [.init(.ok, "Oldest first.", .object([.init("batches", .list(batch))]))]
    ) { call in
        let (partition, _) = try call.partition(for: .publishBatch)
        return call.answer(["batches": JSONValue(try partition.records.publicationBatches().map(json))])
    }
    .with(\.parameters, [.path("region", .regionCode, "The region's code.")])
    .with(\.problems, [.notFound])

    private static let publish = APIOperation(
        "publish-batch", .post, "/api/v1/regions/{region}/batches", .node,
        sv: "Publicera det som har kommit sedan sist, allt på en gång.",
        en: "Publish what has come since the last time, all at once.",
        outcomes: [.init(.created, "The batch.", batch)]
    ) { call in
        let (partition, actor) = try call.partition(for: .publishBatch)
        guard let batch = try await PublishBatch(partition: partition, actor: actor.identity).run() else {
            throw Problem(
                .conflict, "too-few-waiting",
                LocalizedText(
                    sv: "Färre än \(PublishBatch.minimumPeople) personer väntar på att publiceras.",
                    en: "Fewer than \(PublishBatch.minimumPeople) people are waiting to be published."),
                remedy: LocalizedText(
                    sv: "Vänta på fler insändningar: så få kan pekas ut.",
                    en: "Wait for more submissions: so few could be singled out."))
        }
        return call.answer(json(batch), .created)
    }
    .with(\.parameters, [.path("region", .regionCode, "The region's code.")])
    .with(\.problems, [.notFound, .conflict])
}
