internal import AccessModel
internal import ClinicalModel
internal import Records
internal import StructuredText

/// Questioning one access: what the line said, and room for a few words.
struct QuestionAccessModel: PageModel {
    let region: RegionCode
    let access: PatientAccess
    let unit: String?

    var json: JSONValue {
        [
            "region": JSONValue(.string(region.description)), "event": JSONValue(access.event),
            "time": JSONValue(.string(access.time.description)), "careUnit": JSONValue(access.careUnit),
            "purpose": JSONValue(.string(access.purpose.sv)),
        ]
    }

    func view(_ language: Language) -> PageView {
        var view = PageView(
            title: language(sv: "Fråga om detta", en: "Ask about this"), template: "me/question",
            content: [
                "line": .text(
                    [
                        unit ?? language(sv: "Datorn", en: "The computer"), DateText.moment(access.time, language),
                        access.purpose.text(language),
                    ].joined(separator: ". ") + "."),
                "label": .text(language(sv: "Vad undrar du?", en: "What do you wonder?")),
                "hint": .text(
                    language(
                        sv: "Du behöver inte skriva något. Regionen måste svara inom \(AccessCaseRules.daysToAnswer) dagar.",
                        en: "You need not write anything. The region has to answer within \(AccessCaseRules.daysToAnswer) days.")),
                "address": .text(OwnDataAddress.question(region, event: access.event).path),
                "send": .text(language(sv: "Skicka frågan", en: "Send the question")),
                "back": .text(SiteURL.me.path), "backText": .text(language(sv: "Tillbaka", en: "Back")),
            ], section: .me)
        view.lead = language(
            sv: "Du får veta varför någon tittade.", en: "You will be told why somebody looked.")
        return view
    }
}
