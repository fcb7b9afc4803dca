internal import AccessModel
internal import KnowledgeModel
package import Questions
internal import Records
internal import ReportModel
package import StructuredText

extension ProblemFacts {
    /// Nil for failures of the machine: those are logged and told as nothing but that.
    package static func of(_ error: any Error, _ language: Language) -> ProblemFacts? {
        switch error {
        case let facts as ProblemFacts: facts
        case let error as QuestionError: ProblemFacts(error, language)
        case let error as JSONSyntaxError: ProblemFacts(error)
        case let error as AskedQuestionError: ProblemFacts(error, language)
        case let error as AdministrativeRefusal:
            ProblemFacts(403, "not-allowed-" + error.code.rawValue, error.message, remedy: error.remedy, language)
        case let error as ConsentRefusal:
            ProblemFacts(
                403, ProblemCode.named(error.code.rawValue, after: "statement"), error.message, remedy: error.remedy, language)
        case let error as PublishPolicy.Refusal: ProblemFacts(error, language)
        case let error as AccessFileError: ProblemFacts(error)
        case let error as PartitionError: of(error, language)
        case let error as RecordsError: of(error, language)
        case let error as UploadError: ProblemFacts(error, language)
        case let error as AnnotationError: ProblemFacts(error, language)
        case let error as EnquiryError: ProblemFacts(error, language)
        case let error as PersonRefusal: ProblemFacts(error, language)
        case let error as AccessCaseRefusal: ProblemFacts(error, language)
        case let error as ObstacleRefusal: ProblemFacts(error, language)
        case let error as ReleaseError: ProblemFacts(error, language)
        case let error as KnowledgeError: ProblemFacts(error, language)
        case let error as KnowledgeStateError: ProblemFacts(error, language)
        case let error as KnowledgeFault: ProblemFacts(error, language)
        case let error as ReportError: ProblemFacts(error, language)
        case let error as ReportJSONError: ProblemFacts(error)
        case let error as ReportRefusal: ProblemFacts(error, language)
        case let error as TemplateAgreement.Refusal: ProblemFacts(error, language)
        case let error as FindingRefusal:
            ProblemFacts(error.status, error.word, error.message, remedy: error.remedy, language)
        case let error as GovernInterpretations.Refusal:
            ProblemFacts(
                error == .samePerson ? 403 : 422, "proposals-" + error.rawValue, error.message, remedy: error.remedy, language)
        case let error as InterpretationRefusal: ProblemFacts(error, language)
        case let error as InterpretationFault:
            ProblemFacts(422, "interpretation-" + error.rawValue, error.message, remedy: error.remedy, language)
        case let error as ActionabilityFault:
            ProblemFacts(422, "interpretation-" + error.rawValue, error.message, remedy: error.remedy, language)
        case let error as ConflictRefusal: ProblemFacts(error, language)
        case let error as RecallTask.Refusal:
            ProblemFacts(
                error == .wordsMissing ? 422 : 409, "recall-" + error.rawValue, error.message, remedy: error.remedy, language)
        default: nil
        }
    }

    package init(_ error: QuestionError, _ language: Language) {
        self.init(400, ProblemCode.named(error.code.rawValue, after: "question"), error.message, remedy: error.remedy, language)
        details = [("place", ProblemFacts.json(error.place))]
    }

    package init(_ error: JSONSyntaxError) {
        self.init(
            400, ProblemCode.named(error.code.rawValue, after: "json"), "The body is not JSON: \(error.message)",
            remedy: error.remedy
        )
        details = [("place", ProblemFacts.json(error.place))]
    }

    private init(_ error: AskedQuestionError, _ language: Language) {
        switch error {
        case .variant(let error):
            self.init(
                400, "variant-malformed",
                LocalizedText(sv: "Varianten går inte att förstå.", en: "The variant is not understood."),
                remedy: LocalizedText(sv: "\(error)", en: "\(error)"), language)
        case .noRegion:
            self.init(
                422, "scope-empty",
                LocalizedText(
                    sv: "Ingen region hör till den omfattningen för dig.", en: "No region lies in this scope for you."),
                remedy: LocalizedText(sv: "Fråga hela landet.", en: "Ask with Samsyn-Scope: nation."), language)
        case .selection(let fault):
            self.init(
                400, "selection-" + fault.rawValue,
                LocalizedText(sv: "Urvalet går inte att besvara.", en: "The selection of entries cannot be answered."),
                remedy: LocalizedText(sv: fault.description, en: fault.description), language)
        }
    }

    private init(_ refusal: PublishPolicy.Refusal, _ language: Language) {
        let (status, code): (Int, String) =
            switch refusal {
            case .notSteward: (403, "not-steward")
            case .otherRegion: (403, "other-region")
            case .samePerson: (403, "same-person")
            case .nothingProposed: (404, "nothing-proposed")
            case .otherText: (409, "other-text")
            }
        self.init(
            status, "policy-" + code,
            LocalizedText(sv: "Policyn ändrades inte.", en: "The policy was not changed."), remedy: refusal.text, language)
    }

    private init(_ error: AccessFileError) {
        self.init(400, "policy-malformed", error.message, remedy: error.remedy)
        if let place = error.place { details = [("place", ProblemFacts.json(place))] }
    }

    private static func of(_ error: PartitionError, _ language: Language) -> ProblemFacts? {
        switch error.code {
        case .unknownPerson: unknownPerson(language)
        case .unknownSubmission:
            ProblemFacts(
                404, "submission-unknown",
                LocalizedText(sv: "Regionen har ingen sådan insändning.", en: "The region knows no such submission."),
                remedy: LocalizedText(sv: "Se listan över insändningar.", en: "List the submissions."), language)
        case .unknownCopy:
            ProblemFacts(
                404, "copy-unknown",
                LocalizedText(
                    sv: "Ingen kopia har lämnats ut under den beteckningen.", en: "No copy was made under this reference."),
                remedy: LocalizedText(sv: "Se personens sida.", en: "Show the person."), language)
        case .wrongState(let state): wrongState(state, language)
        case .busy: busy(language)
        case .missing, .exists, .wrongRegion, .keyMissing, .notEmpty, .damaged, .system: nil
        }
    }

    private static func of(_ error: RecordsError, _ language: Language) -> ProblemFacts? {
        switch error.code {
        case .unknownPerson, .unknownSubmission, .unknownCallSet, .unknownOrganisation, .unknownSpecimen, .unknownAssay,
            .unknownProject, .unknownEnquiry, .unknownSample, .unknownCopy, .unknownCase, .unknownObstacle,
            .unknownRelease, .unknownReport, .unknownInterpretation, .unknownRecall:
            ProblemFacts(
                404, "unknown", LocalizedText(sv: "Regionen känner inte till det som namnges.", en: error.message),
                remedy: LocalizedText(sv: "Kontrollera namnet.", en: "Check the name in the request."), language)
        case .wrongState(let state): wrongState(state, language)
        case .busy: busy(language)
        case .cannotOpen, .newerSchema, .diskFull, .damaged, .constraint, .assayDiffers, .specimenOfAnotherPerson, .callSetExists,
            .releaseDiffers, .templateDiffers, .unreadableRow, .failed:
            nil
        case .reportDiffers: ProblemFacts(ReportError(.changedMeanwhile, place: "report"), language)
        }
    }

    private static func unknownPerson(_ language: Language) -> ProblemFacts {
        ProblemFacts(
            404, "person-unknown",
            LocalizedText(sv: "Regionen har ingen sådan person.", en: "The region knows no such person."),
            remedy: LocalizedText(sv: "Kontrollera pseudonymen.", en: "Check the pseudonym."), language)
    }

    private static func wrongState(_ state: String, _ language: Language) -> ProblemFacts {
        ProblemFacts(
            409, "wrong-state",
            LocalizedText(sv: "Det går inte i läget \(state).", en: "This cannot be done while the state is \(state)."),
            remedy: LocalizedText(sv: "Se efter i vilket läge det är.", en: "Read the state first."), language)
    }

    private static func busy(_ language: Language) -> ProblemFacts {
        ProblemFacts(
            503, "partition-busy",
            LocalizedText(sv: "Regionens uppgifter ändras just nu.", en: "The partition is being changed."),
            remedy: LocalizedText(sv: "Försök igen om en minut.", en: "Try again in a minute."), language
        ).retrying(after: 60)
    }
}

extension PublishPolicy.Refusal {
    /// What to do, in words.
    fileprivate var text: LocalizedText {
        switch self {
        case .notSteward:
            LocalizedText(sv: "Bara en dataförvaltare får föreslå eller besluta en policy.", en: description)
        case .otherRegion:
            LocalizedText(
                sv: "Policyn, eller du, hör till en annan region. Vänd dig till den region som den gäller.", en: description)
        case .nothingProposed:
            LocalizedText(
                sv: "Ingen har föreslagit en policy för den personuppgiftsansvarige. Föreslå en först.", en: description)
        case .samePerson:
            LocalizedText(
                sv: "Den som har föreslagit en policy får inte besluta den. Låt en annan förvaltare göra det.", en: description)
        case .otherText:
            LocalizedText(
                sv: "Det som skulle beslutas är inte det som har föreslagits. Läs förslaget, eller föreslå på nytt.",
                en: description)
        }
    }
}
