internal import HTTPTypes
package import Operations
internal import Questions
package import StructuredText

extension Problem {
    package init(_ error: EnquiryError, _ language: Language) {
        let (status, code): (HTTPResponse.Status, String) =
            switch error.code {
            case .unknown: (.notFound, "unknown")
            case .purpose: (.forbidden, "purpose")
            case .notRegistrant: (.forbidden, "not-registrant")
            case .notSteward: (.forbidden, "not-steward")
            case .notAsked: (.conflict, "not-asked")
            case .closed: (.conflict, "closed")
            case .missing: (.unprocessableContent, "missing")
            case .tooLong: (.unprocessableContent, "too-long")
            case .wrongType: (.unprocessableContent, "wrong-type")
            case .unknownValue: (.unprocessableContent, "unknown-value")
            case .identityNumber: (.unprocessableContent, "identity-number")
            case .passedDeadline: (.unprocessableContent, "passed-deadline")
            case .notACount: (.unprocessableContent, "not-a-count")
            case .criteria(let fault): (.unprocessableContent, "criteria-" + Problem.named(fault.code.rawValue))
            }
        self.init(status, "enquiry-" + code, error.message.text(language), remedy: error.remedy.text(language))
        // Of the other failures the place is the enquiry, which the asker named.
        if status == .unprocessableContent { details = [("pointer", JSONValue(.string(error.place)))] }
        if case .criteria(let fault) = error.code { details.append(("place", Problem.json(fault.place))) }
    }
}
