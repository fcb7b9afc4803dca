internal import AccessModel
internal import StructuredText

extension ProblemFacts {
    init(_ refusal: AccessCaseRefusal, _ language: Language) {
        let status =
            switch refusal.code {
            case .unknown: 404
            case .notOwnAccess, .ownDoing, .ownAccess: 403
            case .alreadyAsked, .taken, .notTaken, .answered: 409
            case .answerMissing, .tooLong: 400
            }
        self.init(
            status, ProblemCode.named(refusal.code.rawValue, after: "case"), refusal.message, remedy: refusal.remedy, language)
    }

    init(_ refusal: ObstacleRefusal, _ language: Language) {
        let status =
            switch refusal.code {
            case .noRegion, .unknown: 404
            case .wrongState: 409
            case .wordsMissing, .tooLong, .pointMissing, .pointTooLong, .namesPerson, .namesVariant: 400
            }
        self.init(
            status, ProblemCode.named(refusal.code.rawValue, after: "obstacle"), refusal.message, remedy: refusal.remedy, language
        )
    }
}
