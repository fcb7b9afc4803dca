internal import AccessModel
internal import Questions
package import StructuredText

extension ProblemFacts {
    package init(_ error: AnnotationError, _ language: Language) {
        switch error {
        case .tooLarge(let limit):
            self.init(
                413, "body-too-large",
                LocalizedText(sv: "Filen är större än noden tar emot.", en: "The file is larger than the node takes."),
                remedy: LocalizedText(
                    sv: "Skicka högst \(limit) byte, packade med bgzip.",
                    en: "Send at most \(limit) bytes, compressed (bgzip)."), language)
        case .full:
            self.init(
                503, "annotations-full",
                LocalizedText(
                    sv: "Noden arbetar redan med så många filer som den tar emot samtidigt.",
                    en: "The node is annotating as many files as it takes at once."),
                remedy: LocalizedText(
                    sv: "Skicka filen igen om en halv minut.", en: "Send the file again in half a minute."), language)
            retryAfter = 30
        case .file(let fault):
            self.init(
                fault.isTooLarge ? 413 : 422, ProblemCode.named(fault.code, after: "file"), fault.message, remedy: fault.remedy)
            if let line = fault.line { details.append(("line", JSONValue(line))) }
            if let field = fault.field { details.append(("field", JSONValue(.string(field)))) }
        case .refused(let regions):
            self.init(
                403, "all-regions-refused",
                LocalizedText(sv: "Alla regioner avböjde att svara.", en: "Every region refused to answer."),
                remedy: LocalizedText(
                    sv: "Vid varje region står varför.",
                    en: "POST /api/v1/decisions/explain says on what terms it would be answered."), language)
            details = [("regions", JSONValue(regions.map { $0.json(in: language) }))]
        }
    }

    package init(_ error: UploadError, _ language: Language) {
        let (status, code): (Int, String) =
            switch error.code {
            case .manifest: (422, "manifest-faulty")
            case .unknown: (404, "upload-unknown")
            case .unknownFile: (404, "file-unknown")
            case .fileTooLarge: (413, "file-too-large")
            case .tooManyUploads: (429, "too-many-uploads")
            case .wrongOffset: (409, "offset-wrong")
            case .tooLong: (413, "file-too-long")
            case .busy: (409, "upload-busy")
            case .incomplete: (409, "upload-incomplete")
            case .system: (503, "upload-not-kept")
            }
        self.init(status, code, error.message, remedy: error.remedy, language)
        switch error.code {
        case .manifest(let faults):
            let listed = faults.prefix(100).map { fault in
                [
                    "path": JSONValue(.string(fault.path)), "message": JSONValue(.string(fault.message.text(language))),
                    "place": ProblemFacts.json(fault.place),
                ] as JSONValue
            }
            details = [("faults", JSONValue(listed))]
        case .incomplete(let names): details = [("missing", JSONValue(names))]
        case .system: retryAfter = 60
        case .wrongOffset, .unknown, .unknownFile, .fileTooLarge, .tooManyUploads, .tooLong, .busy: break
        }
    }

    package init(_ error: EnquiryError, _ language: Language) {
        let (status, code): (Int, String) =
            switch error.code {
            case .unknown: (404, "unknown")
            case .purpose, .otherPurpose: (403, "purpose")
            case .notRegistrant: (403, "not-registrant")
            case .notSteward: (403, "not-steward")
            case .notAsked: (409, "not-asked")
            case .closed: (409, "closed")
            case .text(let fault): (422, fault.word)
            case .tooMany: (422, "too-many")
            case .wrongType: (422, "wrong-type")
            case .unknownValue: (422, "unknown-value")
            case .passedDeadline: (422, "passed-deadline")
            case .notACount: (422, "not-a-count")
            case .criteria(let fault): (422, ProblemCode.named(fault.code.rawValue, after: "criteria"))
            }
        self.init(status, "enquiry-" + code, error.message, remedy: error.remedy, language)
        // Of the other failures the place is the enquiry, which the asker named.
        if status == 422 { details = [("pointer", JSONValue(.string(error.place)))] }
        if case .criteria(let fault) = error.code { details.append(("place", ProblemFacts.json(fault.place))) }
    }

    package init(_ error: ReleaseError, _ language: Language) {
        let (status, code): (Int, String) =
            switch error.code {
            case .notHere: (404, "not-here")
            case .unknown: (404, "unknown")
            case .unknownRegion: (404, "unknown-region")
            case .notAllowed(let refusal): (403, "not-allowed-" + refusal.code.rawValue)
            case .notAsker: (403, "not-asker")
            case .state: (409, "state")
            case .differs: (409, "differs")
            case .question: (422, "question")
            case .text(let fault): (422, fault.word)
            case .unknownValue: (422, "unknown-value")
            case .tooManySteps: (422, "too-many-steps")
            }
        self.init(status, "release-" + code, error.message, remedy: error.remedy, language)
        if status == 422 { details = [("pointer", JSONValue(.string(error.place)))] }
    }
}
