internal import ClinicalModel
internal import GenomeModel
internal import Records
internal import StructuredText
internal import VariantFormats
internal import VariantStorage

/// Brings the call sets of a submission into the partition's index: staged first, which finds every fault of the files, then visible in one
/// step.
struct IndexSubmission {
    let partition: Partition
    let plan: SubmissionPlan
    private let directory: String
    private let writer: IndexWriter
    private let assay: String
    private let assembly: Assembly

    init(partition: Partition, plan: SubmissionPlan) throws {
        guard let assembly = plan.manifest.assembly, let assay = plan.indexAssay else {
            throw IntakeFailure.manifestInvalid([])
        }
        self.partition = partition
        self.plan = plan
        self.assembly = assembly
        self.assay = assay
        directory = partition.layout.index(assembly)
        writer = try partition.indexWriter(assembly)
        try defineAssay()
    }

    private func defineAssay() throws {
        var targets = TargetRegions.genome
        if let file = plan.targetsFile {
            do throws(FormatError) {
                targets = try TargetFile.read(path: plan.path(of: file), assembly: assembly).regions
            } catch {
                throw IntakeFailure.targetsUnusable(error, name: file.name)
            }
        }
        _ = try writer.defineAssay(assay, targets: targets)
    }

    func stage() async throws -> StageCallSets.Staged {
        let sources = plan.manifest.callSets.compactMap { callSet -> StageCallSets.Source? in
            guard let file = plan.manifest.files.first(where: { $0.name == callSet.file }), let origin = callSet.origin
            else { return nil }
            return StageCallSets.Source(
                callSet: callSet.name, path: plan.path(of: file), sample: callSet.sample, assay: assay,
                sex: plan.sex(of: callSet), origin: origin)
        }
        var stage = StageCallSets(writer: writer, index: try writer.read(), reference: nil, sources: sources)
        stage.expansionLimit = partition.settings.expansionLimit
        let meter = WorkMeter(files: stage.fileCount, bytes: stage.byteCount, report: { _ in })
        do {
            return try await stage.run(meter)
        } catch let error as FormatError {
            // The message names the file as the laboratory called it.
            let name = plan.fileName(atPath: error.file)
            throw IntakeFailure.fileUnusable(error, name: name)
        }
    }

    /// Makes the call sets visible. Those of the same names that a crash left, and those that these replace, stop counting in the same step.
    func commit(_ staged: StageCallSets.Staged) throws {
        let present = try writer.read().callSetNames()
        let names = Set(plan.manifest.callSets.map(\.name)).union(plan.replaced.values)
        try writer.commit(adding: staged.segments, erasing: names.intersection(present).sorted())
    }

    func discard(_ staged: StageCallSets.Staged) { writer.discard(staged.segments) }

    /// Merges what the levels call for. Nil where all went well.
    func merge() -> String? {
        do throws(StorageError) {
            try writer.merge(.levels)
            return nil
        } catch {
            return error.description
        }
    }

    /// Writes into the receipt what was read.
    func describe(_ staged: StageCallSets.Staged, in receipt: inout SubmissionReceipt) {
        var carriers: [String: Int] = [:]
        for file in staged.files {
            receipt.figures.records += file.records
            receipt.figures.skippedRecords += file.skippedRecords
            receipt.figures.variants += file.variants
            receipt.figures.calls += file.calls
            receipt.figures.outsideTargets += file.outsideTargets
            for (name, count) in zip(file.callSets, file.carriers) { carriers[name] = count }
            let name = plan.fileName(atPath: file.path)
            receipt.diagnostics += file.diagnostics.map { diagnostic in
                SubmissionReceipt.Diagnostic(
                    kind: diagnostic.kind.name, file: name, count: diagnostic.count, isFault: diagnostic.severity == .fault,
                    message: diagnostic.kind.localizedMessage, lines: diagnostic.places.prefix(3).map(\.line))
            }
        }
        receipt.callSets = plan.manifest.callSets.map { callSet in
            SubmissionReceipt.CallSet(
                name: callSet.name, assay: plan.assay?.indexName ?? "", origin: callSet.origin?.rawValue ?? "",
                replaced: plan.replaced[callSet.name], variants: carriers[callSet.name] ?? 0)
        }
    }

    /// What a person should look into, out of the genotypes.
    func warnings(_ staged: StageCallSets.Staged) throws -> [SubmissionReceipt.Warning] {
        var warnings: [SubmissionReceipt.Warning] = []
        for file in staged.files {
            for (name, zygosity) in zip(file.callSets, file.zygosityOnX) {
                guard let callSet = plan.manifest.callSets.first(where: { $0.name == name }) else { continue }
                if SexCheck.contradicts(plan.sex(of: callSet), zygosity) { warnings.append(SexCheck.warning(name)) }
            }
        }
        let index = try writer.read()
        for callSet in plan.manifest.callSets where callSet.origin == .germline {
            warnings += try likenessWarnings(callSet, index)
        }
        return warnings
    }

    private func likenessWarnings(_ callSet: SubmissionManifest.CallSet, _ index: VariantIndex) throws -> [SubmissionReceipt
        .Warning]
    {
        guard let targets = index.assay(named: assay)?.targets, let person = plan.person(of: callSet) else { return [] }
        var warnings: [SubmissionReceipt.Warning] = []
        for likeness in try SamePersonCheck(index: index, callSet: callSet.name, assay: targets).run()
        where likeness.isSamePerson || likeness.isDifferentPerson {
            let other: Pseudonym?
            if let inManifest = plan.manifest.callSets.first(where: { $0.name == likeness.callSet }) {
                other = plan.person(of: inManifest)
            } else {
                other = try partition.records.callSet(named: likeness.callSet)?.record.person
            }
            guard let other else { continue }
            if likeness.isSamePerson, other != person {
                warnings.append(
                    SubmissionReceipt.Warning(
                        kind: .samePersonTwice, place: callSet.name,
                        message: LocalizedText(
                            sv:
                                "Vanliga varianter stämmer med analysen \(likeness.callSet), som är registrerad på en annan person (\(likeness.shared) av \(likeness.compared)). Samma person under två namn, eller förväxlade prov; enäggstvillingar ser likadana ut.",
                            en:
                                "Common variants agree with call set \(likeness.callSet), which is registered to another person (\(likeness.shared) of \(likeness.compared)). One person under two names, or swapped samples; identical twins look the same."
                        )))
            } else if likeness.isDifferentPerson, other == person {
                warnings.append(
                    SubmissionReceipt.Warning(
                        kind: .differentPerson, place: callSet.name,
                        message: LocalizedText(
                            sv:
                                "Vanliga varianter stämmer inte med personens tidigare analys \(likeness.callSet) (\(likeness.shared) av \(likeness.compared)). Något av proven kan vara förväxlat.",
                            en:
                                "Common variants disagree with the person's earlier call set \(likeness.callSet) (\(likeness.shared) of \(likeness.compared)). One of the samples may have been swapped."
                        )))
            }
        }
        return warnings
    }
}
