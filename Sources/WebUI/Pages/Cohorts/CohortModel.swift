internal import AccessModel
internal import ClinicalModel
internal import Operations
internal import Questions
internal import Records
internal import StructuredText

/// Building a question about people, its answer by region, and the questions that somebody keeps.
struct CohortModel: PageModel {
    struct Suggestion: Sendable {
        let code: String
        let name: CodeName
    }

    var form: CohortForm
    let purpose: Purpose
    let purposeTitle: LocalizedText
    /// Approved studies that name the actor.
    let projects: [String]
    let saved: [SavedQuestion]
    /// Terms that the words of a row may mean, by row.
    var suggestions: [Int: [Suggestion]] = [:]
    /// What the editions in use call the codes of the question.
    var names = NamedCodes()
    /// Codes that no edition in use knows.
    var unknownCodes: [Code] = []
    var answer: Answer?
    /// By region, of those that decided.
    var decisions: [RegionCode: Decision] = [:]
    /// The names of what was saved just now.
    var done: String?
    var trouble: ProblemFacts?
    /// Whether the visitor may make an enquiry of it.
    let mayEnquire: Bool
    let reporting: RefusalReporting?

    var json: JSONValue {
        JSONValue(members: [
            ("purpose", JSONValue(.string(purpose.rawValue))), ("text", JSONValue(.string(form.text))),
            ("question", form.question?.json),
            (
                "fault",
                form.fault.map { error in
                    [
                        "code": JSONValue(.string(error.code.rawValue)), "line": JSONValue(error.place.line),
                        "column": JSONValue(error.place.column), "message": JSONValue(.string(error.message.en)),
                        "remedy": JSONValue(.string(error.remedy.en)),
                    ]
                }
            ),
            ("answer", answer.map { $0.json(in: .en) }),
            (
                "saved",
                JSONValue(
                    saved.map {
                        [
                            "id": JSONValue($0.id), "name": JSONValue(.string($0.name)),
                            "question": JSONValue(.string($0.question)),
                        ] as JSONValue
                    })
            ),
        ])
    }
}

/// Terms that a few letters may mean, for the script of the builder.
struct CodeSuggestionModel: PageModel {
    let suggestions: [CohortModel.Suggestion]

    var json: JSONValue {
        [
            "suggestions": JSONValue(
                suggestions.map {
                    ["code": JSONValue(.string($0.code)), "name": JSONValue(.string($0.name.text(.en)))] as JSONValue
                })
        ]
    }

    func view(_ language: Language) -> PageView {
        PageView(
            title: language(sv: "Koder", en: "Codes"), template: "cohort-codes",
            content: [
                "hasRows": .flag(!suggestions.isEmpty),
                "none": .text(language(sv: "Ingen kod passar.", en: "No code fits.")),
                "rows": .list(
                    suggestions.map {
                        ["code": .text($0.code), "name": .markup(CodeText(NamedCodes(), language).markup($0.name))]
                    }),
            ], section: .cohorts)
    }
}
