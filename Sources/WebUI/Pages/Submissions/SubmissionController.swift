internal import AccessModel
internal import ClinicalModel
internal import HTTPTypes
internal import Hummingbird
internal import Identification
internal import NIOCore
internal import Operations
internal import Records
internal import StructuredText

/// Sending in, and what became of what was sent. The region is always the visitor's own: nobody sends to another.
struct SubmissionController: PageController {
    /// Bytes of a form with files. Larger files come piece by piece, by the script of the page or over the API.
    static let formLimit = 32 << 20
    /// Bytes of one piece.
    static let pieceLimit = 16 << 20

    let site: Site

    func addRoutes(to router: Router<PageContext>) {
        router.get(RouterPath(SiteURL.submissions.route), use: list)
        router.post(RouterPath(SiteURL.submissions.route), use: begin)
        router.get(RouterPath(SiteURL.submission("").route), use: show)
        router.post(RouterPath(SiteURL.submissionFiles("").route), use: sendFiles)
        router.patch(RouterPath(SiteURL.submissionFile("", "").route), use: sendPiece)
        router.post(RouterPath(SiteURL.finishSubmission("").route), use: finish)
        router.post(RouterPath(SiteURL.dropUpload("").route), use: drop)
        router.get(RouterPath(SiteURL.mendSubmission("").route), use: showMending)
        router.post(RouterPath(SiteURL.mendSubmission("").route), use: mend)
        router.post(RouterPath(SiteURL.originalManifest("").route), use: original)
    }

    private func partition(_ context: PageContext) throws -> (partition: Partition, actor: Actor, purpose: Purpose) {
        let (actor, purpose) = try context.asking()
        let partition = try site.node.partition(
            actor.region, for: .submit, by: actor, purpose: purpose, in: context.language)
        return (partition, actor, purpose)
    }

    // MARK: Looking

    @Sendable private func list(_ request: Request, _ context: PageContext) async throws -> Response {
        var model = try await listModel(context)
        model = SubmissionListModel(
            region: model.region, rows: model.rows,
            state: request.queryText("state").flatMap { ListSubmissions.Row.State(rawValue: $0) },
            page: max(1, request.queryText("page").flatMap { Int($0) } ?? 1), formLimit: model.formLimit,
            fileLimit: model.fileLimit)
        return site.answer(model, to: request, context)
    }

    private func listModel(_ context: PageContext) async throws -> SubmissionListModel {
        let (partition, actor, purpose) = try partition(context)
        return SubmissionListModel(
            region: partition.layout.region,
            rows: try await ListSubmissions(partition: partition, actor: actor, purpose: purpose).run(), state: nil, page: 1,
            formLimit: SubmissionController.formLimit, fileLimit: min(partition.settings.fileLimit, site.node.uploadLimit))
    }

    @Sendable private func show(_ request: Request, _ context: PageContext) async throws -> Response {
        site.answer(try await model(context.pathText("submission"), context), to: request, context)
    }

    private func model(_ submission: String, _ context: PageContext) async throws -> SubmissionModel {
        let (partition, actor, purpose) = try partition(context)
        let view = try await ShowSubmission(partition: partition, actor: actor, purpose: purpose, submission: submission).run()
        return SubmissionModel(view: view, formLimit: SubmissionController.formLimit)
    }

    // MARK: Sending

    /// The manifest, as a file or as text that was mended on the page, and the files that came along. Where all came the submission is
    /// taken in; else it waits for the rest.
    @Sendable private func begin(_ request: Request, _ context: PageContext) async throws -> Response {
        let (partition, _, _) = try partition(context)
        let form = try await MultipartForm.read(request, context, limit: SubmissionController.formLimit)
        let files = form.files.filter { $0.name == "files" }
        var sent: String?
        do {
            let text = try SubmissionController.manifest(of: form)
            sent = text
            let manifest = try SubmissionController.read(text)
            let filled = form.form.text("measure") == nil ? manifest : ManifestFiles.filled(manifest, with: files.map(\.measured))
            let session: UploadSession
            switch try BeginUpload(partition: partition, manifest: filled, uploadLimit: site.node.uploadLimit).run() {
            case .known(let receipt): return await seen(receipt.submission, request, context)
            case .begun(let begun): session = begun
            case .underWay(let underWay): session = underWay
            }
            // The script sends the files by itself, piece by piece.
            guard !request.wantsJSON else { return site.answer(try await model(session.id, context), to: request, context) }
            return try await take(files, session.id, partition, request, context)
        } catch let error as UploadError {
            guard !request.wantsJSON else { throw error }
            var model = try await listModel(context)
            model.trouble = SubmissionController.trouble(error, manifest: sent, context)
            let status = model.trouble.map { HTTPResponse.Status(integerLiteral: $0.facts.status) } ?? .unprocessableContent
            return site.answer(model, to: request, context, status: status)
        }
    }

    /// Further files of an upload, in a form.
    @Sendable private func sendFiles(_ request: Request, _ context: PageContext) async throws -> Response {
        let (partition, _, _) = try partition(context)
        let id = try context.pathText("submission")
        let form = try await MultipartForm.read(request, context, limit: SubmissionController.formLimit)
        do {
            return try await take(form.files.filter { $0.name == "files" }, id, partition, request, context)
        } catch let error as UploadError {
            var model = try await model(id, context)
            model.trouble = SubmissionController.trouble(error, manifest: nil, context)
            let status = model.trouble.map { HTTPResponse.Status(integerLiteral: $0.facts.status) } ?? .unprocessableContent
            return site.answer(model, to: request, context, status: status)
        }
    }

    /// Keeps files that came whole, and takes the submission in where none is missing any more.
    private func take(
        _ files: [MultipartForm.File], _ id: String, _ partition: Partition, _ request: Request, _ context: PageContext
    ) async throws -> Response {
        for file in files {
            let session = try UploadSession.open(id, in: partition)
            guard let known = session.files.first(where: { $0.name == file.fileName }) else { throw UploadError(.unknownFile) }
            // What came before of the same file is its beginning, or the file is another.
            guard known.offset <= file.bytes.count else { throw UploadError(.tooLong(length: known.bytes)) }
            let piece = try UploadPiece(file.fileName, of: session, at: known.offset, in: partition)
            try piece.append(Array(file.bytes[known.offset...]))
            try piece.sync()
        }
        guard try UploadSession.open(id, in: partition).missing.isEmpty else { return await seen(id, request, context) }
        return await seen(try await FinishUpload(partition: partition, id: id).run().submission, request, context)
    }

    /// A piece of a file, from the script of the page. The session's token comes in a header field.
    @Sendable private func sendPiece(_ request: Request, _ context: PageContext) async throws -> Response {
        let (partition, _, _) = try partition(context)
        let token = HTTPField.Name("Samsyn-Form").flatMap { request.headers[$0] }
        guard try context.signedIn().session.formToken.matches(token) else { throw PageDetour.foreignForm }
        let session = try UploadSession.open(try context.pathText("submission"), in: partition)
        let offset = HTTPField.Name("Upload-Offset").flatMap { request.headers[$0] }.flatMap { Int($0) } ?? 0
        let piece = try UploadPiece(try context.pathText("file"), of: session, at: offset, in: partition)
        var taken = 0
        do {
            for try await buffer in request.body {
                taken += buffer.readableBytes
                guard taken <= SubmissionController.pieceLimit else { throw PageForm.fault(413, "body-too-large", context) }
                try piece.append(Array(buffer.readableBytesView))
            }
            try piece.sync()
        } catch {
            try piece.sync()
            throw error
        }
        return Response(
            status: .noContent, headers: HTTPField.Name("Upload-Offset").map { [$0: String(piece.offset)] } ?? [:])
    }

    @Sendable private func finish(_ request: Request, _ context: PageContext) async throws -> Response {
        let (partition, _, _) = try partition(context)
        _ = try await PageForm.read(request, context)
        let receipt = try await FinishUpload(partition: partition, id: try context.pathText("submission")).run()
        return await seen(receipt.submission, request, context)
    }

    @Sendable private func drop(_ request: Request, _ context: PageContext) async throws -> Response {
        let (partition, _, _) = try partition(context)
        _ = try await PageForm.read(request, context)
        let session = try UploadSession.open(try context.pathText("submission"), in: partition)
        try UploadSession.remove(session.id, in: partition)
        return site.redirect(to: .submissions)
    }

    /// To the submission's page; the script is told where that is.
    private func seen(_ id: String, _ request: Request, _ context: PageContext) async -> Response {
        guard request.wantsJSON, let model = try? await model(id, context) else { return site.redirect(to: .submission(id)) }
        return site.answer(model, to: request, context)
    }

    // MARK: Mending

    private func mending(_ context: PageContext) throws -> MendSubmission {
        let (partition, actor, purpose) = try partition(context)
        return MendSubmission(
            partition: partition, actor: actor, purpose: purpose, submission: try context.pathText("submission"))
    }

    @Sendable private func showMending(_ request: Request, _ context: PageContext) async throws -> Response {
        let mending = try mending(context)
        let draft = try mending.draft()
        return site.answer(
            MendingModel(
                view: try await model(mending.submission, context).view, text: draft.text, line: draft.line, faults: draft.faults,
                formLimit: SubmissionController.formLimit), to: request, context)
    }

    @Sendable private func mend(_ request: Request, _ context: PageContext) async throws -> Response {
        let mending = try mending(context)
        let form = try await MultipartForm.read(request, context, limit: SubmissionController.formLimit)
        let text = form.form.text("manifest") ?? ""
        let files = form.files.filter { $0.name == "files" }
        do {
            let mended = try mending.filled(text)
            let filled = form.form.text("measure") == nil ? mended : ManifestFiles.filled(mended, with: files.map(\.measured))
            switch try BeginUpload(partition: mending.partition, manifest: filled, uploadLimit: site.node.uploadLimit).run() {
            case .known(let receipt): return await seen(receipt.submission, request, context)
            case .begun(let session), .underWay(let session):
                return try await take(files, session.id, mending.partition, request, context)
            }
        } catch let error as UploadError {
            // The places are those of the text on the page: it has the lines that the faults speak of.
            var faults: [ManifestFault] = []
            if case .manifest = error.code, case .faults(let found) = SubmissionManifest.read(Array(text.utf8)) { faults = found }
            let model = MendingModel(
                view: try await model(mending.submission, context).view, text: text, faults: faults,
                formLimit: SubmissionController.formLimit, trouble: ProblemFacts(error, context.language))
            return site.answer(
                model, to: request, context,
                status: HTTPResponse.Status(integerLiteral: ProblemFacts(error, context.language).status))
        }
    }

    /// The manifest as a file, identity numbers included; that it was fetched is in the ledger.
    @Sendable private func original(_ request: Request, _ context: PageContext) async throws -> Response {
        let mending = try mending(context)
        _ = try await PageForm.read(request, context)
        let manifest = try await mending.original()
        return Response(
            status: .ok,
            headers: [
                .contentType: "application/json", .contentDisposition: "attachment; filename=\"manifest.json\"",
                .cacheControl: "no-store",
            ], body: ResponseBody(byteBuffer: ByteBuffer(string: manifest.indentedText)))
    }

    // MARK: Reading what was sent

    /// The manifest's text: of the file that was chosen, else of the field in which it was mended.
    private static func manifest(of form: MultipartForm) throws -> String {
        guard let file = form.files.first(where: { $0.name == "manifest" }) else { return form.form.text("manifest") ?? "" }
        guard file.bytes.count <= JSONReader.sizeLimit, let text = String(validating: file.bytes, as: UTF8.self) else {
            let place = SourcePlace(line: 1, column: 1)
            guard case .faults(let faults) = SubmissionManifest.read(file.bytes) else { return "" }
            throw UploadError(.manifest(faults.isEmpty ? [ManifestFault(.wrongType, path: "", place: place)] : faults))
        }
        return text
    }

    private static func read(_ text: String) throws -> JSONValue {
        do throws(JSONSyntaxError) {
            return try JSONReader.read(text)
        } catch {
            throw UploadError(.manifest([ManifestFault(.notJSON(error), path: "", place: error.place)]))
        }
    }

    private static func trouble(
        _ error: UploadError, manifest: String?, _ context: PageContext
    ) -> SubmissionListModel.Trouble {
        var faults: [ManifestFault] = []
        if case .manifest(let found) = error.code { faults = found }
        return SubmissionListModel.Trouble(
            facts: ProblemFacts(error, context.language), faults: faults, manifest: faults.isEmpty ? nil : manifest)
    }
}

extension MultipartForm.File {
    /// As a manifest would list it.
    fileprivate var measured: ManifestFiles.Measured {
        ManifestFiles.Measured(name: fileName, bytes: bytes.count, sha256: ContentDigest.of(bytes))
    }
}
