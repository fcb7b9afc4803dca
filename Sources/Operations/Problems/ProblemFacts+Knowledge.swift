internal import KnowledgeModel
internal import StructuredText

extension ProblemFacts {
    init(_ error: KnowledgeError, _ language: Language) {
        let status =
            switch error.code {
            case .notHere, .unknownSeries, .unknownVersion, .unknownItem: 404
            case .severalVersions, .outdated: 409
            case .otherDigest, .releaseMissing, .licenceMissing, .nothingRead, .notSeen: 422
            case .fileMissing: 503
            }
        self.init(
            status, ProblemCode.named(error.code.rawValue, after: "knowledge"), error.message, remedy: error.remedy, language)
    }

    init(_ error: KnowledgeStateError, _ language: Language) {
        self.init(
            error.code == .unknownVersion ? 404 : 409, ProblemCode.named(error.code.rawValue, after: "knowledge"), error.message,
            remedy: error.remedy, language)
    }

    init(_ fault: KnowledgeFault, _ language: Language) {
        self.init(
            422, ProblemCode.named(fault.code.rawValue, after: "knowledge-file"), fault.message, remedy: fault.remedy, language)
        if let place = fault.place { details.append(("place", ProblemFacts.json(place))) }
    }
}
