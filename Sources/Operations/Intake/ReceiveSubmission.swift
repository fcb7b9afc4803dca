internal import ClinicalModel
internal import Records
internal import StructuredText
internal import VariantStorage

/// The first step: makes durable what somebody sent, whatever it is worth.
///
/// In this order: the manifest, sealed, since it holds identity numbers; the files; the record of the submission. What a crash leaves
/// of the first two without the third is removed when the partition is opened.
struct ReceiveSubmission {
    let partition: Partition
    /// Where the manifest's files lie.
    let folder: String
    let bytes: [UInt8]

    enum Outcome {
        /// The same content was taken in before.
        case known(SubmissionReceipt)
        /// Recorded under this identifier; with the failure of a file where there is one.
        case received(String, IntakeFailure?)
    }

    func run() throws -> Outcome {
        let json = try? JSONReader.read(bytes)
        let key = partition.identity.keyedDigest(of: json?.canonicalBytes ?? bytes)
        let id = "sub-" + key.prefix(16)
        if let known = try partition.records.submission(id: id) {
            switch known.state {
            case .available, .superseded:
                if let receipt = known.receipt.flatMap({ try? JSONReader.read($0) }).flatMap({ SubmissionReceipt($0) }) {
                    return .known(receipt)
                }
                // Its content was destroyed by a decision, and does not come back by the same manifest's being sent again.
                throw PartitionError(.wrongState("destroyed"), place: id)
            case .received: return .received(id, nil)
            case .quarantined: break
            }
        }
        let now = partition.now()
        try partition.identity.sealManifest(bytes, of: id)
        try partition.reach(.manifestSealed)
        var files: [SubmissionManifest.File] = []
        var failure: IntakeFailure?
        if let json, case .manifest(let manifest) = SubmissionManifest.read(json) {
            files = manifest.files
            failure = try store(files, of: id, concerning: manifest.concerns)
        }
        let redacted = json.map { RedactedManifest.text($0) } ?? ""
        _ = try partition.records.receive(
            SubmissionRow(
                id: id, kind: json?["kind"]?.string.flatMap(SubmissionRow.Kind.init) ?? .new,
                manifestDigest: ContentDigest.of(redacted), idempotencyKey: key, manifest: redacted,
                concerns: ReceiveSubmission.concerned(json), caseName: ReceiveSubmission.name(json?["case"]),
                laboratory: ReceiveSubmission.name(json?["laboratory"]), received: now),
            files: files.map { file in
                SubmissionFile(
                    name: file.name, sha256: file.sha256, bytes: file.bytes,
                    role: SubmissionFile.Role(rawValue: file.role.rawValue) ?? .other)
            },
            steps: [SubmissionStep(step: IntakeStep.received.rawValue, outcome: .done, time: now)])
        try partition.reach(.submissionRecorded)
        return .received(id, failure)
    }

    /// Stores the files, and says what is wrong with the first that is not as the manifest says. The others are stored all the same.
    private func store(
        _ files: [SubmissionManifest.File], of id: String, concerning other: String?
    ) throws -> IntakeFailure? {
        var failure: IntakeFailure?
        for file in files {
            guard file.bytes <= partition.settings.fileLimit else {
                failure = failure ?? .fileTooLarge(file.name, limit: partition.settings.fileLimit)
                continue
            }
            let source: RegularFile
            do throws(RegularFile.Refusal) {
                source = try open(file.name, of: id, concerning: other)
            } catch {
                switch error {
                case .missing: failure = failure ?? .fileMissing(file.name)
                case .symbolicLink, .notRegular: failure = failure ?? .fileNotRegular(file.name)
                case .system: throw error
                }
                continue
            }
            guard source.length <= partition.settings.fileLimit else {
                failure = failure ?? .fileSize(file.name, expected: file.bytes, found: source.length)
                continue
            }
            let draft = partition.files.draft(file.name, of: id)
            if try partition.files.take(source, expecting: file.sha256, draft: draft) == .differs {
                failure =
                    failure
                    ?? (source.length == file.bytes
                        ? .checksum(file.name) : .fileSize(file.name, expected: file.bytes, found: source.length))
            } else if source.length != file.bytes {
                failure = failure ?? .fileSize(file.name, expected: file.bytes, found: source.length)
            }
            try partition.reach(.fileStored)
        }
        try partition.files.settle()
        try partition.reach(.filesSettled)
        return failure
    }

    /// Beside the manifest; else among what this submission, or the one that it mends, left in quarantine.
    private func open(_ name: String, of id: String, concerning other: String?) throws(RegularFile.Refusal) -> RegularFile {
        do throws(RegularFile.Refusal) {
            return try RegularFile(path: folder + "/" + name)
        } catch {
            guard error == .missing else { throw error }
            for earlier in [id, other].compactMap({ $0 }) {
                if let found = try? RegularFile(path: partition.layout.quarantine(earlier) + "/" + name) { return found }
            }
            throw error
        }
    }

    private static func concerned(_ json: JSONValue?) -> String? {
        guard let kind = json?["kind"]?.string,
            let text = (kind == "resubmission" ? json?["resubmits"] : kind == "correction" ? json?["corrects"] : nil)?.string,
            TextShape.submission.matches(text)
        else { return nil }
        return text
    }

    /// A name that the record can hold though the manifest is faulty.
    private static func name(_ value: JSONValue?) -> String {
        guard let text = value?.string, TextShape.name.matches(text), !IdentityNumber.looksLikeOne(text) else { return "" }
        return text
    }
}
