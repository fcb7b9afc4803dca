internal import AccessModel
internal import ClinicalModel
internal import StructuredText

/// One question under two regimes: the form, and two columns of decisions with their reasons.
struct LawQuestionView {
    let model: LawModel
    let language: Language

    var fields: [String: PageValue] {
        let question = model.question
        return [
            "questionTitle": text("Samma fråga under båda", "The same question under both"),
            "questionText": text(
                "Ställ en fråga på prov. Den gäller ingen verklig person och söker ingenting. Regionens policy antas släppa ut allt som lagen medger.",
                "Try a question. It is about nobody and searches nothing. The region's policy is taken to let out all that the law does."
            ),
            "form": [
                "address": .text(SiteURL.law.path), "with": .optional(model.rightDate?.description),
                "purpose": text("Ändamål", "Purpose"),
                "purposes": FormChoice.options(Purpose.allCases, chosen: question.purpose) {
                    model.right.purposes[$0]?.title.text(language) ?? $0.rawValue
                },
                "role": text("Roll", "Role"),
                "roles": FormChoice.options(Actor.Role.allCases, chosen: question.role) { $0.title.text(language) },
                "place": text("Vem som frågar, sett från uppgifterna", "Who asks, seen from the data"),
                "places": FormChoice.options(LawQuestion.places, chosen: question.place) { $0.name.text(language) },
                "asked": text("Begär", "Asks for"),
                "amounts": FormChoice.options(Granularity.allCases.filter { $0 > .refused }, chosen: question.asked) {
                    $0.name.text(language)
                },
                "has": text("Omständigheter", "Circumstances"),
                "circumstances": .list(
                    LawQuestion.Circumstance.allCases.map {
                        FormChoice.option($0.rawValue, $0.title.text(language), question.circumstances.contains($0))
                    }), "ask": text("Pröva", "Try"),
            ],
            "decisions": .list(
                [
                    (language(sv: "I dag", en: "Today"), model.leftDecision, true),
                    (
                        model.rightDate.map { DateText.day($0, language) }
                            ?? language(sv: "Om förslagen antas", en: "If adopted"),
                        model.rightDecision, false
                    ),
                ].compactMap { title, decision, isToday in decision.map { column(title, $0, isToday: isToday) } }),
        ]
    }

    private func text(_ sv: String, _ en: String) -> PageValue { .text(language(sv: sv, en: en)) }

    private func column(_ title: String, _ decision: Decision, isToday: Bool) -> PageValue {
        let first = decision.reasonsAgainst.first
        return [
            "title": .text(title), "isRefused": .flag(decision.isRefused),
            "given": .text(decision.granularity.title.text(language)),
            "verdict": decision.isRefused ? text("Avslag", "Refused") : text("Besvaras med", "Answered with"),
            "basis": .text(decision.basisText(language)), "basisText": text("Grund", "Basis"),
            "decides": .text(decision.decides.text(language)), "decidesText": text("Beslutar", "Decides"),
            "reasons": .list(
                // The policy is assumed, and says nothing here.
                decision.reasons.filter { $0.code != .policy }.map { reason in
                    [
                        "isFor": .flag(reason.isFor), "mark": .text(reason.isFor ? "+" : "−"),
                        "side": reason.isFor ? text("För: ", "For: ") : text("Emot: ", "Against: "),
                        "text": .text(reason.text.text(language)), "reference": .text(reason.reference),
                    ]
                }),
            "obligations": .list(decision.obligations.map { ["text": .text($0.text.text(language))] }),
            "hasObligations": .flag(!decision.obligations.isEmpty), "obligationsText": text("Med villkoren", "On the terms"),
            "report": isToday && decision.isRefused && model.mayReport
                ? first.map { reason in
                    .text(
                        LawAddress.report(
                            purpose: model.question.purpose.rawValue, reason: reason.code.text, legalPoint: reason.reference,
                            region: nil
                        ).path)
                } ?? .nothing : .nothing,
            "reportText": text("Anmäl som lagligt hinder", "Report as a legal obstacle"),
        ]
    }
}

extension LawQuestion.Circumstance {
    var title: LocalizedText {
        switch self {
        case .careRelation: LocalizedText(sv: "Vårdrelation till den egna patienten", en: "A care relation to the own patient")
        case .onePatient: LocalizedText(sv: "Frågan gäller en viss persons uppgifter", en: "It is about one person's data")
        case .patientConsent:
            LocalizedText(sv: "Patienten har sagt ja till andra vårdgivare", en: "The patient has said yes to other providers")
        case .objection:
            LocalizedText(sv: "Patienten har sagt nej till databasen", en: "The patient has objected to the database")
        case .plannedStudy: LocalizedText(sv: "Låsta kriterier och en planerad studie", en: "Frozen criteria and a planned study")
        case .project: LocalizedText(sv: "Etikgodkänt projekt", en: "A project with ethics approval")
        case .permit: LocalizedText(sv: "Tillstånd enligt EHDS", en: "A permit under the EHDS")
        case .genomicData: LocalizedText(sv: "Också genomiska data", en: "Genomic data too")
        }
    }
}
