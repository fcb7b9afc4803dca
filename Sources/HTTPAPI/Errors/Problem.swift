package import HTTPTypes
package import Hummingbird
package import StructuredText

/// What went wrong with a request, as RFC 9457 writes it.
package struct Problem: Error, HTTPResponseError, Sendable {
    package let status: HTTPResponse.Status
    /// Stable, for programs: `purpose-missing`. The type of the problem is `urn:samsyn:problem:<code>`.
    package let code: String
    package let title: LocalizedText
    /// What to do about it.
    package let remedy: LocalizedText
    /// Further members, such as `place` or `reasons`.
    package var details: [(String, JSONValue)] = []
    package var headers: HTTPFields = [:]

    package init(_ status: HTTPResponse.Status, _ code: String, _ title: LocalizedText, remedy: LocalizedText) {
        self.status = status
        self.code = code
        self.title = title
        self.remedy = remedy
    }

    package func json(in language: Language) -> JSONValue {
        JSONValue(
            members: [
                ("type", JSONValue(.string("urn:samsyn:problem:" + code))), ("title", JSONValue(.string(title.text(language)))),
                ("status", JSONValue(.number(String(status.code)))), ("detail", JSONValue(.string(remedy.text(language)))),
            ] + details.map { ($0.0, Optional($0.1)) })
    }

    package func response(from request: Request, context: some RequestContext) throws -> Response {
        var fields = headers
        fields[.contentType] = "application/problem+json"
        fields[.contentLanguage] = request.language.rawValue
        return Response(
            status: status, headers: fields,
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: json(in: request.language).compactBytes)))
    }
}

extension Request {
    /// In which people are to read what a program is told: as `Accept-Language` has it, else English.
    var language: Language { Language(accepted: headers[.acceptLanguage] ?? "") ?? .en }
}
