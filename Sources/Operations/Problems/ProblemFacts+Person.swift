package import StructuredText

extension ProblemFacts {
    package init(_ refusal: PersonRefusal, _ language: Language) {
        let (status, code): (Int, String) =
            switch refusal.code {
            case .notWritten: (400, "identity-malformed")
            case .unknown: (404, "person-unknown")
            case .notOneself: (403, "not-oneself")
            case .noCareRelation: (403, "no-care-relation")
            case .periodBackwards: (400, "period-backwards")
            case .decisionMissing: (422, "decision-missing")
            case .notConfirmed: (422, "not-confirmed")
            }
        self.init(status, code, refusal.message, remedy: refusal.remedy, language)
    }
}
