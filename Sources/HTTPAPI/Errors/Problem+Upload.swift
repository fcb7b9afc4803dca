internal import HTTPTypes
internal import Hummingbird
package import Operations
package import StructuredText

extension Problem {
    package init(_ error: UploadError, _ language: Language) {
        let (status, code): (HTTPResponse.Status, String) =
            switch error.code {
            case .manifest: (.unprocessableContent, "manifest-faulty")
            case .unknown: (.notFound, "upload-unknown")
            case .unknownFile: (.notFound, "file-unknown")
            case .fileTooLarge: (.contentTooLarge, "file-too-large")
            case .tooManyUploads: (.tooManyRequests, "too-many-uploads")
            case .wrongOffset: (.conflict, "offset-wrong")
            case .tooLong: (.contentTooLarge, "file-too-long")
            case .busy: (.conflict, "upload-busy")
            case .incomplete: (.conflict, "upload-incomplete")
            case .system: (.serviceUnavailable, "upload-not-kept")
            }
        self.init(status, code, error.message.text(language), remedy: error.remedy.text(language))
        switch error.code {
        case .manifest(let faults):
            let listed = faults.prefix(100).map { fault in
                [
                    "path": JSONValue(.string(fault.path)), "message": JSONValue(.string(fault.message.text(language))),
                    "place": Problem.json(fault.place),
                ] as JSONValue
            }
            details = [("faults", JSONValue(listed))]
        case .wrongOffset(let expected): headers[.uploadOffset] = String(expected)
        case .incomplete(let names): details = [("missing", JSONValue(names))]
        case .unknown, .unknownFile, .fileTooLarge, .tooManyUploads, .tooLong, .busy, .system: break
        }
    }
}
