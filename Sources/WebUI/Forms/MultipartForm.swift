internal import Foundation
internal import HTTPTypes
package import Hummingbird
internal import Identification
internal import NIOCore
internal import Operations
internal import StructuredText

/// A form with files (RFC 7578), with its token proved. The whole body is held in memory: it is for files of a moderate size; larger ones come
/// piece by piece.
package struct MultipartForm: Sendable {
    package struct File: Sendable {
        /// Of the field.
        package let name: String
        /// As the sender's computer calls it.
        package let fileName: String
        package let bytes: [UInt8]
    }

    /// The fields without files, the token left out.
    package let form: PageForm
    /// In the order sent; fields for which no file was chosen are left out.
    package let files: [File]

    /// Reads the body. Throws `PageDetour.signIn` where nobody is signed in, `.foreignForm` where the session's token is missing or another's,
    /// and `ProblemFacts` for what is no such form or too large.
    package static func read(_ request: Request, _ context: PageContext, limit: Int) async throws -> MultipartForm {
        let visitor = try context.signedIn()
        guard let boundary = boundary(of: request.headers[.contentType] ?? "") else {
            throw PageForm.fault(415, "content-type", context)
        }
        let buffer: ByteBuffer
        do {
            buffer = try await request.body.collect(upTo: limit)
        } catch is NIOTooManyBytesError {
            throw PageForm.fault(413, "body-too-large", context)
        }
        guard let parts = parts(of: Data(buffer.readableBytesView), boundary) else {
            throw PageForm.fault(400, "form-malformed", context)
        }
        var fields: [(name: String, value: String)] = []
        var files: [File] = []
        for part in parts {
            if let fileName = part.fileName {
                // A field in which no file was chosen comes without a name.
                if !fileName.isEmpty { files.append(File(name: part.name, fileName: fileName, bytes: part.bytes)) }
            } else {
                guard part.bytes.count <= PageForm.limit, !part.bytes.contains(0),
                    let value = String(validating: part.bytes, as: UTF8.self)
                else { throw PageForm.fault(400, "form-malformed", context) }
                fields.append((part.name, value))
            }
        }
        let tokens = fields.filter { $0.name == PageForm.tokenName }
        guard tokens.count == 1, visitor.session.formToken.matches(tokens[0].value) else { throw PageDetour.foreignForm }
        return MultipartForm(form: PageForm(fields: fields), files: files)
    }

    /// Nil where the type is another, or the boundary is none (RFC 2046 section 5.1.1).
    static func boundary(of type: String) -> String? {
        let parts = type.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
        guard parts.first?.lowercased() == "multipart/form-data" else { return nil }
        for part in parts.dropFirst() where part.lowercased().hasPrefix("boundary=") {
            let written = part.dropFirst("boundary=".count).trimmingCharacters(in: CharacterSet(charactersIn: "\""))
            return (1...70).contains(written.utf8.count) && written.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
                ? written : nil
        }
        return nil
    }

    struct Part {
        let name: String
        /// Nil for a field without a file.
        let fileName: String?
        let bytes: [UInt8]
    }

    private static let partLimit = 1200
    private static let headLimit = 8 << 10

    /// Nil for a body that is not made so.
    static func parts(of body: Data, _ boundary: String) -> [Part]? {
        let delimiter = Data("\r\n--\(boundary)".utf8)
        guard body.starts(with: delimiter.dropFirst(2)) else { return nil }
        var parts: [Part] = []
        var place = body.startIndex + delimiter.count - 2
        while true {
            if body[place...].starts(with: "--".utf8) { return parts }
            guard parts.count < partLimit, body[place...].starts(with: "\r\n".utf8) else { return nil }
            place += 2
            let headEnd = body.range(of: Data("\r\n\r\n".utf8), in: place..<min(body.endIndex, place + headLimit))
            guard let headEnd, let head = String(validating: body[place..<headEnd.lowerBound], as: UTF8.self),
                let (name, fileName) = disposition(head),
                let end = body.range(of: delimiter, in: headEnd.upperBound..<body.endIndex)
            else { return nil }
            parts.append(Part(name: name, fileName: fileName, bytes: Array(body[headEnd.upperBound..<end.lowerBound])))
            place = end.upperBound
        }
    }

    /// `Content-Disposition: form-data; name="files"; filename="calls.vcf.gz"`, in which browsers write `"` and line ends as escapes.
    private static func disposition(_ head: String) -> (name: String, fileName: String?)? {
        for line in head.components(separatedBy: "\r\n") where line.lowercased().hasPrefix("content-disposition:") {
            guard line.lowercased().contains("form-data"), let name = parameter("name", of: line) else { return nil }
            return (name, parameter("filename", of: line))
        }
        return nil
    }

    private static func parameter(_ name: String, of line: String) -> String? {
        for opening in ["; \(name)=\"", ";\(name)=\""] {
            guard let start = line.firstRange(of: opening)?.upperBound,
                let end = line[start...].firstIndex(of: "\"")
            else { continue }
            return String(line[start..<end]).replacing("%22", with: "\"").replacing("%0D", with: "\r").replacing(
                "%0A", with: "\n")
        }
        return nil
    }
}
