internal import ClinicalModel
internal import GenomeModel
internal import StructuredText
internal import VariantFormats

extension IndexSubmission {
    /// Writes into the receipt what was read.
    func describe(_ staged: Staged, in receipt: inout SubmissionReceipt) {
        var carriers: [String: Int] = [:]
        let structural = Set(staged.events.files.map(\.path))
        for file in staged.calls.files {
            receipt.figures.records += file.records
            receipt.figures.skippedRecords += file.skippedRecords
            receipt.figures.variants += file.variants
            receipt.figures.calls += file.calls
            receipt.figures.outsideTargets += file.outsideTargets
            for (name, count) in zip(file.callSets, file.carriers) { carriers[name] = count }
            // What is no small variant is taken as an event where the same file brings both.
            let kept = file.diagnostics.filter { !structural.contains(file.path) || !$0.kind.isOfEvents }
            receipt.diagnostics += kept.map { diagnostic($0, file.path) }
        }
        let events = describeEvents(staged, in: &receipt)
        describeConsequences(staged, in: &receipt)
        receipt.callSets = plan.manifest.callSets.map { callSet in
            SubmissionReceipt.CallSet(
                name: callSet.name, assay: plan.assay?.indexName ?? "", origin: callSet.origin?.rawValue ?? "",
                replaced: plan.replaced[callSet.name], variants: carriers[callSet.name] ?? 0, events: events[callSet.name])
        }
    }

    /// The events that each call set carries, by its name.
    private func describeEvents(_ staged: Staged, in receipt: inout SubmissionReceipt) -> [String: Int] {
        var carried: [String: Int] = [:]
        let read = Set(staged.calls.files.map(\.path))
        for file in staged.events.files {
            var figures = receipt.figures.structural ?? SubmissionReceipt.StructuralFigures()
            figures.alleles += file.report.alleles
            figures.events += file.report.events
            figures.joinedMates += file.report.joinedMates
            figures.setAside += file.report.setAside
            figures.calls += file.report.calls
            figures.outsideTargets += file.outsideTargets
            receipt.figures.structural = figures
            for (name, count) in zip(file.callSets, file.report.carriers) { carried[name, default: 0] += count }
            if !read.contains(file.path) {
                receipt.diagnostics += file.report.diagnostics.map { diagnostic($0, file.path) }
            }
            receipt.diagnostics += file.report.structuralDiagnostics.map { found in
                SubmissionReceipt.Diagnostic(
                    kind: found.kind.name, file: plan.fileName(atPath: file.path), count: found.count,
                    isFault: found.severity == .fault, message: found.kind.localizedMessage,
                    lines: found.places.prefix(3).map(\.line))
            }
        }
        return carried
    }

    private func describeConsequences(_ staged: Staged, in receipt: inout SubmissionReceipt) {
        for file in staged.consequences.files {
            receipt.figures.consequences.append(
                SubmissionReceipt.ConsequenceFigures(
                    version: file.version.description, variants: file.variants, consequences: file.consequences))
            receipt.diagnostics += file.diagnostics.map { diagnostic($0, file.path) }
        }
    }

    private func diagnostic(_ found: FormatDiagnostic, _ path: String) -> SubmissionReceipt.Diagnostic {
        SubmissionReceipt.Diagnostic(
            kind: found.kind.name, file: plan.fileName(atPath: path), count: found.count, isFault: found.severity == .fault,
            message: found.kind.localizedMessage, lines: found.places.prefix(3).map(\.line))
    }
}

extension FormatDiagnostic.Kind {
    /// Said of alleles that whoever reads structural calls takes in.
    var isOfEvents: Bool { self == .symbolicAllele || self == .breakend }
}
