package import ReportModel
package import StructuredText

extension ProblemFacts {
    package init(_ error: ReportError, _ language: Language) {
        let (status, code): (Int, String) =
            switch error.code {
            case .unknown: (404, "unknown")
            case .notShown: (403, "not-shown")
            case .unknownCase: (404, "unknown-case")
            case .notInCase: (422, "not-in-case")
            case .unknownTemplate: (404, "unknown-template")
            case .notAgreed: (409, "not-agreed")
            case .unreadable: (422, "unreadable")
            case .text(let fault): (422, fault.word)
            case .unknownValue: (422, "unknown-value")
            case .noDocument: (404, "no-document")
            case .rendererMissing: (503, "renderer-missing")
            case .rendererFailed: (503, "renderer-failed")
            case .rendererLate: (503, "renderer-late")
            case .changedMeanwhile: (409, "changed-meanwhile")
            }
        self.init(status, "report-" + code, error.message, remedy: error.remedy, language)
        if status == 422 { details = [("pointer", JSONValue(.string(error.place)))] }
    }

    package init(_ error: ReportJSONError) {
        self.init(
            400, ProblemCode.named(error.code.rawValue, after: "report-content"),
            "The content is not as its form says: \(error.message)",
            remedy: error.remedy)
        details = [("place", ProblemFacts.json(error.place))]
    }

    package init(_ refusal: ReportRefusal, _ language: Language) {
        let status =
            switch refusal.code {
            case .mayNotPrepare, .mayNotSign, .samePerson: 403
            case .wrongState, .earlierThanLast, .noLaterVersion, .openVersion, .otherTemplate: 409
            case .incomplete, .wordsMissing: 422
            }
        self.init(status, "report-" + refusal.code.rawValue, refusal.message, remedy: refusal.remedy, language)
        guard !refusal.lacks.isEmpty else { return }
        details = [
            (
                "lacks",
                JSONValue(
                    refusal.lacks.map { lack in
                        [
                            "code": JSONValue(.string(lack.code.rawValue)), "place": JSONValue(.string(lack.place)),
                            "message": JSONValue(.string(lack.message.text(language))),
                            "remedy": JSONValue(.string(lack.remedy.text(language))),
                        ] as JSONValue
                    })
            )
        ]
    }

    package init(_ refusal: TemplateAgreement.Refusal, _ language: Language) {
        let status = refusal == .mayNotAgree || refusal == .samePerson ? 403 : 409
        self.init(status, "template-" + refusal.rawValue, refusal.message, remedy: refusal.remedy, language)
    }
}
