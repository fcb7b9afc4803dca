internal import AccessModel
internal import ClinicalModel
internal import HTTPTypes
internal import Operations
internal import Questions
internal import StructuredText

/// Questions about cohorts: every region of the scope answers for itself.
enum CohortOperations {
    static let all = [
        ask(.count, sv: "Hur många personer uppfyller ett villkor?", en: "How many people meet a criterion?"),
        ask(
            .frequency, sv: "Hur vanlig är en variant i en grupp?",
            en: "How often is a variant seen in a cohort, and how many could have shown it?"),
        explain,
    ]

    private static func ask(_ form: Question.Form, sv: String, en: String) -> APIOperation {
        APIOperation(
            "cohort-\(form.rawValue)", .post, "/api/v1/cohorts/\(form.rawValue)", .search, sv: sv, en: en,
            outcomes: [.init(.ok, "Each region's state, and the exact sum of those that answered.", .answer)]
        ) { call in
            let asked = try call.asked(form, process: "cohort \(form.rawValue)")
            let terms = try call.terms()
            let (answer, _) = try await call.node.asking(terms.scope, by: terms.actor).run(asked)
            return call.answer(answer.json(in: call.language))
        }
        .with(\.body, .json(.questionBody("question")))
        .with(\.bodyLimit, 64 << 10)
        .with(\.problems, [.unprocessableContent])
        .with(\.isQuick, true)
    }

    private static let explain = APIOperation(
        "explain-decision", .post, "/api/v1/decisions/explain", .search,
        sv: "Vad får besvaras, på vilken grund och varför inte mer? Ingenting beräknas.",
        en: "What may be answered, on what basis, and why not more? Nothing is computed.",
        outcomes: [
            .init(
                .ok, "One decision for each controller of each region that this node holds.",
                .object([
                    .init(
                        "regions",
                        .list(
                            .object([
                                .init("region", .regionCode),
                                .init(
                                    "decisions", .list(.decision)),
                            ]))),
                    .init(
                        "elsewhere",
                        .described("Regions of the scope whose own nodes have to be asked.", .list(.regionCode))),
                ]))
        ]
    ) { call in
        let asked = try call.asked(nil, process: "access explain")
        let terms = try call.terms()
        let regions = terms.scope.regions(of: terms.actor, among: call.node.regions)
        guard !regions.isEmpty else { throw AskedQuestionError.noRegion }
        var explained: [JSONValue] = []
        for region in regions {
            guard let partition = call.node.partitions[region] else { continue }
            let decisions = try await ExplainQuestion(
                partition: partition, regulations: call.node.regulations, asked: asked
            ).run()
            explained.append([
                "region": JSONValue(.string(region.description)),
                "decisions": JSONValue(decisions.map { $0.json(call.language) }),
            ])
        }
        return call.answer([
            "regions": JSONValue(explained),
            "elsewhere": JSONValue(regions.filter { call.node.partitions[$0] == nil }.map(\.description)),
        ])
    }
    .with(\.body, .json(.questionBody("question")))
    .with(\.bodyLimit, 64 << 10)
    .with(\.problems, [.unprocessableContent])
}
