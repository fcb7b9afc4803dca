import Foundation
import HTTPAPI
import Hummingbird
import HummingbirdTesting
import StructuredText
import TestSupport
import Testing

@Suite("The description of the API")
struct APIDescriptionTests {
    @Test("Every operation has a name of its own, and every pattern of a schema compiles")
    func names() throws {
        let identifiers = APIOperations.all.map(\.id)
        #expect(Set(identifiers).count == identifiers.count)
        #expect(Set(APIOperations.all.map { "\($0.method) \($0.path)" }).count == identifiers.count)
        for text in APIOperations.document.texts(named: "pattern") { #expect(throws: Never.self) { _ = try Regex(text) } }
    }

    @Test("Every reference leads somewhere")
    func references() throws {
        let document = APIOperations.document
        let references = document.texts(named: "$ref")
        #expect(references.count > 20)
        for reference in references {
            let target = reference.split(separator: "/").dropFirst().reduce(Optional(document)) { $0?[String($1)] }
            #expect(target != nil, "\(reference)")
        }
    }

    @Test("The description is given to anybody, and again only where it has changed")
    func served() async throws {
        let node = try await APINode()
        try await node.application().test(.router) { client in
            let first = try await client.ask(.get, "/openapi.json", as: nil, purpose: nil)
            #expect(try first.json["openapi"]?.string == "3.1.0")
            let tag = try #require(first.headers[.eTag])
            #expect(try await client.ask(.get, "/openapi.json", as: nil, purpose: nil, ["If-None-Match": tag]).status == 304)
        }
    }

    @Test("500 random requests from the description, 10,000 in a soak, find no 5xx and nothing undescribed (schemathesis)")
    func random() async throws {
        let tool = APINode.root.appendingPathComponent(".build/python/bin/schemathesis").path
        guard FileManager.default.isExecutableFile(atPath: tool) else {
            print("schemathesis is not there (scripts/test-python makes it): random requests are skipped")
            return
        }
        let node = try await APINode()
        try await node.application().test(.live) { client in
            let port = try #require(client.port)
            let process = Process()
            process.executableURL = APINode.root.appendingPathComponent("scripts/test-api-fuzz")
            process.arguments = ["http://localhost:\(port)", APINode.steward, Soak.isOn ? "10000" : "500"]
            let output = node.folder.appendingPathComponent("fuzz.txt")
            #expect(FileManager.default.createFile(atPath: output.path, contents: nil))
            let handle = try FileHandle(forWritingTo: output)
            process.standardOutput = handle
            process.standardError = handle
            await withCheckedContinuation { (done: CheckedContinuation<Void, Never>) in
                process.terminationHandler = { _ in done.resume() }
                do { try process.run() } catch { done.resume() }
            }
            let text = try String(contentsOf: output, encoding: .utf8)
            #expect(process.terminationStatus == 0, "\(text.suffix(6000))")
        }
    }
}

extension JSONValue {
    /// Every text that stands under a member of this name.
    fileprivate func texts(named name: String) -> [String] {
        switch content {
        case .array(let values): values.flatMap { $0.texts(named: name) }
        case .object(let members):
            members.flatMap { ($0.name == name ? [$0.value.string].compactMap(\.self) : []) + $0.value.texts(named: name) }
        case .null, .bool, .number, .string: []
        }
    }
}
