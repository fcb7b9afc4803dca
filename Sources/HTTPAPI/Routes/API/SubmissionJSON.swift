internal import ClinicalModel
internal import Operations
internal import Records
internal import StructuredText

/// Submissions as JSON; each form beside its writer.
enum SubmissionJSON {
    private static let row = Schema.named(
        "Submission",
        .object([
            .init("submission", .text), .init("kind", .words(SubmissionRow.Kind.self)),
            .init("state", .words(SubmissionRow.State.self)), .init("case", .text), .init("laboratory", .text),
            .init("received", .moment), .init("concerns", .nullable(.text)),
        ]))

    static let list = Schema.object([.init("submissions", .list(row)), .init("next", .nullable(.text))])

    static func json(_ row: SubmissionRow) -> JSONValue {
        [
            "submission": JSONValue(.string(row.id)), "kind": JSONValue(.string(row.kind.rawValue)),
            "state": JSONValue(.string(row.state.rawValue)), "case": JSONValue(.string(row.caseName)),
            "laboratory": JSONValue(.string(row.laboratory)), "received": JSONValue(.string(row.received.description)),
            "concerns": JSONValue(row.concerns),
        ]
    }

    static let upload = Schema.named(
        "Upload",
        .object([
            .init("submission", .text), .init("state", .words(["uploading"])),
            .init(
                "files",
                .list(
                    .object([
                        .init("name", .text), .init("bytes", .integer(0...(1 << 50))),
                        .init("offset", .described("How many bytes have come.", .integer(0...(1 << 50)))),
                        .init("kept", .described("It lies in quarantine, and need not be sent again.", .boolean)),
                    ]))),
        ]))

    static func json(_ session: UploadSession) -> JSONValue {
        [
            "submission": JSONValue(.string(session.id)), "state": "uploading",
            "files": JSONValue(
                session.files.map { file in
                    [
                        "name": JSONValue(.string(file.name)), "bytes": JSONValue(file.bytes), "offset": JSONValue(file.offset),
                        "kept": JSONValue(file.isKept),
                    ] as JSONValue
                }),
        ]
    }

    /// As `SubmissionReceipt.json` writes it. Its parts are described in docs/intake.md.
    static let receipt = Schema.named(
        "Receipt",
        .object(
            [
                .init("submission", .text), .init("kind", .text), .init("state", .words(SubmissionReceipt.State.self)),
                .init("region", .regionCode), .init("case", .text), .init("laboratory", .text), .init("received", .moment),
                .init("completed", .nullable(.moment)),
                .init(
                    "files",
                    .list(
                        .object([
                            .init("name", .text), .init("sha256", .text), .init("bytes", .integer(0...(1 << 50))),
                            .init("role", .text),
                        ]))),
                .init("people", .count), .init("findings", .count, isRequired: false),
                .init(
                    "callSets",
                    .list(
                        .object([
                            .init("name", .text), .init("assay", .text), .init("origin", .text),
                            .init("replaced", .nullable(.text)),
                            .init("variants", .count),
                        ]))),
                .init("index", .object([], isOpen: true)),
                .init("diagnostics", .list(.object([], isOpen: true))), .init("warnings", .list(.object([], isOpen: true))),
            ], isOpen: true))
}
