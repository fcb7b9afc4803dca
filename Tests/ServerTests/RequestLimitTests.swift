import HTTPAPI
import Hummingbird
import HummingbirdTesting
import StructuredText
import Testing

@Suite("What a node's operator lets one request be")
struct RequestLimitTests {
    private static func limits(body: Int = 1024) -> RequestLimits {
        var limits = RequestLimits()
        limits.bodyBytes = body
        return limits
    }

    @Test(
        "A body that is larger than the node takes is refused, also where the operation would take it, and the remedy has the limit"
    )
    func body() async throws {
        let node = try await APINode()
        let question: JSONValue = ["question": JSONValue(.string(String(repeating: "a", count: 2000)))]
        try await node.application(Self.limits()).test(.router) { client in
            let answer = try await client.ask(.post, "/api/v1/cohorts/count", json: question)
            #expect((answer.status, answer.problem) == (413, "body-too-large"))
            #expect(try answer.json["detail"]?.string == "Send at most 1024 bytes.")
        }
        let manifest = try node.submission("large").manifest
        let size = manifest.canonicalText.utf8.count
        try await node.application(Self.limits(body: size - 1)).test(.router) { client in
            let answer = try await client.ask(
                .post, "/api/v1/regions/24/submissions", as: APINode.laboratory, json: manifest)
            #expect((answer.status, answer.problem) == (413, "body-too-large"))
            #expect(try answer.json["detail"]?.string == "Send at most \(size - 1) bytes.")
        }
    }

    @Test("A Beacon's body too, in the Beacon's own form")
    func beacon() async throws {
        let node = try BeaconNode(["24": .count(5)], limits: Self.limits())
        try await node.run { client in
            let small = #"{"meta": {"apiVersion": "v2.0"}, "query": {"requestedGranularity": "count"}}"#
            #expect(try await client.post("/beacon/individuals", small).status == 200)
            let answer = try await client.post("/beacon/individuals", small + String(repeating: " ", count: 1024))
            #expect(answer.status == 413)
            #expect(answer.json["error"]?["errorCode"]?.integer == 413)
            #expect(answer.json["error"]?["errorMessage"]?.string?.contains("at most 1024 bytes") == true)
        }
    }

    @Test("A submission whose files are larger than the node takes is refused with its manifest")
    func submission() async throws {
        let (manifest, vcf) = try await APINode().submission("large")
        try await APINode(uploadLimit: vcf.count - 1).application().test(.router) { client in
            let answer = try await client.ask(
                .post, "/api/v1/regions/24/submissions", as: APINode.laboratory, json: manifest)
            #expect((answer.status, answer.problem) == (413, "file-too-large"))
            #expect(try answer.json["detail"]?.string?.contains("\(vcf.count - 1) bytes") == true)
        }
        try await APINode(uploadLimit: vcf.count).application().test(.router) { client in
            let answer = try await client.ask(
                .post, "/api/v1/regions/24/submissions", as: APINode.laboratory, json: manifest)
            #expect(answer.status == 201)
        }
    }

    @Test("A node is told of its limits by its configuration", .timeLimit(.minutes(1)))
    func configured() async throws {
        try await WholeNode.run(["limits: {body-mib: 1, upload-mib: 2, annotations: 1}"]) { node in
            let token = try node.token()
            let port = node.port
            func refused(_ path: String, _ type: String, _ length: Int) async throws -> RawAnswer {
                let head =
                    "POST \(path) HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: \(type)\r\nSamsyn-Purpose: own-provider-comparison\r\n"
                    + "Authorization: Bearer \(token)\r\nContent-Length: \(length)\r\n\r\n"
                return try await onThread {
                    let connection = try RawConnection(port: port)
                    defer { connection.close() }
                    connection.send(head)
                    return connection.answer(seconds: 10)
                }
            }
            let manifest = try await refused("/api/v1/regions/24/submissions", "application/json", 1 << 20 | 1)
            #expect((manifest.status, manifest.problem) == (413, "body-too-large"))
            #expect(manifest.body.contains("at most 1048576 bytes"))
            let file = try await refused("/api/v1/annotations", "application/octet-stream", 2 << 20 | 1)
            #expect((file.status, file.problem) == (413, "body-too-large"))
            #expect(file.body.contains("at most 2097152 bytes"))
        }
    }
}
