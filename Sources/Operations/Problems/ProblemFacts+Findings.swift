internal import ReportModel
internal import StructuredText

extension ProblemFacts {
    init(_ refusal: InterpretationRefusal, _ language: Language) {
        let status =
            switch refusal.code {
            case .mayNotPrepare, .mayNotSign, .samePerson: 403
            case .wrongState, .earlierThanLast, .noLaterVersion, .openVersion, .otherSubject: 409
            case .unconfirmedCriteria, .wordsMissing: 422
            }
        self.init(
            status, ProblemCode.named(refusal.code.rawValue, after: "interpretation"), refusal.message, remedy: refusal.remedy,
            language)
    }

    init(_ refusal: ConflictRefusal, _ language: Language) {
        let status =
            switch refusal.code {
            case .notAParty: 403
            case .wrongState, .earlierThanLast, .alreadyAParty, .nothingProposed, .agreedAlready: 409
            case .wordsMissing, .classMissing: 422
            }
        self.init(
            status, ProblemCode.named(refusal.code.rawValue, after: "conflict"), refusal.message, remedy: refusal.remedy, language
        )
    }
}
