internal import ClinicalModel
internal import Operations
internal import Records
internal import StructuredText

/// One submission: how far its files have come, the receipt, or what went wrong.
struct SubmissionModel: PageModel {
    let view: ShowSubmission.View
    let formLimit: Int
    var trouble: SubmissionListModel.Trouble?

    var json: JSONValue {
        JSONValue(members: [
            ("submission", SubmissionListModel.json(view.row)), ("receipt", view.receipt?.json),
            (
                "upload",
                view.upload.map { session in
                    JSONValue(
                        session.files.map { file in
                            [
                                "name": JSONValue(.string(file.name)), "bytes": JSONValue(file.bytes),
                                "offset": JSONValue(file.offset), "kept": JSONValue(file.isKept),
                                "whole": JSONValue(file.isWhole),
                            ] as JSONValue
                        })
                }
            ),
            (
                "steps",
                JSONValue(
                    view.steps.map { step in
                        [
                            "step": JSONValue(.string(step.step)), "outcome": JSONValue(.string(step.outcome.rawValue)),
                            "time": JSONValue(.string(step.time.description)),
                        ] as JSONValue
                    })
            ),
            (
                "callSets",
                JSONValue(
                    view.callSets.map { callSet in
                        JSONValue(members: [
                            ("name", JSONValue(.string(callSet.record.name))),
                            ("state", JSONValue(.string(callSet.state.rawValue))),
                            ("batch", callSet.publicationBatch.map { JSONValue($0) }),
                            ("replacedBy", callSet.replacedBy.map { JSONValue(.string($0)) }),
                        ])
                    })
            ),
            ("concerns", view.concerns.map { JSONValue(.string($0)) }), ("concernedBy", JSONValue(view.concernedBy)),
        ])
    }
}
