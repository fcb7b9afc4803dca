package import AccessModel
package import ClinicalModel
package import Records
internal import StructuredText

/// Lists what has been sent to a partition, and what is on its way there, for those whose work it is.
package struct ListSubmissions: Sendable {
    package struct Row: Hashable, Sendable {
        package enum State: String, Sendable, CaseIterable {
            /// Files are still to come.
            case uploading
            case received, available, quarantined, superseded
            /// Its content was destroyed by decision.
            case emptied
        }

        package let id: String
        package let state: State
        package let caseName: String
        package let laboratory: String
        /// Nil for an upload.
        package let received: Timestamp?
        package let kind: String
        /// How many call sets it brought, and how many of those other regions' questions may count.
        package let callSets: Int
        package let released: Int
        /// Why it lies in quarantine.
        package let failure: IntakeFailure?
    }

    package let partition: Partition
    package let actor: Actor
    package let purpose: Purpose

    package init(partition: Partition, actor: Actor, purpose: Purpose) {
        self.partition = partition
        self.actor = actor
        self.purpose = purpose
    }

    /// Uploads first, then the latest first; that they were read stands in the ledger. Throws `AdministrativeRefusal`.
    package func run() async throws -> [Row] {
        if let refusal = AdministrativeRights.refusal(of: .submit, for: actor, purpose: purpose, in: partition.layout.region) {
            throw refusal
        }
        let counts = try partition.records.callSetCountsBySubmission()
        let uploads = UploadSession.all(in: partition).compactMap { try? UploadSession.open($0, in: partition) }.map { session in
            Row(
                id: session.id, state: .uploading, caseName: session.caseName, laboratory: session.laboratory, received: nil,
                kind: session.kind.rawValue, callSets: 0, released: 0, failure: nil)
        }
        // A submission that is tried again is an upload while its files come.
        let underWay = Set(uploads.map(\.id))
        let rows = try partition.records.submissions().reversed().filter { !underWay.contains($0.id) }
        let found = uploads + rows.map { row in Row(row, counts[row.id] ?? (0, 0)) }
        try await SubmissionReading(partition: partition, actor: actor, purpose: purpose).list(of: found.count)
        return found
    }
}

extension ListSubmissions.Row {
    init(_ row: SubmissionRow, _ counts: (callSets: Int, released: Int)) {
        let state: State =
            switch row.state {
            case _ where row.isEmptied: .emptied
            case .received: .received
            case .available: .available
            case .quarantined: .quarantined
            case .superseded: .superseded
            }
        let failure =
            state == .quarantined
            ? row.receipt.flatMap { try? JSONReader.read($0) }.flatMap { SubmissionReceipt($0) }?.failure : nil
        self.init(
            id: row.id, state: state, caseName: row.caseName, laboratory: row.laboratory, received: row.received,
            kind: row.kind.rawValue, callSets: counts.callSets, released: counts.released, failure: failure)
    }
}

/// Shows one submission: how far its files have come, or what became of it.
package struct ShowSubmission: Sendable {
    package struct View: Sendable {
        package let row: ListSubmissions.Row
        package let upload: UploadSession?
        /// Nil while it is on its way, and where its content was destroyed.
        package let receipt: SubmissionReceipt?
        package let steps: [SubmissionStep]
        /// What it brought, as it is now.
        package let callSets: [RecordedCallSet]
        /// The submission that it mends or corrects, and those that mend or correct it.
        package let concerns: String?
        package let concernedBy: [String]
        /// Whether it can be mended here: its manifest is kept.
        package let isMendable: Bool
    }

    package let partition: Partition
    package let actor: Actor
    package let purpose: Purpose
    package let submission: String

    package init(partition: Partition, actor: Actor, purpose: Purpose, submission: String) {
        self.partition = partition
        self.actor = actor
        self.purpose = purpose
        self.submission = submission
    }

    /// That it was read stands in the ledger, unless it is an upload. Throws `AdministrativeRefusal` and
    /// `PartitionError.unknownSubmission`.
    package func run() async throws -> View {
        if let refusal = AdministrativeRights.refusal(of: .submit, for: actor, purpose: purpose, in: partition.layout.region) {
            throw refusal
        }
        let records = partition.records
        if let session = try? UploadSession.open(submission, in: partition) {
            return View(
                row: ListSubmissions.Row(
                    id: session.id, state: .uploading, caseName: session.caseName, laboratory: session.laboratory, received: nil,
                    kind: session.kind.rawValue, callSets: 0, released: 0, failure: nil),
                upload: session, receipt: nil, steps: [], callSets: [], concerns: session.concerns, concernedBy: [],
                isMendable: false)
        }
        guard let row = try records.submission(id: submission) else {
            throw PartitionError(.unknownSubmission, place: "submission")
        }
        try await SubmissionReading(partition: partition, actor: actor, purpose: purpose).receipt(of: submission)
        let callSets = try records.callSets(ofSubmission: submission)
        let released = callSets.filter { $0.publicationBatch != nil }.count
        return View(
            row: ListSubmissions.Row(row, (callSets.count, released)), upload: nil,
            receipt: row.receipt.flatMap { try? JSONReader.read($0) }.flatMap { SubmissionReceipt($0) },
            steps: try records.steps(of: submission), callSets: callSets, concerns: row.concerns,
            concernedBy: try records.submissions(concerning: submission),
            isMendable: row.state == .quarantined && !row.manifest.isEmpty)
    }
}
