internal import AccessModel
internal import ClinicalModel
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import Operations
internal import Records
internal import ReportModel
internal import StructuredText

/// Every region's classifications as one region knows them, the conflicts between them, and the recalls that follow.
enum ClassificationOperations {
    static let all = [ofVariant, conflicts, discuss, export, recalls, recallStep]

    private static let region = Parameter.path("region", .regionCode, "The region's code.")
    private static let classification = Schema.named(
        "SharedClassification", .described("As docs/interpretation.md writes it.", .object([], isOpen: true)))
    private static let conflict = Schema.named(
        "Conflict",
        .object([
            .init("variant", .text), .init("condition", .text), .init("gene", .text),
            .init("severity", .nullable(.words(ClassificationConflict.Severity.self))), .init("arose", .nullable(.day)),
            .init("state", .words(ConflictState.self)), .init("positions", .list(classification)),
            .init(
                "thread",
                .described(
                    "As docs/interpretation.md writes it; null before anybody has said anything.",
                    .nullable(.object([], isOpen: true)))),
        ]))

    private static func list(_ call: Call) throws -> ListConflicts {
        let terms = try call.terms()
        return ListConflicts(partition: try call.partition(), actor: terms.actor, purpose: terms.purpose)
    }

    static func json(_ shown: ShownConflict) -> JSONValue {
        [
            "variant": JSONValue(.string(shown.subject.variant.description)),
            "condition": JSONValue(.string(shown.subject.condition.description)), "gene": JSONValue(.string(shown.gene)),
            "severity": JSONValue(shown.conflict?.severity.rawValue), "arose": JSONValue(shown.conflict?.arose.description),
            "state": JSONValue(.string(shown.state.rawValue)), "positions": JSONValue(shown.positions.map(\.json)),
            "thread": shown.record?.merged?.thread.json ?? JSONValue(String?.none),
        ]
    }

    private static let ofVariant = APIOperation(
        "list-classifications", .get, "/api/v1/regions/{region}/classifications/{variant}", .findings,
        sv: "Hur klassificerar varje laboratorium en variant?", en: "How does each laboratory classify a variant?",
        outcomes: [
            .init(.ok, "As they are known in the region.", .object([.init("classifications", .list(classification))]))
        ]
    ) { call in
        guard let variant = VariantIdentifier(call.parameter("variant") ?? "") else { throw FindingRefusal(.field("variant")) }
        return call.answer(["classifications": JSONValue(try list(call).classifications(of: variant).map(\.json))])
    }
    .with(
        \.parameters,
        [region, .path("variant", .text(.init(lengths: 5...400, example: "GRCh38:17-43093464-G-A")), "With its assembly.")]
    )
    .with(\.problems, [.notFound, .unprocessableContent])

    private static let conflicts = APIOperation(
        "list-conflicts", .get, "/api/v1/regions/{region}/conflicts", .findings,
        sv: "Vilka laboratorier bedömer samma variant olika?", en: "Which laboratories classify the same variant differently?",
        outcomes: [.init(.ok, "The worst first.", .object([.init("conflicts", .list(conflict))]))]
    ) { call in
        call.answer(["conflicts": JSONValue(try list(call).run().map(json))])
    }
    .with(\.parameters, [region])
    .with(\.problems, [.notFound])

    private static let discuss = APIOperation(
        "discuss-conflict", .post, "/api/v1/regions/{region}/conflicts", .findings,
        sv: "Kommentera, föreslå, instäm eller håll isär.", en: "Comment, propose, agree or keep apart.",
        outcomes: [.init(.created, "The thread as it then is.", .object([], isOpen: true))]
    ) { call in
        let terms = try call.terms()
        guard let variant = call.body["variant"]?.string.flatMap({ VariantIdentifier($0) }),
            let condition = call.body["condition"]?.string.flatMap({ Code($0) }),
            let laboratory = call.body["laboratory"]?.string.flatMap({ OrganisationCode($0) }),
            let act = call.body["act"]?.string.flatMap(ConflictAct.init)
        else { throw FindingRefusal(.field("variant, condition, laboratory, act")) }
        var discuss = DiscussConflict(
            partition: try call.partition(), actor: terms.actor, purpose: terms.purpose,
            subject: SharedClassification.Subject(variant: variant, condition: condition), laboratory: laboratory, act: act)
        discuss.words = call.body["words"]?.string ?? ""
        discuss.proposed = call.body["class"]?.string.flatMap(PathogenicityClass.init)
        let record = try await discuss.run()
        return call.answer(record.merged?.thread.json ?? record.json, .created)
    }
    .with(\.parameters, [region])
    .with(
        \.body,
        .json(
            .object([
                .init("variant", .text(.init(lengths: 5...400))), .init("condition", .text(.init(lengths: 3...40))),
                .init("laboratory", .organisation),
                .init("act", .words(ConflictAct.allCases.filter { $0 != .join && $0 != .dissolve }.map(\.rawValue))),
                .init("words", .text(.init(lengths: 0...4000)), isRequired: false),
                .init("class", .words(PathogenicityClass.self), isRequired: false),
            ]))
    )
    .with(\.problems, [.notFound, .conflict, .unprocessableContent])

    private static let export = APIOperation(
        "export-classifications", .get, "/api/v1/regions/{region}/classification-export", .findings,
        sv: "Alla klassificeringar i ClinVars form.", en: "All classifications in ClinVar's form.",
        outcomes: [.init(.ok, "Tab-separated, one header line.", .text, type: "text/tab-separated-values")]
    ) { call in
        let text = try ExportClassifications(try list(call)).run(call.parameter("form") == "summary" ? .summary : .submission)
        return Response(
            status: .ok, headers: [.contentType: "text/tab-separated-values; charset=utf-8", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
    .with(
        \.parameters,
        [
            region,
            .query(
                "form", .words(["submission", "summary"]),
                "The submission template's columns for this region's own, or one row a variant and condition for all."),
        ]
    )
    .with(\.problems, [.notFound])

    private static let recall = Schema.named(
        "Recall",
        .object([
            .init("recall", .count), .init("carrier", .pseudonym), .init("urgency", .words(RecallRule.Urgency.self)),
            .init("due", .day), .init("state", .words(RecallState.self)),
        ]))

    private static func json(_ recall: RecordedRecall) -> JSONValue {
        [
            "recall": JSONValue(recall.id), "carrier": JSONValue(.string(recall.task.carrier.text)),
            "urgency": JSONValue(.string(recall.task.urgency.rawValue)), "due": JSONValue(.string(recall.task.due.description)),
            "state": JSONValue(.string(recall.task.state.rawValue)),
        ]
    }

    private static func handling(_ call: Call) throws -> HandleRecalls {
        let terms = try call.terms()
        return HandleRecalls(
            CaseAccess(
                partition: try call.partition(), law: call.node.regulations.law, actor: terms.actor, purpose: terms.purpose))
    }

    private static let recalls = APIOperation(
        "list-recalls", .get, "/api/v1/regions/{region}/recalls", .findings,
        sv: "Vilka bärare ska få veta att en variant bedöms på ett nytt sätt? Det loggas.",
        en: "Which carriers are to be told that a variant is read differently? It is logged.",
        outcomes: [.init(.ok, "Those due first.", .object([.init("recalls", .list(recall))]))]
    ) { call in
        call.answer(["recalls": JSONValue(try await handling(call).list().map(json))])
    }
    .with(\.parameters, [region])
    .with(\.problems, [.notFound])

    private static let recallStep = APIOperation(
        "take-recall-step", .post, "/api/v1/regions/{region}/recalls/{recall}/steps", .findings,
        sv: "Tilldela, skicka brev, informera, avsluta.", en: "Assign, send the letter, inform, finish or close.",
        outcomes: [.init(.created, "As it then is.", recall)]
    ) { call in
        guard let act = call.body["act"]?.string.flatMap(RecallAct.init), let id = call.number("recall") else {
            throw FindingRefusal(.field("act"))
        }
        return call.answer(
            json(try await handling(call).take(act, in: id, words: call.body["words"]?.string ?? "")), .created)
    }
    .with(\.parameters, [region, .path("recall", .count, "The recall's number.")])
    .with(
        \.body,
        .json(
            .object([
                .init("act", .words(RecallAct.self)), .init("words", .text(.init(lengths: 0...4000)), isRequired: false),
            ]))
    )
    .with(\.problems, [.notFound, .conflict, .unprocessableContent])
}
