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
        // Programs of other nodes read these: they are written in English alone.
        self.init(
            status, "signature-" + error.code.rawValue, LocalizedText(sv: error.message, en: error.message),
            remedy: LocalizedText(sv: error.remedy, en: error.remedy))
        if status == .unauthorized { headers[.wwwAuthenticate] = PeerQuestion.field }
    }

    init(_ error: PeerMessageError) {
        let status: HTTPResponse.Status =
            error.code == .version || error.code == .notUnderstood ? .unprocessableContent : .badRequest
        let title = "The question cannot be read: \(error.message)"
        self.init(
            status, "message-" + error.code.rawValue, LocalizedText(sv: title, en: title),
            remedy: LocalizedText(sv: error.remedy, en: error.remedy))
        details = [("place", JSONValue(.string(error.place)))]
    }
}
