import Foundation
import HTTPAPI
import Hummingbird
import HummingbirdTesting
import StructuredText
import Testing

@Suite("A call file that is sent to be annotated", .serialized)
struct APIAnnotationTests {
    private static let file = Array(
        """
        ##fileformat=VCFv4.3
        ##contig=<ID=1,length=248956422>
        #CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO
        1\t1000000\t.\tA\tG\t.\t.\tX=1

        """.utf8)
    static let bytes = ["Content-Type": "application/octet-stream"]
    static let own = "own-provider-comparison"

    /// Folders of files that are being annotated.
    private static func folders() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: FileManager.default.temporaryDirectory.path)
            .filter { $0.hasPrefix("samsyn-annotation-") }
    }

    @Test("It comes back compressed with counts, says how each region answered, and leaves nothing on the disk")
    func annotated() async throws {
        let node = try await APINode()
        let before = try Self.folders()
        try await node.application().test(.router) { client in
            let answer = try await client.ask(
                .post, "/api/v1/annotations", as: APINode.laboratory, purpose: Self.own, bytes: Self.file, Self.bytes)
            #expect(answer.status == 200)
            #expect(answer.headers[.contentType] == "application/gzip")
            #expect(answer.headers[try #require(.init("Samsyn-Regions"))] == "{\"24\":\"answered\"}")
            let packed = node.folder.appendingPathComponent("answer.vcf.gz")
            try Data(answer.bytes).write(to: packed)
            let text = try unpacked(packed)
            #expect(text.contains("##samsyn_region=<ID=24,State=answered>"))
            #expect(text.contains("1\t1000000\t.\tA\tG\t.\t.\tX=1;SAMSYN_AC=0"))
        }
        #expect(try Self.folders() == before)
    }

    @Test("A file that is none is refused with the line and the remedy, and leaves nothing")
    func faulty() async throws {
        let node = try await APINode()
        let before = try Self.folders()
        try await node.application().test(.router) { client in
            for (bytes, code) in [(Array("nothing\n".utf8), "file-not-vcf"), ([UInt8](), "file-empty")] {
                let answer = try await client.ask(
                    .post, "/api/v1/annotations", as: APINode.laboratory, purpose: Self.own, bytes: bytes, Self.bytes)
                #expect((answer.status, answer.problem) == (422, code))
                #expect(Schema.problem.fault(in: try answer.json) == nil)
            }
            let type = try await client.ask(
                .post, "/api/v1/annotations", as: APINode.laboratory, purpose: Self.own, bytes: Self.file,
                ["Content-Type": "application/zip"])
            #expect((type.status, type.problem) == (415, "content-type"))
        }
        #expect(try Self.folders() == before)
    }

    @Test("Where every region refuses there is no file, but each one's reason")
    func refused() async throws {
        let node = try await APINode()
        let before = try Self.folders()
        try await node.application().test(.router) { client in
            let answer = try await client.ask(
                .post, "/api/v1/annotations", as: "genetiker-skane", purpose: "another-patients-care", bytes: Self.file,
                Self.bytes)
            #expect((answer.status, answer.problem) == (403, "all-regions-refused"))
            let regions = try answer.json["regions"]?.array ?? []
            #expect(regions.map { $0["region"]?.string } == ["24"])
            #expect(regions.allSatisfy { $0["reason"]?.string?.isEmpty == false })
        }
        #expect(try Self.folders() == before)
    }

    /// By another program than the one that packed it.
    private func unpacked(_ file: URL) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["gzip", "-dc", file.path]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return String(decoding: data, as: UTF8.self)
    }
}
