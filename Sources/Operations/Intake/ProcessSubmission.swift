internal import AccessModel
internal import ClinicalModel
internal import GenomeModel
internal import Records
internal import StructuredText
internal import VariantFormats
internal import VariantStorage

/// The steps after the first, for a submission whose record is durable: also what goes on with it after a crash.
///
/// All checks come before the first write outside the submission's own record. Then, each durable before the next: identities, the index,
/// the records, the ledger. Once the step `identity-resolved` is recorded nothing can fail but the machine, so a crash after it is
/// continued, never undone.
struct ProcessSubmission {
    let partition: Partition
    let id: String

    func run(_ early: IntakeFailure? = nil) async throws -> SubmissionReceipt {
        guard let row = try partition.records.submission(id: id) else { throw PartitionError(.unknownSubmission, place: id) }
        do {
            if let early { throw early }
            return try await process(row)
        } catch let failure as IntakeFailure {
            return try await QuarantineSubmission(partition: partition, row: row).run(failure)
        }
    }

    private func process(_ row: SubmissionRow) async throws -> SubmissionReceipt {
        guard let bytes = try partition.identity.openManifest(of: id) else {
            throw PartitionError(.damaged, place: partition.layout.identity)
        }
        guard bytes.count <= JSONReader.sizeLimit else { throw IntakeFailure.manifestTooLarge(limit: JSONReader.sizeLimit) }
        let manifest: SubmissionManifest
        switch SubmissionManifest.read(bytes) {
        case .faults(let faults): throw IntakeFailure.manifestInvalid(faults)
        case .manifest(let read): manifest = read
        }
        try checkFiles(manifest)
        // On another core, while the checks and the reading go on: nothing outside the submission's own record is written before it is through.
        let proof = Task.detached { [partition, id] in
            try partition.files.prove(manifest.names, of: id)
        }
        do {
            return try await process(row, manifest, proof)
        } catch {
            // Also where the machine failed: nobody shall read on behind the back of whoever comes next.
            let differing = try await proof.value
            if error is IntakeFailure, let name = differing.first { throw IntakeFailure.checksum(name) }
            throw error
        }
    }

    private func process(
        _ row: SubmissionRow, _ manifest: SubmissionManifest, _ proof: Task<[String], any Error>
    ) async throws -> SubmissionReceipt {
        let done = Set(try partition.records.steps(of: id).filter { $0.outcome == .done }.map(\.step))
        var plan = try SubmissionPlan(manifest: manifest, id: id, partition: partition)
        if !done.contains(IntakeStep.identityResolved.rawValue) {
            try plan.checkAgainstRegion()
            try plan.checkQuality()
            try plan.checkIdentities()
            try partition.reach(.checksPassed)
        } else {
            try plan.resolvePseudonyms()
        }
        let receipt = manifest.kind == .correction ? try correct(plan, row) : try await index(plan, row, done, proof)
        try await AcknowledgeSubmission(partition: partition, receipt: receipt).run()
        return receipt
    }

    /// The files once more, for what a crash kept from being said about them.
    private func checkFiles(_ manifest: SubmissionManifest) throws {
        for file in manifest.files {
            if file.bytes > partition.settings.fileLimit {
                throw IntakeFailure.fileTooLarge(file.name, limit: partition.settings.fileLimit)
            }
            if let found = fileLength(partition.layout.file(file.sha256)) {
                guard found != file.bytes else { continue }
                throw IntakeFailure.fileSize(file.name, expected: file.bytes, found: found)
            }
            guard let found = fileLength(partition.files.draft(file.name, of: id)) else {
                throw IntakeFailure.fileMissing(file.name)
            }
            // Whether the bytes are right is for `StoredFiles.prove` to say.
            guard found == file.bytes else { throw IntakeFailure.fileSize(file.name, expected: file.bytes, found: found) }
        }
    }

    private func correct(_ plan: SubmissionPlan, _ row: SubmissionRow) throws -> SubmissionReceipt {
        var receipt = self.receipt(row, plan)
        receipt.state = .available
        receipt.completed = partition.now()
        try partition.records.correct(
            plan.correction(
                receipt, [.filesComplete, .manifestValid, .qualityPassed, .identityResolved, .available], at: partition.now()))
        try partition.reach(.recordsAccepted)
        return receipt
    }

    private func index(
        _ plan: SubmissionPlan, _ row: SubmissionRow, _ done: Set<String>, _ proof: Task<[String], any Error>
    ) async throws -> SubmissionReceipt {
        let indexing = try IndexSubmission(partition: partition, plan: plan)
        let staged = try await indexing.stage()
        do {
            if let name = try await proof.value.first { throw IntakeFailure.checksum(name) }
            try partition.files.keep(plan.manifest.names, of: id)
            try partition.reach(.staged)
            if !done.contains(IntakeStep.identityResolved.rawValue) {
                try plan.writeIdentities()
                try partition.reach(.identitiesWritten)
                try record([.filesComplete, .manifestValid, .qualityPassed, .identityResolved])
                try partition.reach(.identityStepRecorded)
            }
            try indexing.commit(staged)
        } catch {
            indexing.discard(staged)
            throw error
        }
        try partition.reach(.indexCommitted)
        var receipt = self.receipt(row, plan)
        indexing.describe(staged, in: &receipt)
        receipt.warnings = try indexing.warnings(staged)
        receipt.state = .available
        receipt.completed = partition.now()
        let leavesOtherIndex = try plan.replacesInOtherAssembly()
        try partition.records.accept(plan.accepted(receipt, [.indexed, .available], at: partition.now()))
        try partition.reach(.recordsAccepted)
        if leavesOtherIndex {
            try EraseFromIndex(partition: partition, assemblies: Assembly.allCases.filter { $0 != plan.manifest.assembly }).run()
        }
        // From here on the submission is in. A merge that fails, on a full disk say, waits for the next one.
        if let failure = indexing.merge(staged) { partition.note("merge", failure) }
        return receipt
    }

    private func record(_ steps: [IntakeStep]) throws {
        let time = partition.now()
        try partition.records.record(steps.map { SubmissionStep(step: $0.rawValue, outcome: .done, time: time) }, of: id)
    }

    private func receipt(_ row: SubmissionRow, _ plan: SubmissionPlan) -> SubmissionReceipt {
        var receipt = SubmissionReceipt(
            submission: id, kind: row.kind.rawValue, state: .received, region: partition.layout.region,
            caseName: plan.manifest.caseName,
            laboratory: plan.manifest.laboratory.text, received: row.received)
        receipt.people = plan.manifest.people.count
        receipt.findings = plan.manifest.findings.count
        receipt.files = plan.manifest.files.map {
            SubmissionReceipt.File(name: $0.name, sha256: $0.sha256, bytes: $0.bytes, role: $0.role.rawValue)
        }
        return receipt
    }
}
