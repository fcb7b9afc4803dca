internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import StructuredText

extension Response {
    static func beacon(_ json: JSONValue, _ status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status, headers: [.contentType: "application/json"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: json.compactBytes)))
    }
}
