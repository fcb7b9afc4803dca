internal import ClinicalModel
internal import Foundation
internal import GenomeModel
internal import ReportModel
internal import VariantFormats
internal import VariantStorage

/// Reads a pipeline's folder: the small adapter of each of them.
package struct ReadPipeline: Sendable {
    package let pipeline: Pipeline
    package let folder: String
    package let caseName: String
    package let details: PipelineDetails
    /// The sample that is meant, where the folder has several.
    package let sample: String?

    package init(pipeline: Pipeline, folder: String, caseName: String, details: PipelineDetails, sample: String? = nil) {
        self.pipeline = pipeline
        self.folder = folder
        self.caseName = caseName
        self.details = details
        self.sample = sample
    }

    /// Throws `PipelineError`, and `FormatError` for a call file whose header cannot be read.
    package func run() throws -> PipelineOutput {
        let paths = try files()
        return switch pipeline {
        case .gms560: try twistSolid(paths)
        case .balsamic: try balsamic(paths)
        case .raredisease: try rareDisease(paths)
        }
    }

    func specimenName(_ sample: String) -> String { UniqueNames.plain("\(caseName)-\(sample)") }
    func callSetName(_ sample: String) -> String { UniqueNames.plain("\(caseName)-\(sample)-calls") }

    private func twistSolid(_ paths: [String]) throws -> PipelineOutput {
        let files = try TwistSolidFiles(paths, in: folder, sample: sample)
        guard let described = details.sample(files.sample) else {
            throw PipelineError(.sampleNotDescribed, place: folder, detail: files.sample)
        }
        let columns = try CallFileHeader.read(path: folder + "/" + files.calls).samples
        guard columns.count == 1 else {
            throw PipelineError(.severalSamples, place: files.calls, detail: columns.joined(separator: ", "))
        }
        let reader = TwistSolidFindings(
            caseName: caseName, specimen: specimenName(files.sample), callSet: callSetName(files.sample), details: details,
            tumourCellContent: described.tumourCellContent)
        var (findings, remarks) = ([Finding](), files.missing)
        if let path = files.tmb { findings.append(try reader.tmb(text(path), path)) }
        if let path = files.msi { findings.append(try reader.msi(text(path), isFiltered: files.isMSIFiltered, path)) }
        if let path = files.hrd {
            if let finding = try reader.hrd(text(path), path) { findings.append(finding) } else { remarks.append("\(path): NA") }
        }
        if let path = files.copyNumbers {
            let read = try reader.copyNumbers(text(path), path)
            findings += read.findings
            remarks += read.remarks
        }
        if let path = files.dnaFusions {
            let read = try reader.dnaFusions(text(path), path)
            findings += read.findings
            remarks += read.remarks
        }
        if let path = files.rnaFusions {
            // RNA of the same block has a specimen of its own where the description has its sample.
            let rna = String(files.sample.dropLast(2)) + "_R"
            let specimen = details.sample(rna) == nil ? reader.specimen : specimenName(rna)
            findings += try reader.rnaFusions(text(path), specimen: specimen, path)
        }
        return PipelineOutput(
            callFile: files.calls,
            samples: [PipelineOutput.Sample(column: columns[0], origin: .tumour, described: files.sample)], findings: findings,
            remarks: remarks)
    }

    /// BALSAMIC: `analysis/vep/SNV.somatic.<case>.<caller>.clinical.filtered.pass.vcf.gz`, or `research` where no clinical set was made. Its columns
    /// are called TUMOR and NORMAL.
    private func balsamic(_ paths: [String]) throws -> PipelineOutput {
        let sets = ["clinical", "research"].map { set in
            paths.filter { $0.contains("SNV.somatic.") && $0.hasSuffix(".\(set).filtered.pass.vcf.gz") && !$0.contains("umi") }
        }
        guard let files = sets.first(where: { !$0.isEmpty }) else {
            throw PipelineError(
                .unknownLayout, place: folder, detail: "analysis/vep/SNV.somatic.*.clinical.filtered.pass.vcf.gz")
        }
        let merged = files.filter { $0.contains(".merged.") }
        let chosen = merged.isEmpty ? files : merged
        guard chosen.count == 1 else {
            throw PipelineError(.severalFiles, place: folder, detail: chosen.joined(separator: ", "))
        }
        let samples = try CallFileHeader.read(path: folder + "/" + chosen[0]).samples.map { column in
            PipelineOutput.Sample(column: column, origin: column == "NORMAL" ? .germline : .tumour, described: column)
        }
        try requireDescribed(samples)
        return PipelineOutput(callFile: chosen[0], samples: samples, findings: [], remarks: version(paths))
    }

    /// nf-core/raredisease: `rank_and_filter/<case>_snv_ranked_research.vcf.gz`, the whole annotated set; before ranking, `call_snv/genome/<case>_snv.vcf.gz`.
    private func rareDisease(_ paths: [String]) throws -> PipelineOutput {
        let ranked = paths.filter { $0.contains("rank_and_filter/") && $0.hasSuffix("_snv_ranked_research.vcf.gz") }
        let called = paths.filter { $0.contains("call_snv/genome/") && $0.hasSuffix("_snv.vcf.gz") }
        let chosen = ranked.isEmpty ? called : ranked
        guard !chosen.isEmpty else {
            throw PipelineError(.unknownLayout, place: folder, detail: "rank_and_filter/*_snv_ranked_research.vcf.gz")
        }
        guard chosen.count == 1 else {
            throw PipelineError(.severalFiles, place: folder, detail: chosen.joined(separator: ", "))
        }
        let samples = try CallFileHeader.read(path: folder + "/" + chosen[0]).samples.map { column in
            PipelineOutput.Sample(column: column, origin: .germline, described: column)
        }
        try requireDescribed(samples)
        return PipelineOutput(callFile: chosen[0], samples: samples, findings: [], remarks: version(paths))
    }

    private func requireDescribed(_ samples: [PipelineOutput.Sample]) throws(PipelineError) {
        for sample in samples where details.sample(sample.described) == nil {
            throw PipelineError(.sampleNotDescribed, place: folder, detail: sample.described)
        }
    }

    /// The line of the pipeline's own list of programs that names the pipeline.
    private func version(_ paths: [String]) -> [String] {
        guard let path = paths.first(where: { $0.contains("pipeline_info/") && $0.hasSuffix("versions.yml") }),
            let text = try? text(path)
        else { return [] }
        return text.split(whereSeparator: \.isNewline).filter { $0.contains("nf-core/raredisease") }
            .map { $0.trimmingCharacters(in: .whitespaces) }
    }

    /// Regular files below the folder; links are not followed, and what the pipeline works in is not looked into.
    private func files() throws -> [String] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
            throw PipelineError(.notAFolder, place: folder)
        }
        guard let walk = FileManager.default.enumerator(atPath: folder) else { throw PipelineError(.system, place: folder) }
        var paths: [String] = []
        for case let path as String in walk {
            if path == "work" || path.hasSuffix("/work") || path.hasPrefix(".") {
                walk.skipDescendants()
            } else if walk.fileAttributes?[.type] as? FileAttributeType == .typeRegular {
                paths.append(path)
            }
        }
        return paths.sorted()
    }

    private func text(_ path: String) throws -> String {
        guard let bytes = try? RegularFile(path: folder + "/" + path).readAll(limit: 64 << 20),
            let text = String(validating: bytes, as: UTF8.self)
        else { throw PipelineError(.system, place: path) }
        return text
    }
}
