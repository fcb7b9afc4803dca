import AccessModel
import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import StructuredText
import Testing
import WebUI

/// An answer as a test looks at it.
struct PageAnswer: Sendable {
    let status: Int
    let headers: HTTPFields
    let text: String

    var location: String? { headers[.location] }
    var json: JSONValue { get throws { try JSONReader.read(Array(text.utf8)) } }

    /// The code of the problem that it is.
    var problem: String? {
        guard let type = (try? json)?["type"]?.string else { return nil }
        return String(type.dropFirst("urn:samsyn:problem:".count))
    }

    /// What stands between the first of these and the next of those.
    func part(after start: String, before end: String) -> String? {
        guard let from = text.firstRange(of: start)?.upperBound, let to = text[from...].firstRange(of: end)?.lowerBound else {
            return nil
        }
        return String(text[from..<to])
    }

    /// The token of the page's forms.
    var token: String? { part(after: "name=\"_csrf\" value=\"", before: "\"") }
}

/// A browser of one person: keeps cookies as they are set, and follows nothing by itself.
final class TestBrowser {
    let client: any TestClientProtocol
    private(set) var cookies: [String: String] = [:]

    init(_ client: any TestClientProtocol) { self.client = client }

    func get(_ path: String, accept: String? = nil, _ headers: [String: String] = [:]) async throws -> PageAnswer {
        try await send(.get, path, accept.map { headers.merging(["Accept": $0]) { $1 } } ?? headers, nil)
    }

    /// A form with these fields; the token of the session is added where `token` is given.
    func post(
        _ path: String, _ fields: [(String, String)], token: String?, _ headers: [String: String] = [:]
    ) async throws -> PageAnswer {
        let all = fields + (token.map { [("_csrf", $0)] } ?? [])
        let body = all.map { SiteURL.escaped($0.0) + "=" + SiteURL.escaped($0.1) }.joined(separator: "&")
        return try await send(
            .post, path, ["Content-Type": "application/x-www-form-urlencoded"].merging(headers) { $1 }, body)
    }

    func send(
        _ method: HTTPRequest.Method, _ path: String, _ headers: [String: String], _ body: String?
    ) async throws -> PageAnswer {
        var fields: HTTPFields = [:]
        for (name, value) in headers { fields[try #require(HTTPField.Name(name))] = value }
        if !cookies.isEmpty { fields[.cookie] = cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; ") }
        let answer = try await client.execute(
            uri: path, method: method, headers: fields, body: body.map { ByteBuffer(string: $0) }
        ) { response in
            PageAnswer(
                status: Int(response.status.code), headers: response.headers, text: String(buffer: response.body))
        }
        for line in answer.headers[values: .setCookie] {
            let pair = line.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            if pair.count == 2, !pair[1].isEmpty {
                cookies[String(pair[0])] = String(pair[1])
            } else {
                cookies[String(pair[0])] = nil
            }
        }
        return answer
    }

    /// The cookie is what it is, whoever set it.
    func plant(_ name: String, _ value: String?) { cookies[name] = value }

    /// Goes the whole way through the development issuer; returns where it ends.
    @discardableResult
    func signIn(as persona: String, _ purpose: Purpose, next: String? = nil) async throws -> PageAnswer {
        let begun = try await get(SiteURL.beginLogin(provider: "development", next: next).path)
        let query = try #require(begun.location.flatMap { $0.firstIndex(of: "?").map($0.suffix(from:)) }).dropFirst()
        let fields = try #require(FormText.fields(query)) + [("choice", "\(persona) \(purpose.rawValue)")]
        let chosen = try await post(SiteURL.developmentAuthorization.path, fields.map { ($0.0, $0.1) }, token: nil)
        return try await get(try #require(chosen.location))
    }
}
