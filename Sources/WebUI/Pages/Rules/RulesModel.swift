internal import AccessModel
internal import ClinicalModel
internal import Operations
internal import ReportModel
internal import StructuredText

/// Whether computed proposals are shown in care, and how many sign in each laboratory.
struct RulesModel: PageModel {
    enum Done: String {
        case proposed, decided, signing

        var text: LocalizedText {
            switch self {
            case .proposed:
                LocalizedText(
                    sv: "Förslaget till beslut väntar på en annan dataförvaltare.",
                    en: "The decision waits for another data steward.")
            case .decided: LocalizedText(sv: "Beslutet gäller från sin dag.", en: "The decision holds from its day.")
            case .signing:
                LocalizedText(
                    sv: "Det gäller tolkningar som påbörjas härefter.",
                    en: "It holds for interpretations that are begun from now on.")
            }
        }
    }

    let standing: InterpretationStanding
    let today: CivilDate
    /// Who looks: whoever proposed a decision does not confirm it.
    let actor: Actor
    var done: Done?
    var trouble: ProblemFacts?
    var sentGround = ""

    var json: JSONValue {
        [
            "rules": JSONValue(
                standing.rules.map { entry in
                    [
                        "rules": JSONValue(.string(entry.rules.description)),
                        "setting": JSONValue(.string(entry.setting.rawValue)), "waiting": JSONValue(entry.waiting != nil),
                    ] as JSONValue
                }),
            "laboratories": JSONValue(
                standing.laboratories.map { entry in
                    [
                        "laboratory": JSONValue(.string(entry.laboratory.code.text)),
                        "signatures": JSONValue(entry.signs.needsTwoSignatures ? 2 : 1),
                    ] as JSONValue
                }),
        ]
    }
}
