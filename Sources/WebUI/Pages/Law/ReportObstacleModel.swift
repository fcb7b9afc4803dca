internal import AccessModel
internal import ClinicalModel
internal import StructuredText

/// The form by which a refusal is reported as a legal obstacle.
struct ReportObstacleModel: PageModel {
    let purpose: Purpose
    let reason: Reason.Code
    let legalPoint: String
    let refusing: RegionCode?
    /// The number and region of a report that has just been kept.
    let kept: Int?

    var json: JSONValue {
        [
            "purpose": JSONValue(.string(purpose.rawValue)), "reason": JSONValue(.string(reason.text)),
            "legalPoint": JSONValue(.string(legalPoint)), "region": JSONValue(refusing?.description), "kept": JSONValue(kept),
        ]
    }

    func view(_ language: Language) -> PageView {
        var view = PageView(
            title: language(sv: "Anmäl ett lagligt hinder", en: "Report a legal obstacle"), template: "law/report",
            content: [
                "kept": .optional(
                    kept.map {
                        language(sv: "Anmälan \($0) är mottagen. Tack.", en: "Report \($0) has been received. Thank you.")
                    }),
                "address": .text("/law/obstacles/new"),
                "facts": [
                    ["name": .text(language(sv: "Ändamål", en: "Purpose")), "value": .text(purpose.shortTitle.text(language))],
                    ["name": .text(language(sv: "Skäl", en: "Reason")), "value": .text(reason.title.text(language))],
                    ["name": .text(language(sv: "Lagrum", en: "Point of law")), "value": .text(legalPoint)],
                    [
                        "name": .text(language(sv: "Avslag från", en: "Refused by")),
                        "value": .text(
                            refusing.flatMap(Region.of)?.name ?? language(sv: "lagen, överallt", en: "the law, everywhere")),
                    ],
                ],
                "purpose": .text(purpose.rawValue), "reason": .text(reason.text), "point": .text(legalPoint),
                "region": .optional(refusing?.description),
                "label": .text(
                    language(
                        sv: "Vad krävde arbetet, och vad gick inte?", en: "What did the work need, and what could not be done?")),
                "hint": .text(
                    language(
                        sv: "Skriv inget om någon patient och ingen variant. Anmälan läses av dem som samlar lagliga hinder.",
                        en:
                            "Write nothing about any patient and no variant. The report is read by those who collect legal obstacles."
                    )),
                "send": .text(language(sv: "Skicka anmälan", en: "Send the report")),
                "back": .text(SiteURL.law.path), "backText": .text(language(sv: "Till lagen", en: "To the law")),
            ], section: .law)
        view.lead = language(
            sv: "Plattformen sa nej därför att lagen gör det. Berätta vad det betydde i arbetet.",
            en: "The platform said no because the law does. Say what that meant for the work.")
        return view
    }
}

extension Reason.Code {
    /// In a list; the sentence itself stood with the refusal.
    var title: LocalizedText {
        switch self {
        case .unknownPurpose: LocalizedText(sv: "Ändamålet saknas i lagen", en: "The law does not know the purpose")
        case .force: LocalizedText(sv: "Regeln gäller inte", en: "The rule is not in force")
        case .dataKind(let kind):
            LocalizedText(sv: "Gäller ännu inte \(kind.name.sv)", en: "Not yet in force for \(kind.name.en)")
        case .role: LocalizedText(sv: "Rollen", en: "The role")
        case .prerequisite(let prerequisite):
            LocalizedText(sv: "Krav saknas: \(prerequisite.title.sv)", en: "Requirement missing: \(prerequisite.title.en)")
        case .recipient: LocalizedText(sv: "Mottagaren", en: "The recipient")
        case .recordScope: LocalizedText(sv: "Bara sammanställningar", en: "Aggregates only")
        case .statement: LocalizedText(sv: "Patientens nej", en: "The patient's no")
        case .policy: LocalizedText(sv: "Regionens policy", en: "The region's policy")
        case .dataSets: LocalizedText(sv: "Inget frisläppt", en: "Nothing released")
        case .companyProject: LocalizedText(sv: "Företag utan projekt", en: "A company without a project")
        case .asked: LocalizedText(sv: "Mer begärdes än som får ges", en: "More was asked for than may be given")
        }
    }
}
