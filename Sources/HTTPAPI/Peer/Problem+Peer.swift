internal import HTTPTypes
internal import Identification
internal import Interchange
internal import StructuredText

extension Problem {
    /// 401 where it is not known who asks, 403 where it is and must not be.
    init(_ error: PeerSignatureError) {
        let status: HTTPResponse.Status =
            switch error.code {
            case .missing, .malformed, .algorithm, .unknownPeer, .signature: .unauthorized
            case .audience, .method, .path, .digest, .notYetValid, .stale, .window, .beforeStart, .replayed, .memoryFull:
                .forbidden
            }
        self.init(status, "signature-" + error.code.rawValue, error.message, remedy: error.remedy)
        if status == .unauthorized { headers[.wwwAuthenticate] = PeerQuestion.field }
    }

    init(_ error: PeerMessageError) {
        let status: HTTPResponse.Status =
            error.code == .version || error.code == .notUnderstood ? .unprocessableContent : .badRequest
        self.init(status, "message-" + error.code.rawValue, "The question cannot be read: \(error.message)", remedy: error.remedy)
        details = [("place", JSONValue(.string(error.place)))]
    }
}
