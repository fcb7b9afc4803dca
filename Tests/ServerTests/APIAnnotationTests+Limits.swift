import Foundation
import HTTPAPI
import Hummingbird
import HummingbirdTesting
import Operations
import StructuredText
import Testing

/// Beside the others in their suite: they look at the same temporary directory, one after another.
extension APIAnnotationTests {
    /// A call file of so many bytes at least.
    private static func calls(_ bytes: Int) -> [UInt8] {
        var text = Array("##fileformat=VCFv4.3\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n".utf8)
        let line = Array("1\t1000000\t.\tA\tG\t.\t.\t\(String(repeating: "X", count: 100))\n".utf8)
        while text.count < bytes { text += line }
        return text
    }

    @Test("An uploaded call file that is larger is refused, whether it says how long it is or not")
    func annotation() async throws {
        try await APINode(uploadLimit: 1024).application().test(.router) { client in
            let answer = try await client.ask(
                .post, "/api/v1/annotations", as: APINode.laboratory, purpose: Self.own, bytes: Self.calls(2000), Self.bytes)
            #expect((answer.status, answer.problem) == (413, "body-too-large"))
            #expect(try answer.json["detail"]?.string?.contains("at most 1024 bytes") == true)
        }
    }

    @Test("A file that is small on the way and too large when it is unpacked is refused before it has been read to its end")
    func bomb() async throws {
        let node = try await APINode(uploadLimit: 64 << 10)
        let packed = node.folder.appendingPathComponent("calls.vcf")
        // 16 times 64 KiB is 1 MiB: twice as much comes out of it.
        try Data(Self.calls(2 << 20)).write(to: packed)
        let gzip = Process()
        gzip.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        gzip.arguments = ["gzip", packed.path]
        try gzip.run()
        gzip.waitUntilExit()
        let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: packed.path + ".gz")))
        try #require(bytes.count < 64 << 10)
        try await node.application().test(.router) { client in
            let answer = try await client.ask(
                .post, "/api/v1/annotations", as: APINode.laboratory, purpose: Self.own, bytes: bytes, Self.bytes)
            #expect((answer.status, answer.problem) == (413, "file-expands-too-much"))
            #expect(try answer.json["detail"]?.string?.contains("send it in parts") == true)
        }
        try await APINode(uploadLimit: 1 << 20).application().test(.router) { client in
            let answer = try await client.ask(
                .post, "/api/v1/annotations", as: APINode.laboratory, purpose: Self.own, bytes: bytes, Self.bytes)
            #expect(answer.status == 200)
        }
    }

    @Test("As many files are annotated at the same time as the node takes, and a place that was had is free again")
    func parallel() async throws {
        let desk = AnnotationDesk(places: 1)
        let node = try await APINode(annotations: desk)
        try await node.application().test(.router) { client in
            func annotate(_ bytes: [UInt8]) async throws -> APIAnswer {
                try await client.ask(
                    .post, "/api/v1/annotations", as: APINode.laboratory, purpose: Self.own, bytes: bytes, Self.bytes)
            }
            var other: AnnotationUpload? = try desk.begin(atMost: 10)
            let full = try await annotate(Self.calls(100))
            #expect((full.status, full.problem) == (503, "annotations-full"))
            #expect(full.headers[.retryAfter] == "30")
            #expect(Schema.problem.fault(in: try full.json) == nil)
            withExtendedLifetime(other) {}
            other = nil
            #expect(try await annotate(Self.calls(100)).status == 200)
            // One that failed has given its place back too.
            #expect(try await annotate(Array("nothing\n".utf8)).status == 422)
            #expect(try await annotate(Self.calls(100)).status == 200)
        }
    }
}
