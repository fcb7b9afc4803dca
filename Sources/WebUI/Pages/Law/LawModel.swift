internal import AccessModel
internal import ClinicalModel
internal import StructuredText

/// The law in force beside another regime, and one question answered under both.
struct LawModel: PageModel {
    let today: CivilDate
    let law: LawBook
    let left: Regime
    let right: Regime
    /// The day of the right one; nil for the proposed regime.
    let rightDate: CivilDate?
    let question: LawQuestion
    let leftDecision: Decision?
    let rightDecision: Decision?
    let mayReport: Bool
    let mayHandle: Bool

    /// Dates of the European Health Data Space (Regulation (EU) 2025/327, art. 105): general application, chapter IV, and genomic data.
    static let ehds: [(date: CivilDate?, text: LocalizedText)] = [
        (
            CivilDate(year: 2027, month: 3, day: 26),
            LocalizedText(
                sv: "Förordningen börjar tillämpas i allmänhet.", en: "The regulation applies in general.")
        ),
        (
            CivilDate(year: 2029, month: 3, day: 26),
            LocalizedText(
                sv: "Sekundäranvändning av kliniska data; var och en får säga nej (art. 71).",
                en: "Secondary use of clinical data; everybody may object (art. 71).")
        ),
        (
            CivilDate(year: 2031, month: 3, day: 26),
            LocalizedText(
                sv: "Sekundäranvändning också av genomiska data (art. 51.1 f och g).",
                en: "Secondary use of genomic data too (art. 51.1 f and g).")
        ),
    ]

    var differences: [RegimeDifference] { RegimeDifference.between(left, right) }

    var json: JSONValue {
        [
            "left": JSONValue(.string(left.identifier)), "right": JSONValue(.string(right.identifier)),
            "purposes": JSONValue(
                differences.map { item in
                    [
                        "purpose": JSONValue(.string(item.purpose.rawValue)),
                        "leftInForce": JSONValue(item.isLeftInForce), "rightInForce": JSONValue(item.isRightInForce),
                        "leftBasis": JSONValue(.string(item.left.basis.reference)),
                        "rightBasis": JSONValue(.string(item.right.basis.reference)),
                        "differs": JSONValue(item.parts.map(\.rawValue).sorted()),
                    ] as JSONValue
                }),
            "question": [
                "purpose": JSONValue(.string(question.purpose.rawValue)), "role": JSONValue(.string(question.role.rawValue)),
                "place": JSONValue(.string(question.place.rawValue)), "asked": JSONValue(.string(question.asked.rawValue)),
                "has": JSONValue(question.circumstances.map(\.rawValue).sorted()),
            ],
            "leftDecision": leftDecision?.json(.sv) ?? nil, "rightDecision": rightDecision?.json(.sv) ?? nil,
        ]
    }
}
