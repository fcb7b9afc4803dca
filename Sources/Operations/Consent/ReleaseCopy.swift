package import AccessModel
package import ClinicalModel
internal import Records
internal import StructuredText
internal import VariantFormats
internal import VariantStorage

/// Gives a copy of a person's call sets to a study or a quality register, where the law and the region's policy let records out for it.
///
/// The copy is VCF, one file a call set and another for its structural calls, below `copies/<reference>/`. The person is called by a name
/// that only this project uses, other people of the same file are not in it, and header lines that could say who it is are left out. It is
/// recorded before it is written, so that no copy is ever without its record, and it is in the ledger, where the patient can see it.
package struct ReleaseCopy: Sendable {
    package enum Outcome: Sendable {
        case refused(Decision)
        /// Paths below the partition's directory.
        case released([String])
    }

    package let partition: Partition
    package let law: LawBook
    package let actor: Actor
    /// `.research` or `.qualityRegister`.
    package let purpose: Purpose
    package let person: Pseudonym
    /// The project's registration number, or the register's name.
    package let reference: String
    package let date: CivilDate

    package init(
        partition: Partition, law: LawBook, actor: Actor, purpose: Purpose, person: Pseudonym, reference: String,
        date: CivilDate
    ) {
        self.partition = partition
        self.law = law
        self.actor = actor
        self.purpose = purpose
        self.person = person
        self.reference = reference
        self.date = date
    }

    /// Throws `PartitionError.unknownPerson`, also where the person has no call set that may be used, and `FormatError` for BCF.
    package func run() async throws -> Outcome {
        try await partition.changing {
            let callSets = try partition.records.callSets(of: person).filter { $0.state == .available }
            guard let controller = callSets.first?.record.controller else {
                throw PartitionError(.unknownPerson, place: "person")
            }
            let decide = DecideAboutPerson(
                partition: partition, law: law, actor: actor, purpose: purpose, person: person, date: date,
                project: purpose == .research ? try partition.records.project(reference).map(Project.init) : nil,
                register: purpose == .qualityRegister ? QualityRegister(name: reference, holder: actor.identity) : nil)
            let decision = try decide(controller)
            let isReleasable = decision.granularity == .record && [.research, .qualityRegister].contains(purpose)
            let released = isReleasable ? try callSets.filter { try isInReleasedData($0, decision) } : []
            let paths = try released.flatMap { try copies(of: $0) }
            _ = try await partition.ledger.append(
                AuditEvent(
                    by: actor, at: partition.now(), .recordRead, process: "person copy", purpose: purpose,
                    basis: decision.basisText(.sv), decision: decision.granularity, patients: [person],
                    returned: paths.count, reference: reference,
                    detail: ["regime": decision.regime, "policy": decision.policy]))
            return isReleasable ? .released(paths) : .refused(decision)
        }
    }

    private func isInReleasedData(_ callSet: RecordedCallSet, _ decision: Decision) throws -> Bool {
        guard case .dataSets(let sets) = decision.source else { return true }
        guard let assay = try partition.records.assay(callSet.record.assay) else { return false }
        return sets.contains {
            $0.contains(area: callSet.record.area, origin: callSet.record.origin, assayKind: assay.kind)
        }
    }

    /// The small variants, and beside them the structural calls where these came in a file of their own.
    private func copies(of callSet: RecordedCallSet) throws -> [String] {
        guard let row = try partition.records.submission(id: callSet.submission), let json = try? JSONReader.read(row.manifest),
            case .manifest(let manifest) = SubmissionManifest.read(json),
            let sent = manifest.callSets.first(where: { $0.name == callSet.record.name }), let file = sent.file
        else { throw PartitionError(.damaged, place: partition.layout.records) }
        let calls = try copy(callSet, from: file, sample: sent.sample, kind: "", manifest)
        guard let events = sent.structural, events.file != file else { return [calls] }
        return [calls, try copy(callSet, from: events.file, sample: events.sample, kind: "-structural", manifest)]
    }

    private func copy(
        _ callSet: RecordedCallSet, from fileName: String, sample known: String?, kind: String, _ manifest: SubmissionManifest
    ) throws -> String {
        guard let file = try partition.records.files(of: callSet.submission).first(where: { $0.name == fileName }) else {
            throw PartitionError(.damaged, place: partition.layout.records)
        }
        let source = partition.layout.file(file.sha256)
        // Without a sample the manifest means the file's only one; the intake has seen that it has no other.
        guard let sample = try known ?? CallFileHeader.read(path: source).samples.first else {
            throw PartitionError(.damaged, place: source)
        }
        let names = ProjectNames(identity: partition.identity, reference: reference)
        let name = names.person(person)
        // The call set's own name stays inside the region.
        let number = names.digest(callSet.record.name).prefix(8)
        let folder = "copies/" + ReleaseCopy.folder(reference)
        let path = "\(folder)/\(name)-\(number)\(kind).vcf.gz"
        let isKnown = try partition.records.copies(of: person).contains { $0.path == path && $0.deleted == nil }
        if !isKnown {
            _ = try partition.records.recordCopy(
                of: person, kind: purpose == .research ? .research : .register, reference: reference, projectPseudonym: name,
                path: path, time: partition.now())
        }
        let directory = partition.layout.directory + "/" + folder
        try partition.fileSystem.createDirectory(directory)
        // Everybody in the file, whichever of their calls it holds.
        let inFile = manifest.callSets.flatMap { other in
            [
                other.file == fileName ? other.sample : nil,
                other.structural?.file == fileName ? other.structural?.sample : nil,
            ].compactMap { $0 }
        }
        let others = Set(inFile).subtracting([sample])
        // In the folder of stored files, where what a crash leaves is cleared away.
        let alone = partition.layout.file("\(callSet.submission)-alone.vcf.gz")
        let draft = partition.layout.file("\(callSet.submission)-copy.vcf.gz")
        if !others.isEmpty { try SampleRemoval.run(input: source, output: alone, removing: others) }
        try SampleRenaming.run(input: others.isEmpty ? source : alone, output: draft, names: [sample: name])
        try partition.fileSystem.remove(alone)
        try partition.fileSystem.rename(draft, partition.layout.directory + "/" + path)
        try partition.fileSystem.syncDirectory(directory)
        return path
    }

    /// A registration number as it is; a register's name, which may hold anything, by its digest.
    static func folder(_ reference: String) -> String {
        let isPlain =
            !reference.isEmpty && reference.utf8.count <= 64 && !reference.hasPrefix(".")
            && reference.utf8.allSatisfy { byte in
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "-_.".utf8.contains(byte)
            }
        return isPlain ? reference : String(ContentDigest.of(reference).prefix(16))
    }
}
