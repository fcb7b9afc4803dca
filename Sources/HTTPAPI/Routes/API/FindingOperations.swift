internal import AccessModel
internal import ClinicalModel
internal import HTTPTypes
internal import Hummingbird
internal import Operations
internal import Records
internal import ReportModel
internal import StructuredText

/// Cases of laboratories: what was found, what it means, and who signs it.
enum FindingOperations {
    static let all = [list, show, evidence, record, begin, propose, work, signing, decide]

    private static let region = Parameter.path("region", .regionCode, "The region's code.")
    private static let laboratory = Parameter.path("laboratory", .organisation, "The laboratory's code.")
    private static let caseName = Parameter.path("case", .text(.init(lengths: 1...200)), "The laboratory's name for the case.")
    private static let finding = Parameter.path(
        "finding", .text(.init(lengths: 1...64)), "The laboratory's identifier of the finding.")

    private static func access(_ call: Call) throws -> CaseAccess {
        let terms = try call.terms()
        return CaseAccess(
            partition: try call.partition(), law: call.node.regulations.law, actor: terms.actor, purpose: terms.purpose)
    }

    private static func code(_ call: Call) throws -> OrganisationCode {
        guard let code = call.parameter("laboratory").flatMap({ OrganisationCode($0) }) else {
            throw FindingRefusal(.unknownCase)
        }
        return code
    }

    private static func malformed(_ error: ReportJSONError) -> Problem {
        var problem = Problem(
            .badRequest, "body-malformed",
            LocalizedText(
                sv: "Det som skickades är inte vad beskrivningen säger.", en: "The body is not what the description says."),
            remedy: LocalizedText(
                sv: "Rätta \(error.member) (docs/interpretation.md).", en: "Correct \(error.member) (docs/interpretation.md)."))
        problem.details = [("pointer", JSONValue(.string(error.member))), ("place", Problem.json(error.place))]
        return problem
    }

    private static func form<Form: ReportJSONForm>(_ json: JSONValue, _ type: Form.Type = Form.self) throws -> Form {
        do throws(ReportJSONError) { return try Form(json: json) } catch { throw malformed(error) }
    }

    private static func answer(_ recorded: RecordedInterpretation, _ call: Call, _ status: HTTPResponse.Status = .ok) -> Response
    {
        call.answer(FindingJSON.json(recorded, hidingProposal: false, call.language) ?? JSONValue(String?.none), status)
    }

    private static let list = APIOperation(
        "list-cases", .get, "/api/v1/regions/{region}/cases", .findings, sv: "Vilka fall kan jag öppna?",
        en: "Which cases can I open?",
        outcomes: [.init(.ok, "The latest first.", FindingJSON.cases)]
    ) { call in
        call.answer(["cases": JSONValue(try await ListCases(try access(call)).run().map(FindingJSON.json))])
    }
    .with(\.parameters, [region])
    .with(\.problems, [.notFound])

    private static let show = APIOperation(
        "show-case", .get, "/api/v1/regions/{region}/cases/{laboratory}/{case}", .findings,
        sv: "Vad har hittats i ett fall, och vad betyder det? Det loggas.",
        en: "What was found in a case, and what does it mean? It is logged.",
        outcomes: [.init(.ok, "As far as the law lets the asker see it.", FindingJSON.shownCase)]
    ) { call in
        let shown = try await ShowCase(try access(call), laboratory: try code(call), name: call.parameter("case") ?? "").run()
        return call.answer(FindingJSON.json(shown, call.language))
    }
    .with(\.parameters, [region, laboratory, caseName])
    .with(\.problems, [.notFound])

    private static let evidence = APIOperation(
        "show-evidence", .get, "/api/v1/regions/{region}/cases/{laboratory}/{case}/findings/{finding}/evidence", .findings,
        sv: "Vad säger den gällande kunskapen om fyndet? Visas i vården där regionen har beslutat det, och det loggas.",
        en:
            "What does the knowledge in force say of the finding? Shown in care where the region has decided so, and it is logged.",
        outcomes: [.init(.ok, "What is nearest first, at most 500.", EvidenceJSON.evidence)]
    ) { call in
        guard let knowledge = call.node.knowledge else { throw KnowledgeError(.notHere, place: "knowledge") }
        let shown = try await ShowCase(
            try access(call), laboratory: try code(call), name: call.parameter("case") ?? "", knowledge: knowledge
        ).run()
        guard let finding = shown.findings.first(where: { $0.finding.identifier == call.parameter("finding") }),
            let proposal = shown.evidence(about: finding)
        else { throw FindingRefusal(.unknownFinding) }
        return call.answer(EvidenceJSON.json(proposal, about: finding.finding.identifier, call.language))
    }
    .with(\.parameters, [region, laboratory, caseName, finding])
    .with(\.problems, [.notFound])

    private static let record = APIOperation(
        "record-finding", .post, "/api/v1/regions/{region}/cases/{laboratory}/{case}/findings", .findings,
        sv: "Anteckna ett fynd.", en: "Record a finding.",
        outcomes: [.init(.created, "As it is kept.", FindingJSON.finding)]
    ) { call in
        let recorded = try await RecordFinding(
            try access(call), caseName: call.parameter("case") ?? "", laboratory: try code(call), finding: try form(call.body)
        ).run()
        return call.answer(recorded.finding.json, .created)
    }
    .with(\.parameters, [region, laboratory, caseName])
    .with(\.body, .json(FindingJSON.finding))
    .with(\.problems, [.notFound, .conflict, .unprocessableContent])

    private static let place = "/api/v1/regions/{region}/laboratories/{laboratory}/findings/{finding}"

    private static let begin = APIOperation(
        "begin-interpretation", .post, place + "/interpretations", .findings,
        sv: "Börja tolka ett fynd, eller börja en ny version.", en: "Begin to interpret a finding, or begin a new version.",
        outcomes: [.init(.created, "A draft.", FindingJSON.interpretation)]
    ) { call in
        let begun = try await BeginInterpretation(
            try access(call), laboratory: try code(call), finding: call.parameter("finding") ?? "", content: try form(call.body)
        ).run()
        return answer(begun, call, .created)
    }
    .with(\.parameters, [region, laboratory, finding])
    .with(\.body, .json(FindingJSON.content))
    .with(\.problems, [.notFound, .conflict, .unprocessableContent])

    private static let propose = APIOperation(
        "propose-interpretation", .post, place + "/proposals", .findings,
        sv: "Beräkna ett förslag, där regionen har beslutat att sådana visas.",
        en: "Compute a proposal, where the region has decided that such are shown.",
        outcomes: [.init(.created, "Marked as a proposal.", FindingJSON.interpretation)]
    ) { call in
        let aim: ProposeInterpretation.Aim
        if let condition = call.body["condition"]?.string {
            guard let code = Code(condition) else { throw FindingRefusal(.field("condition")) }
            aim = .germline(condition: code, gene: call.body["gene"]?.string)
        } else {
            guard let code = call.body["tumourType"]?.string.flatMap({ Code($0) }) else {
                throw FindingRefusal(.field("tumourType"))
            }
            aim = .somatic(tumourType: code)
        }
        let proposed = try await ProposeInterpretation(
            try access(call), node: call.node, laboratory: try code(call), finding: call.parameter("finding") ?? "", aim: aim
        ).run()
        return answer(proposed, call, .created)
    }
    .with(\.parameters, [region, laboratory, finding])
    .with(
        \.body,
        .json(
            .object([
                .init(
                    "condition", .described("Of an inherited variant: ORPHA:145.", .text(.init(lengths: 3...40))),
                    isRequired: false),
                .init("gene", .described("Where the finding names none.", .text(.init(lengths: 1...40))), isRequired: false),
                .init(
                    "tumourType", .described("Of a tumour's alteration: ONCOTREE:LUAD.", .text(.init(lengths: 3...40))),
                    isRequired: false),
            ]))
    )
    .with(\.problems, [.notFound, .conflict, .unprocessableContent])

    private static let acts = InterpretationAct.allCases.filter { $0 != .supersede }.map(\.rawValue)

    private static let work = APIOperation(
        "work-on-interpretation", .post, "/api/v1/regions/{region}/interpretations/{interpretation}/steps", .findings,
        sv: "Överta, ändra, signera, skicka tillbaka eller återkalla en tolkning.",
        en: "Adopt, edit, sign, send back or withdraw an interpretation.",
        outcomes: [.init(.ok, "As it then is.", FindingJSON.interpretation)]
    ) { call in
        guard let act = call.body["act"]?.string.flatMap(InterpretationAct.init), act != .supersede else {
            throw FindingRefusal(.field("act"))
        }
        var work = WorkOnInterpretation(
            try access(call), interpretation: call.parameter("interpretation") ?? "", act: act)
        if let content = call.body["content"], !content.isNull { work.content = try form(content) }
        work.words = call.body["words"]?.string ?? ""
        return answer(try await work.run(), call)
    }
    .with(
        \.parameters,
        [region, .path("interpretation", .text(.init(lengths: 1...64)), "The interpretation's name.")]
    )
    .with(
        \.body,
        .json(
            .object([
                .init("act", .words(acts)), .init("content", FindingJSON.content, isRequired: false),
                .init("words", .text(.init(lengths: 0...4000)), isRequired: false),
            ]))
    )
    .with(\.problems, [.notFound, .conflict, .unprocessableContent])

    private static let signing = APIOperation(
        "set-signing", .put, "/api/v1/regions/{region}/laboratories/{laboratory}/signing", .findings,
        sv: "Bestäm hur många som signerar ett laboratoriums tolkningar.",
        en: "Set how many sign a laboratory's interpretations.",
        outcomes: [.init(.noContent, "It holds for versions that are begun from now on.")]
    ) { call in
        let terms = try call.terms()
        try await GovernInterpretations(partition: try call.partition(), actor: terms.actor, purpose: terms.purpose).setSigning(
            of: try code(call), needsTwoSignatures: call.body["signatures"]?.integer == 2)
        return call.empty()
    }
    .with(\.parameters, [region, laboratory])
    .with(\.body, .json(.object([.init("signatures", .integer(1...2))])))
    .with(\.problems, [.notFound, .unprocessableContent])

    private static let decide = APIOperation(
        "decide-proposals", .post, "/api/v1/regions/{region}/proposal-decisions", .findings,
        sv: "Föreslå eller bekräfta när beräknade förslag visas i vården. Det krävs två personer.",
        en: "Propose or confirm when computed proposals are shown in care. It takes two people.",
        outcomes: [.init(.noContent, "Proposed, or decided.")]
    ) { call in
        let terms = try call.terms()
        let govern = GovernInterpretations(partition: try call.partition(), actor: terms.actor, purpose: terms.purpose)
        let rules = RuleSet(name: call.body["rules"]?.string ?? "", version: call.body["version"]?.string ?? "")
        guard call.body["confirm"]?.bool != true else {
            try await govern.confirm(rules)
            return call.empty()
        }
        guard let setting = call.body["setting"]?.string.flatMap(ProposalSwitch.Setting.init),
            let from = call.body["from"]?.string.flatMap({ CivilDate($0) })
        else { throw FindingRefusal(.field("setting, from")) }
        try await govern.propose(setting, of: rules, from: from, ground: call.body["ground"]?.string ?? "")
        return call.empty()
    }
    .with(\.parameters, [region])
    .with(
        \.body,
        .json(
            .object([
                .init("rules", .words(GovernInterpretations.rules.map(\.name))),
                .init("version", .text(.init(lengths: 1...20))), .init("confirm", .boolean, isRequired: false),
                .init("setting", .words(ProposalSwitch.Setting.self), isRequired: false), .init("from", .day, isRequired: false),
                .init("ground", .text(.init(lengths: 0...4000)), isRequired: false),
            ]))
    )
    .with(\.problems, [.notFound, .unprocessableContent])
}
