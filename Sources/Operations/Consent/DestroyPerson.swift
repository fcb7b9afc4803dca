internal import ClinicalModel
internal import GenomeModel
internal import Records
internal import StructuredText
internal import VariantFormats
internal import VariantStorage

/// Destroys everything about a person but the ledger's events. Begun, it is finished at the next opening if it is interrupted: the intention
/// stands in the records until the end, and every step can be repeated.
///
/// Relatives who came in the same submission keep theirs: its manifest, receipt and files are written anew without the person.
struct DestroyPerson {
    let partition: Partition
    let person: Pseudonym
    let decision: String
    let time: Timestamp
    /// What the records said before the first step: they forget it half way.
    let callSets: [String]
    let submissions: [String]

    init(partition: Partition, person: Pseudonym, decision: String, time: Timestamp) throws {
        self.partition = partition
        self.person = person
        self.decision = decision
        self.time = time
        callSets = Array(Set(try partition.records.callSets(of: person).map(\.record.name))).sorted()
        submissions = try partition.records.submissions(about: person)
    }

    func run() throws {
        let records = partition.records
        try records.set(DestroyPerson.setting, to: intention.canonicalText)
        try eraseFromIndexes(Set(callSets))
        for copy in try records.copies(of: person) {
            try partition.fileSystem.remove(partition.layout.directory + "/" + copy.path)
        }
        for submission in submissions { try removeFiles(of: submission) }
        try removeQuarantined()
        try partition.identity.forget(person)
        if try records.person(person) != nil {
            let remaining = try remaining()
            try records.rewriteReceipts(naming: callSets) { NameScrubbing(callSets)($0) }
            _ = try records.destroy(person, decision: decision, time: time, remaining: remaining)
        }
        try rewriteReceipts()
        try partition.files.removeAll(except: try records.filesInUse())
        // From here on nothing names the person any more, and only the free pages are left to clean.
        try records.set(DestroyPerson.setting, to: DestroyPerson.compacting)
        try DestroyPerson.compact(partition)
    }

    private static func compact(_ partition: Partition) throws {
        try partition.records.compact()
        try partition.identity.compact()
        try partition.records.set(setting, to: nil)
    }

    private func eraseFromIndexes(_ names: Set<String>) throws {
        for assembly in Assembly.allCases {
            guard let index = try partition.index(assembly) else { continue }
            let present = index.callSetNames().intersection(names)
            // Opened in any case: that clears away the files that an interrupted commit left, and the person's may be among them.
            let writer = try partition.indexWriter(assembly)
            if !present.isEmpty { try writer.commit(adding: [], erasing: present.sorted()) }
            try ForgetConsequences.run(partition, assembly, try writer.read())
            try writer.merge(.erasures)
        }
    }

    // MARK: Submissions with others

    private func isShared(_ submission: String) throws -> Bool {
        try partition.records.people(ofSubmission: submission).contains { $0 != person }
    }

    /// Files of this person alone go; files that others share are written anew without the person's samples. Reports go in any case:
    /// nobody can tell whom a text is about.
    private func removeFiles(of submission: String) throws {
        guard let row = try partition.records.submission(id: submission), try isShared(submission),
            let json = try? JSONReader.read(row.manifest), case .manifest(let manifest) = SubmissionManifest.read(json)
        else { return }
        for file in try partition.records.files(of: submission) {
            switch file.role {
            case .targets: continue
            case .report, .other: try partition.records.forgetFile(file.name, of: submission)
            case .variants:
                let within = manifest.callSets.filter { !$0.columns(in: file.name).isEmpty }
                let theirs = within.filter { callSets.contains($0.name) }
                let columns = Set(theirs.flatMap { $0.columns(in: file.name) }.compactMap { $0 })
                guard !theirs.isEmpty else { continue }
                guard theirs.count < within.count, partition.files.has(file.sha256) else {
                    try partition.records.forgetFile(file.name, of: submission)
                    continue
                }
                let draft = partition.layout.files + "/\(submission).partial.vcf.gz"
                do throws(FormatError) {
                    try SampleRemoval.run(
                        input: partition.layout.file(file.sha256), output: draft, removing: columns)
                } catch {
                    // Taken out before the crash that this run continues from.
                    guard error.code == .sampleMissing else { throw error }
                    continue
                }
                let digest = try FileCopy.digest(draft)
                try partition.fileSystem.rename(draft, partition.layout.file(digest.sha256))
                try partition.files.settle()
                try partition.records.replaceFile(file.name, of: submission, sha256: digest.sha256, bytes: digest.bytes)
            }
        }
    }

    /// The submissions that others share, as they are without the person.
    private func remaining() throws -> [String: RemainingSubmission] {
        let specimens = Set(try partition.records.specimens(of: person).map(\.name))
        let scrub = NameScrubbing(callSets)
        var remaining: [String: RemainingSubmission] = [:]
        for submission in submissions where try isShared(submission) {
            guard let row = try partition.records.submission(id: submission), let json = try? JSONReader.read(row.manifest),
                let text = row.receipt, var receipt = (try? JSONReader.read(text)).flatMap({ SubmissionReceipt($0) })
            else { continue }
            let files = Dictionary(
                uniqueKeysWithValues: try partition.records.files(of: submission).map { ($0.name, $0) })
            let manifest = ManifestWithoutPerson(specimens: specimens, files: files).text(json)
            receipt.callSets.removeAll { callSets.contains($0.name) }
            receipt.warnings.removeAll { warning in
                callSets.contains(warning.place) || scrub(warning.message.sv) != warning.message.sv
                    || scrub(warning.message.en) != warning.message.en
            }
            receipt.people = (try? JSONReader.read(manifest))?["people"]?.array?.count ?? 0
            receipt.files = receipt.files.compactMap { file in
                files[file.name].map {
                    SubmissionReceipt.File(name: $0.name, sha256: $0.sha256, bytes: $0.bytes, role: $0.role.rawValue)
                }
            }
            // What was found in the file while the person was in it.
            receipt.diagnostics = []
            receipt.figures = SubmissionReceipt.Figures()
            remaining[submission] = RemainingSubmission(manifest: manifest, receipt: receipt.json)
        }
        return remaining
    }

    // MARK: What lies in the open

    /// Quarantined submissions about the person: their manifests are sealed, and tell only when they are opened.
    private func removeQuarantined() throws {
        for submission in try partition.identity.submissionsWithManifest() {
            guard let bytes = try partition.identity.openManifest(of: submission), let json = try? JSONReader.read(bytes) else {
                continue
            }
            let numbers = (json["people"]?.array ?? []).compactMap { $0["identityNumber"]?.string }
            let isAbout = try numbers.contains { text in
                guard
                    let number = try? IdentityNumber.parse(
                        text, reserveFormats: partition.settings.reserveNumberFormats, today: time.date)
                else { return false }
                return try partition.identity.pseudonym(of: number) == person
            }
            guard isAbout else { continue }
            for directory in [partition.layout.quarantine(submission), partition.layout.receipts] {
                for name in listDirectory(directory) where directory.hasSuffix(submission) || name.hasPrefix(submission) {
                    try partition.fileSystem.remove(directory + "/" + name)
                }
            }
            try partition.records.emptySubmission(submission)
            try partition.identity.removeManifest(of: submission)
        }
    }

    /// The receipts that lie in the open: those of submissions about nobody else go, the others are written anew.
    private func rewriteReceipts() throws {
        let layout = partition.layout
        let scrub = NameScrubbing(callSets)
        for submission in submissions {
            if let text = try partition.records.submission(id: submission)?.receipt,
                let receipt = (try? JSONReader.read(text)).flatMap({ SubmissionReceipt($0) })
            {
                try AcknowledgeSubmission(partition: partition, receipt: receipt).writeReceipt()
                continue
            }
            for name in listDirectory(layout.quarantine(submission)) {
                try partition.fileSystem.remove(layout.quarantine(submission) + "/" + name)
            }
            for name in listDirectory(layout.receipts) where name.hasPrefix(submission) {
                try partition.fileSystem.remove(layout.receipts + "/" + name)
            }
        }
        for name in listDirectory(layout.receipts) {
            let path = layout.receipts + "/" + name
            guard let bytes = try RegularFile(path: path).readAll(limit: JSONReader.sizeLimit) else { continue }
            let before = String(decoding: bytes, as: UTF8.self)
            let text = scrub(before)
            if text != before { try partition.fileSystem.replace(path, in: layout.receipts, with: Array(text.utf8)) }
        }
        try partition.fileSystem.syncDirectory(layout.receipts)
    }
}

// MARK: Going on after a crash

extension DestroyPerson {
    private static let setting = "destroying"
    private static let compacting = "compacting"

    private var intention: JSONValue {
        [
            "person": JSONValue(.string(person.text)), "decision": JSONValue(.string(decision)),
            "time": JSONValue(.string(time.description)), "callSets": JSONValue(callSets), "submissions": JSONValue(submissions),
        ]
    }

    /// Whether one was interrupted.
    static func isWaiting(_ partition: Partition) throws -> Bool { try partition.records.setting(setting) != nil }

    /// Goes on with one that was interrupted.
    static func resume(_ partition: Partition) throws {
        guard let text = try partition.records.setting(setting) else { return }
        if text == compacting { return try compact(partition) }
        guard let json = try? JSONReader.read(text), let destruction = DestroyPerson(partition, json) else {
            throw PartitionError(.damaged, place: partition.layout.records)
        }
        try destruction.run()
    }

    private init?(_ partition: Partition, _ json: JSONValue) {
        guard let person = json["person"]?.string.flatMap(Pseudonym.init), let decision = json["decision"]?.string,
            let time = json["time"]?.string.flatMap({ Timestamp($0) }), let callSets = json["callSets"]?.array,
            let submissions = json["submissions"]?.array
        else { return nil }
        self.partition = partition
        self.person = person
        self.decision = decision
        self.time = time
        self.callSets = callSets.compactMap(\.string)
        self.submissions = submissions.compactMap(\.string)
    }
}
