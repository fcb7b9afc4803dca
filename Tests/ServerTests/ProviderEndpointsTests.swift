import Foundation
import Identification
import Server
import StructuredText
import Testing

struct ProviderEndpointsTests {
    @Test func `A provider's own document says where to sign in`() throws {
        let document: JSONValue = [
            "issuer": "https://idp.example/", "authorization_endpoint": "https://idp.example/a",
            "token_endpoint": "https://idp.example/t",
        ]
        let endpoints = try ProviderEndpoints.read(document, issuer: "https://idp.example/")
        #expect(endpoints.authorization == "https://idp.example/a" && endpoints.token == "https://idp.example/t")
        #expect(ProviderEndpoints.address(of: "https://idp.example/") == "https://idp.example/.well-known/openid-configuration")
        #expect(throws: ServerError.self) { try ProviderEndpoints.read(document, issuer: "https://other.example") }
    }

    @Test(
        arguments: [
            ["issuer": "i", "authorization_endpoint": "http://idp.example/a", "token_endpoint": "https://idp.example/t"],
            ["issuer": "i", "authorization_endpoint": "https://idp.example/a"], ["issuer": "i"],
        ] as [[String: String]])
    func `Endpoints that others could read along, or that are missing, are none`(_ members: [String: String]) {
        let document = JSONValue(members: members.map { ($0.key, JSONValue(.string($0.value))) })
        #expect(throws: ServerError.self) { try ProviderEndpoints.read(document, issuer: "i") }
    }

    @Test func `A client secret is read from a file that its owner alone may read`() throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("samsyn-secret-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        #expect(throws: ServerError.self) { try LoginSecret.read(path) }
        #expect(
            FileManager.default.createFile(atPath: path, contents: Data("s3cret\n".utf8), attributes: [.posixPermissions: 0o644]))
        #expect(throws: ServerError.self) { try LoginSecret.read(path) }
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        #expect(try LoginSecret.read(path) == "s3cret")
        try Data(" \n".utf8).write(to: URL(fileURLWithPath: path))
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        #expect(throws: ServerError.self) { try LoginSecret.read(path) }
    }

    @Test(arguments: [
        ("/api/v1/nothing", true), ("/api", true), ("/health", true), ("/beacon/x", true), ("/peer/v1/x", true), ("/ready", true),
        ("/openapi.json", true), ("/", false), ("/apis", false), ("/variant/x", false), ("/healthy", false),
    ])
    func `Addresses of programs are told apart from pages`(_ path: String, _ isForPrograms: Bool) {
        #expect(ProgramAddress.holds(path) == isForPrograms)
    }
}
