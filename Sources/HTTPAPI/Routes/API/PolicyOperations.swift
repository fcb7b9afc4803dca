internal import AccessModel
internal import ClinicalModel
internal import HTTPTypes
internal import Operations
internal import Records
internal import StructuredText

/// What leaves a region, decided by two: one proposes, another publishes.
enum PolicyOperations {
    static let all = [show, propose, publish]

    private static let region = Parameter.path("region", .regionCode, "The region's code.")

    /// As `json(PolicyVersion)` writes it.
    private static let version = Schema.named(
        "PolicyVersion",
        .object([
            .init("version", .count), .init("controller", .nullable(.organisation)), .init("validFrom", .day),
            .init("proposedBy", .text), .init("approvedBy", .text), .init("published", .moment), .init("sha256", .text),
            .init("inForce", .boolean),
            .init("text", .described("YAML, as it was agreed on.", .text(.init(lengths: 0...1_000_000)))),
        ]))

    private static func json(_ version: PolicyVersion, isInForce: Bool) -> JSONValue {
        [
            "version": JSONValue(version.version), "controller": JSONValue(version.controller?.text),
            "validFrom": JSONValue(.string(version.validFrom.description)), "proposedBy": JSONValue(.string(version.proposedBy)),
            "approvedBy": JSONValue(.string(version.approvedBy)), "published": JSONValue(.string(version.published.description)),
            "sha256": JSONValue(.string(version.sha256)), "inForce": JSONValue(isInForce),
            "text": JSONValue(.string(version.text)),
        ]
    }

    private static let show = APIOperation(
        "list-policies", .get, "/api/v1/regions/{region}/policies", .policies, sv: "Vad får lämna regionen?",
        en: "What may leave the region?",
        outcomes: [
            .init(.ok, "Every version that was published, the oldest first.", .object([.init("policies", .list(version))])),
            .init(.notModified, "The asker has them already."),
        ]
    ) { call in
        let partition = try call.partition()
        let today = call.node.now().date
        let versions = try partition.records.policies()
        let policies = versions.map { version in
            let latest = versions.last { $0.controller == version.controller && $0.validFrom <= today }
            return json(version, isInForce: latest?.version == version.version)
        }
        return call.taggedAnswer(["policies": JSONValue(policies)])
    }
    .with(\.parameters, [region])
    .with(\.problems, [.notFound])
    .with(\.needsPurpose, false)

    private static let outcome = Schema.object([
        .init("controller", .organisation), .init("version", .count), .init("validFrom", .nullable(.day)),
    ])

    private static func json(_ book: PolicyBook) -> JSONValue {
        [
            "controller": JSONValue(.string(book.controller.text)), "version": JSONValue(book.versions.last?.version ?? 0),
            "validFrom": JSONValue(book.versions.last?.validFrom?.description),
        ]
    }

    private static let propose = APIOperation(
        "propose-policy", .post, "/api/v1/regions/{region}/policies/proposals", .policies, sv: "Föreslå en policy.",
        en: "Propose a policy; another steward publishes it.",
        outcomes: [.init(.created, "What was proposed. It holds nowhere yet.", outcome)]
    ) { call in
        let (partition, actor) = try call.partition(for: .changePolicy)
        return call.answer(
            json(try await PublishPolicy(partition: partition, actor: actor).propose(call.text, file: "policy")), .created)
    }
    .with(\.parameters, [region])
    .with(\.body, .text("application/yaml"))
    .with(\.bodyLimit, 256 << 10)
    .with(\.problems, [.notFound, .conflict])

    private static let publish = APIOperation(
        "publish-policy", .post, "/api/v1/regions/{region}/policies/{controller}/publication", .policies,
        sv: "Publicera den policy som någon annan har föreslagit.", en: "Publish the policy that somebody else has proposed.",
        outcomes: [.init(.created, "The version that holds from its day.", outcome)]
    ) { call in
        let (partition, actor) = try call.partition(for: .changePolicy)
        guard let controller = call.parameter("controller").flatMap({ OrganisationCode($0) }) else {
            throw Problem(
                .notFound, "controller-unknown",
                LocalizedText(sv: "Det finns ingen sådan personuppgiftsansvarig.", en: "There is no such controller."),
                remedy: LocalizedText(sv: "Kontrollera koden.", en: "Check the code."))
        }
        return call.answer(json(try await PublishPolicy(partition: partition, actor: actor).publish(controller)), .created)
    }
    .with(\.parameters, [region, .path("controller", .organisation, "The controller's code.")])
    .with(\.problems, [.notFound, .conflict])
}
