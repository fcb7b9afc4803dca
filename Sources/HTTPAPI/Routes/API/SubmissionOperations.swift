internal import AccessModel
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import Operations
internal import Records
internal import StructuredText

/// Sending in: the manifest first, then each file in as many pieces as it takes, then the word that it is whole.
///
/// The pieces follow the IETF's "Resumable Uploads for HTTP" (draft-ietf-httpbis-resumable-upload) and tus 1.0: PATCH with
/// `Upload-Offset`, HEAD to ask how far one came.
enum SubmissionOperations {
    static let all = [list, show, begin, progress, send, finish, drop]

    private static let region = Parameter.path("region", .regionCode, "The region's code.")
    private static let submission = Parameter.path(
        "submission", .text(.init(pattern: "sub-[0-9a-f]{16}", lengths: 20...20, example: "sub-0123456789abcdef")),
        "The submission's identifier.")
    private static let file = Parameter.path(
        "file", .text(.init(lengths: 1...255, example: "calls.vcf.gz")), "The file's name as the manifest has it.")
    private static let pieces = ["application/partial-upload", "application/offset+octet-stream"]

    /// The region's partition for whoever may send in, and what notes that they read there.
    private static func reading(_ call: Call) throws -> (partition: Partition, reading: SubmissionReading) {
        let (partition, actor) = try call.partition(for: .submit)
        return (partition, SubmissionReading(partition: partition, actor: actor, purpose: try call.terms().purpose))
    }

    private static let list = APIOperation(
        "list-submissions", .get, "/api/v1/regions/{region}/submissions", .submissions, sv: "Vilka insändningar finns?",
        en: "Which submissions are there?",
        outcomes: [.init(.ok, "By identifier.", SubmissionJSON.list)]
    ) { call in
        let (partition, reading) = try reading(call)
        let state = call.parameter("state").flatMap { SubmissionRow.State(rawValue: $0) }
        let after = try call.parameter("cursor").map { try PageCursor($0).after } ?? ""
        let limit = call.number("limit") ?? 100
        let rest = try partition.records.submissions(state: state).filter { $0.id > after }.sorted { $0.id < $1.id }
        let page = rest.prefix(limit)
        try await reading.list(of: page.count)
        return call.answer([
            "submissions": JSONValue(page.map(SubmissionJSON.json)),
            "next": JSONValue(rest.count > limit ? page.last.map { PageCursor(after: $0.id).text } : nil),
        ])
    }
    .with(
        \.parameters,
        [region, .query("state", .words(SubmissionRow.State.self), "Only of this state.")] + PageCursor.parameters
    )
    .with(\.problems, [.notFound])

    private static let show = APIOperation(
        "show-submission", .get, "/api/v1/regions/{region}/submissions/{submission}", .submissions,
        sv: "Kvittot, eller hur långt uppladdningen har kommit.", en: "The receipt, or how far the upload has come.",
        outcomes: [
            .init(.ok, "Either.", .either([SubmissionJSON.receipt, SubmissionJSON.upload])),
            .init(.notModified, "The asker has it already."),
        ]
    ) { call in
        let (partition, reading) = try reading(call)
        let id = call.parameter("submission") ?? ""
        if let session = try? UploadSession.open(id, in: partition) { return call.taggedAnswer(SubmissionJSON.json(session)) }
        guard let row = try partition.records.submission(id: id), let receipt = row.receipt.flatMap({ try? JSONReader.read($0) })
        else { throw PartitionError(.unknownSubmission, place: "submission") }
        try await reading.receipt(of: id)
        return call.taggedAnswer(receipt)
    }
    .with(\.parameters, [region, submission])
    .with(\.problems, [.notFound])

    private static let begin = APIOperation(
        "begin-submission", .post, "/api/v1/regions/{region}/submissions", .submissions, sv: "Sänd manifestet.",
        en: "Send the manifest. The same manifest is the same submission.",
        outcomes: [
            .init(.created, "The files are awaited.", SubmissionJSON.upload),
            .init(.ok, "It was taken in before, or is under way.", .either([SubmissionJSON.receipt, SubmissionJSON.upload])),
        ]
    ) { call in
        let (partition, reading) = try reading(call)
        switch try BeginUpload(partition: partition, manifest: call.body, uploadLimit: call.node.uploadLimit).run() {
        case .known(let receipt):
            try await reading.receipt(of: receipt.submission)
            return call.answer(receipt.json)
        case .underWay(let session): return call.answer(SubmissionJSON.json(session))
        case .begun(let session):
            let location = "\(call.request.uri.path)/\(session.id)"
            return call.answer(SubmissionJSON.json(session), .created, headers: [.location: location])
        }
    }
    .with(\.parameters, [region])
    .with(
        \.body,
        .json(
            .described(
                "A manifest: schemas/submission.schema.json.",
                .object([.init("format", .words([SubmissionManifest.format]))], isOpen: true)))
    )
    .with(\.bodyLimit, 16 << 20)
    .with(\.problems, [.notFound, .conflict, .unprocessableContent, .tooManyRequests])

    private static func session(_ call: Call) throws -> (partition: Partition, session: UploadSession) {
        let (partition, _) = try call.partition(for: .submit)
        return (partition, try UploadSession.open(call.parameter("submission") ?? "", in: partition))
    }

    private static let progress = APIOperation(
        "show-upload", .head, "/api/v1/regions/{region}/submissions/{submission}/files/{file}", .submissions,
        sv: "Hur långt har filen kommit?", en: "How far has the file come?",
        outcomes: [.init(.noContent, "Upload-Offset and Upload-Length say it.")]
    ) { call in
        let (_, session) = try session(call)
        guard let file = session.files.first(where: { $0.name == call.parameter("file") }) else {
            throw UploadError(.unknownFile)
        }
        return call.empty(headers: [
            .uploadOffset: String(file.offset), .uploadLength: String(file.bytes), .cacheControl: "no-store",
        ])
    }
    .with(\.parameters, [region, submission, file])
    .with(\.problems, [.notFound])

    private static let send = APIOperation(
        "send-piece", .patch, "/api/v1/regions/{region}/submissions/{submission}/files/{file}", .submissions,
        sv: "Sänd en del av en fil.", en: "Send a piece of a file. What has come stays, also where the connection breaks.",
        outcomes: [.init(.noContent, "Upload-Offset says how far the file has come.")]
    ) { call in
        let (partition, session) = try session(call)
        let piece = try UploadPiece(
            call.parameter("file") ?? "", of: session, at: call.number("Upload-Offset") ?? 0, in: partition)
        do {
            for try await buffer in call.request.body { try piece.append(Array(buffer.readableBytesView)) }
            try piece.sync()
        } catch {
            try piece.sync()
            throw error
        }
        return call.empty(headers: [.uploadOffset: String(piece.offset)])
    }
    .with(
        \.parameters,
        [
            region, submission, file,
            .header("Upload-Offset", .integer(0...(1 << 50)), "Where the piece begins: where the file ends.", isRequired: true),
        ]
    )
    .with(\.body, .stream(pieces))
    .with(\.seconds, 600)
    .with(\.problems, [.notFound, .conflict])

    private static let finish = APIOperation(
        "finish-submission", .post, "/api/v1/regions/{region}/submissions/{submission}/completion", .submissions,
        sv: "Allt har kommit: ta emot insändningen.", en: "All has come: take the submission in.",
        outcomes: [.init(.ok, "The receipt: available, or in quarantine and why.", SubmissionJSON.receipt)]
    ) { call in
        let (partition, session) = try session(call)
        return call.answer(try await FinishUpload(partition: partition, id: session.id).run().json)
    }
    .with(\.parameters, [region, submission])
    .with(\.seconds, 3600)
    .with(\.problems, [.notFound, .conflict])

    private static let drop = APIOperation(
        "drop-upload", .delete, "/api/v1/regions/{region}/submissions/{submission}", .submissions,
        sv: "Ta bort en uppladdning som inte är klar.", en: "Remove an upload that is not finished.",
        outcomes: [.init(.noContent, "It is gone. A submission that was taken in is not touched.")]
    ) { call in
        let (partition, session) = try session(call)
        try UploadSession.remove(session.id, in: partition)
        return call.empty()
    }
    .with(\.parameters, [region, submission])
    .with(\.problems, [.notFound])
}
