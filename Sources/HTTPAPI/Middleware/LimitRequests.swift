internal import HTTPTypes
package import Hummingbird
internal import StructuredText

/// Refuses requests that are too large in their head, that hide where they go, or that come packed.
package struct LimitRequests: RouterMiddleware {
    package typealias Context = APIContext

    let limits: RequestLimits

    package init(limits: RequestLimits) { self.limits = limits }

    package func handle(
        _ request: Request, context: APIContext, next: (Request, APIContext) async throws -> Response
    ) async throws -> Response {
        let address = request.head.path ?? ""
        guard address.utf8.count <= limits.addressBytes else {
            throw Problem(
                HTTPResponse.Status(code: 414, reasonPhrase: "URI Too Long"), "address-too-long",
                LocalizedText(sv: "Adressen är för lång.", en: "The address is too long."),
                remedy: LocalizedText(sv: "Skicka det som är långt i begärans kropp.", en: "Send what is long in a body."))
        }
        let size = request.headers.reduce(0) { $0 + $1.name.rawName.utf8.count + $1.value.utf8.count }
        guard size <= limits.headerBytes else {
            throw Problem(
                HTTPResponse.Status(code: 431, reasonPhrase: "Request Header Fields Too Large"), "headers-too-large",
                LocalizedText(sv: "Begärans huvud är för stort.", en: "The header fields are too large."),
                remedy: LocalizedText(
                    sv: "Skicka högst \(limits.headerBytes) byte.", en: "Send at most \(limits.headerBytes) bytes of them."))
        }
        guard !LimitRequests.isTrick(address) else {
            throw Problem(
                .badRequest, "path-refused",
                LocalizedText(
                    sv: "Adressen innehåller sådant som kan leda någon annanstans.",
                    en: "The path holds what could lead elsewhere."),
                remedy: LocalizedText(
                    sv: "Utelämna punktsegment, tomma segment, omvända snedstreck samt kodade snedstreck och styrtecken.",
                    en: "Leave out dot segments, empty segments, backslashes, and escaped slashes and control characters."))
        }
        // A packed body could unpack to anything; nothing that is sent here needs to be packed on the way.
        if let encoding = request.headers[.contentEncoding], encoding.lowercased() != "identity" {
            var problem = Problem(
                .unsupportedMediaType, "content-encoding",
                LocalizedText(sv: "Packat innehåll tas inte emot.", en: "A body with a content encoding is not taken."),
                remedy: LocalizedText(
                    sv: "Skicka innehållet som det är, utan Content-Encoding.",
                    en: "Send the body as it is, without Content-Encoding."))
            problem.headers[.acceptEncoding] = "identity"
            throw problem
        }
        return try await next(request, context)
    }

    /// Dot segments, escaped or not; escaped slashes, backslashes and control characters; empty segments.
    static func isTrick(_ address: String) -> Bool {
        if isPlain(address) { return false }
        let path = address.prefix { $0 != "?" }.lowercased()
        guard path.hasPrefix("/"), !path.contains("//"), !path.contains("\\"), !path.contains("#") else { return true }
        if path.utf8.contains(where: { $0 < 0x21 || $0 == 0x7F }) { return true }
        if path.contains("%2f") || path.contains("%5c") || path.contains("%7f") || path.contains("%0") || path.contains("%1") {
            return true
        }
        return path.split(separator: "/").contains { segment in
            let plain = segment.replacing("%2e", with: ".")
            return plain == "." || plain == ".."
        }
    }

    /// Nearly every address: segments of letters, digits, hyphens and underscores, none of them empty but the last.
    private static func isPlain(_ address: String) -> Bool {
        var last: UInt8 = 0
        for byte in address.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
                guard last != 0 else { return false }
            case UInt8(ascii: "/"): guard last != UInt8(ascii: "/") else { return false }
            case UInt8(ascii: "?"): return last != 0
            default: return false
            }
            last = byte
        }
        return last != 0
    }
}
