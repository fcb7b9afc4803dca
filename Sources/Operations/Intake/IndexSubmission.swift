internal import ClinicalModel
internal import GenomeModel
internal import Records
internal import StructuredText
internal import VariantFormats
internal import VariantStorage

/// Brings the call sets of a submission into the partition's index: staged first, which finds every fault of the files, then visible in one
/// step. With them come their structural events, and the consequences that the files say of their variants.
struct IndexSubmission {
    /// What was read, and is not yet visible.
    struct Staged {
        let calls: StageCallSets.Staged
        var events = StageStructuralCalls.Staged()
        var consequences = StageConsequences.Staged()

        var segments: [StagedSegment] { calls.segments + events.segments }
    }

    let partition: Partition
    let plan: SubmissionPlan
    private let writer: IndexWriter
    private let annotations: SubmissionAnnotations
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
        writer = try partition.indexWriter(assembly)
        annotations = SubmissionAnnotations(partition: partition, assembly: assembly)
        try define(assay, plan.targetsFile)
        for callSet in plan.manifest.callSets {
            guard let structural = callSet.structural, let name = plan.structuralAssay(of: structural) else { continue }
            if name != assay { try define(name, plan.structuralTargetsFile(of: structural)) }
        }
    }

    private func define(_ assay: String, _ file: SubmissionManifest.File?) throws {
        var targets = TargetRegions.genome
        if let file {
            do throws(FormatError) {
                targets = try TargetFile.read(path: plan.path(of: file), assembly: assembly).regions
            } catch {
                throw IntakeFailure.targetsUnusable(error, name: file.name)
            }
        }
        _ = try writer.defineAssay(assay, targets: targets)
    }

    func stage() async throws -> Staged {
        let sources = plan.manifest.callSets.compactMap { callSet in
            source(callSet, plan.manifest.file(named: callSet.file), callSet.sample, assay)
        }
        let structural = plan.manifest.callSets.compactMap { callSet in
            callSet.structural.flatMap { calls in
                source(callSet, plan.manifest.file(named: calls.file), calls.sample, plan.structuralAssay(of: calls) ?? assay)
            }
        }
        let index = try writer.read()
        var stage = StageCallSets(writer: writer, index: index, reference: nil, sources: sources)
        stage.expansionLimit = partition.settings.expansionLimit
        let meter = WorkMeter(files: stage.fileCount, bytes: stage.byteCount, report: { _ in })
        do {
            var staged = Staged(calls: try await stage.run(meter))
            do {
                var events = StageStructuralCalls(writer: writer, index: index, sources: structural)
                events.expansionLimit = partition.settings.expansionLimit
                staged.events = try events.run()
                var consequences = StageConsequences(
                    writer: annotations.writer, assembly: assembly, paths: Set(sources.map(\.path)).sorted())
                consequences.expansionLimit = partition.settings.expansionLimit
                staged.consequences = try consequences.run()
            } catch {
                discard(staged)
                throw error
            }
            return staged
        } catch let error as FormatError {
            // The message names the file as the laboratory called it.
            let name = plan.fileName(atPath: error.file)
            throw IntakeFailure.fileUnusable(error, name: name)
        }
    }

    private func source(
        _ callSet: SubmissionManifest.CallSet, _ file: SubmissionManifest.File?, _ sample: String?, _ assay: String
    ) -> StageCallSets.Source? {
        guard let file, let origin = callSet.origin else { return nil }
        return StageCallSets.Source(
            callSet: callSet.name, path: plan.path(of: file), sample: sample, assay: assay, sex: plan.sex(of: callSet),
            origin: origin)
    }

    /// Makes the call sets visible. Those of the same names that a crash left, and those that these replace, stop counting in the same step.
    ///
    /// Consequences come first: what a crash leaves of them is said again when the submission goes on, and whoever sees a variant finds
    /// what its file says of it.
    func commit(_ staged: Staged) throws {
        try annotations.commit(staged.consequences.annotations)
        let present = try writer.read().callSetNames()
        let names = Set(plan.manifest.callSets.map(\.name)).union(plan.replaced.values)
        try writer.commit(adding: staged.segments, erasing: names.intersection(present).sorted())
    }

    func discard(_ staged: Staged) {
        writer.discard(staged.segments)
        annotations.discard(staged.consequences.annotations)
    }

    /// Merges what the levels call for, and forgets what is said of variants that only a replaced call set had. Nil where all went well.
    func merge(_ staged: Staged) -> String? {
        do throws(StorageError) {
            try annotations.merge(staged.consequences.annotations, try writer.read())
            try writer.merge(.levels)
            return nil
        } catch {
            return error.description
        }
    }

    /// What a person should look into, out of the genotypes.
    func warnings(_ staged: Staged) throws -> [SubmissionReceipt.Warning] {
        var warnings: [SubmissionReceipt.Warning] = []
        for file in staged.calls.files {
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
