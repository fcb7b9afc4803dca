package import HTTPTypes
package import Hummingbird
internal import NIOCore
internal import Records
package import StructuredText

extension Call {
    /// A JSON answer that nobody may keep.
    package func answer(_ json: JSONValue, _ status: HTTPResponse.Status = .ok, headers: HTTPFields = [:]) -> Response {
        var fields = headers
        fields[.contentType] = "application/json"
        fields[.cacheControl] = fields[.cacheControl] ?? "no-store"
        return Response(status: status, headers: fields, body: ResponseBody(byteBuffer: ByteBuffer(bytes: json.compactBytes)))
    }

    /// A JSON answer that the asker may keep and ask after again: with an entity tag of `identity` (the answer itself where it is nil),
    /// and without a body where the asker has it already.
    package func taggedAnswer(_ json: JSONValue, identity: JSONValue? = nil) -> Response {
        let digest = ContentDigest.of((identity ?? json).canonicalText).prefix(32)
        let tag = "\"\(digest)\""
        var fields: HTTPFields = [.eTag: tag, .cacheControl: "private, no-cache"]
        fields[.vary] = "Authorization, Accept-Language, Samsyn-Purpose, Samsyn-Scope"
        if matches(.ifNoneMatch, tag) == true { return Response(status: .notModified, headers: fields) }
        return answer(json, headers: fields)
    }

    /// Whether a condition names the tag; nil where there is no such condition.
    package func matches(_ condition: HTTPField.Name, _ tag: String) -> Bool? {
        let values = request.headers[values: condition]
        guard !values.isEmpty else { return nil }
        for value in values {
            for written in value.split(separator: ",") {
                let named = written.trimming(" ")
                if named == "*" || named == tag || named == "W/\(tag)" { return true }
            }
        }
        return false
    }

    package func empty(_ status: HTTPResponse.Status = .noContent, headers: HTTPFields = [:]) -> Response {
        Response(status: status, headers: headers)
    }
}
