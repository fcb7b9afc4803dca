internal import ClinicalModel
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import Operations
internal import Records
internal import StructuredText

/// What anybody may ask without a token: whether the node is alive and ready, and how it is spoken to.
enum OpenOperations {
    static let health = open(
        "show-health", "/health", sv: "Lever noden?", en: "Is the node alive?",
        [.init(.ok, "It is.", .object([.init("status", .words(["alive"]))]))]
    ) { call in call.answer(["status": "alive"]) }

    private static let readiness = Schema.named(
        "Readiness",
        .object([
            .init("ready", .boolean),
            .init("checks", .list(.object([.init("name", .text), .init("ready", .boolean)]))),
        ]))

    static let ready = open(
        "show-readiness", "/ready", sv: "Kan noden svara?", en: "Can the node answer?",
        [.init(.ok, "All checks hold.", readiness), .init(.serviceUnavailable, "Some do not.", readiness)]
    ) { call in
        var checks: [(name: String, isReady: Bool)] = []
        for (region, partition) in call.node.partitions.sorted(by: { $0.key < $1.key }) {
            checks.append(("partition \(region)", (try? partition.records.release()) != nil))
            let isReadable = (try? partition.ledger.anchor(time: call.node.now())) != nil
            checks.append(
                ("ledger \(region)", isReadable && FileManager.default.isWritableFile(atPath: partition.layout.audit)))
        }
        checks.append(("regions", !call.node.regions.isEmpty))
        let isReady = checks.allSatisfy(\.isReady)
        return call.answer(
            [
                "ready": JSONValue(isReady),
                "checks": JSONValue(
                    checks.map { ["name": JSONValue(.string($0.name)), "ready": JSONValue($0.isReady)] as JSONValue }),
            ], isReady ? .ok : .serviceUnavailable)
    }

    static let all = [health, ready, description]

    private static let description = open(
        "show-description", "/openapi.json", sv: "Hur talar man med noden?", en: "How is the node spoken to?",
        [.init(.ok, "This description.", .object([], isOpen: true)), .init(.notModified, "The asker has it already.")]
    ) { call in
        var response = call.taggedAnswer(APIOperations.document)
        response.headers[.cacheControl] = "public, max-age=300"
        return response
    }

    private static func open(
        _ id: String, _ path: String, sv: String, en: String, _ outcomes: [APIOperation.Outcome],
        _ handle: @escaping @Sendable (Call) async throws -> Response
    ) -> APIOperation {
        APIOperation(id, .get, path, .node, sv: sv, en: en, outcomes: outcomes, handle: handle)
            .with(\.isOpen, true).with(\.needsPurpose, false)
    }
}
