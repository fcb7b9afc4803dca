internal import ClinicalModel
internal import Foundation
internal import GenomeModel
internal import Records
internal import ReportModel
internal import StructuredText
internal import VariantStorage

/// Makes a submission of a pipeline's folder: the call file and the targets beside a manifest, which is written last.
package struct MakePipelineManifest: Sendable {
    package let reading: ReadPipeline
    /// The folder to make.
    package let target: String

    package init(reading: ReadPipeline, target: String) {
        self.reading = reading
        self.target = target
    }

    private struct Listed {
        let name: String
        let role: String
        let sha256: String
        let bytes: Int
    }

    /// What was read. Throws `PipelineError`; a folder that was not finished has no manifest, and nobody takes it up.
    @discardableResult
    package func run() throws -> PipelineOutput {
        let output = try reading.run()
        guard listDirectory(target).isEmpty else { throw PipelineError(.notEmpty, place: target) }
        do {
            try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: true)
        } catch {
            throw PipelineError(.system, place: target)
        }
        let calls = try copy(reading.folder + "/" + output.callFile, role: "variants")
        let targets = try reading.details.targets.map { try copy($0, role: "targets") }
        let manifest = manifest(output, calls, targets)
        try FileSystem.posix.replace(target + "/manifest.json", in: target, with: Array(manifest.indentedText.utf8))
        return output
    }

    private func copy(_ path: String, role: String) throws -> Listed {
        let name = UniqueNames.plain(path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path)
        guard let source = try? RegularFile(path: path) else { throw PipelineError(.missingFile, place: path, detail: name) }
        try FileCopy.copy(source, to: target + "/" + name)
        let (sha256, bytes) = try FileCopy.digest(target + "/" + name)
        return Listed(name: name, role: role, sha256: sha256, bytes: bytes)
    }

    private func manifest(_ output: PipelineOutput, _ calls: Listed, _ targets: Listed?) -> JSONValue {
        let details = reading.details
        let used = Set(output.samples.map(\.described)).union(
            details.samples.map(\.name).filter { name in
                output.findings.contains { $0.specimen == reading.specimenName(name) }
            })
        let samples = details.samples.filter { used.contains($0.name) }
        // One person has one number, however many samples.
        var people: [(id: String, sample: PipelineDetails.Sample)] = []
        for sample in samples where !people.contains(where: { $0.sample.identityNumber == sample.identityNumber }) {
            people.append(("person-\(people.count + 1)", sample))
        }
        return JSONValue(members: [
            ("format", JSONValue(.string(SubmissionManifest.format))), ("kind", "new"),
            ("case", JSONValue(.string(reading.caseName))), ("laboratory", JSONValue(.string(details.laboratory.text))),
            ("orderingProvider", JSONValue(.string(details.orderingProvider.text))),
            ("area", JSONValue(.string(details.area.rawValue))), ("assembly", JSONValue(.string(details.assembly.rawValue))),
            (
                "assay",
                JSONValue(members: [
                    ("name", JSONValue(.string(details.assayName))), ("version", JSONValue(.string(details.assayVersion))),
                    ("kind", JSONValue(.string(details.assayKind.rawValue))), ("accredited", JSONValue(details.isAccredited)),
                    ("targets", targets.map { JSONValue(.string($0.name)) }),
                ])
            ),
            (
                "files",
                JSONValue(
                    ([calls] + [targets].compactMap { $0 }).map { file in
                        [
                            "name": JSONValue(.string(file.name)), "sha256": JSONValue(.string(file.sha256)),
                            "bytes": JSONValue(file.bytes), "role": JSONValue(.string(file.role)),
                        ]
                    })
            ),
            (
                "people",
                JSONValue(
                    people.map { id, sample in
                        [
                            "id": JSONValue(.string(id)), "identityNumber": JSONValue(.string(sample.identityNumber)),
                            "sex": JSONValue(.string(sample.sex.rawValue)),
                        ]
                    })
            ),
            (
                "specimens",
                JSONValue(
                    samples.map { sample in
                        JSONValue(members: [
                            ("name", JSONValue(.string(reading.specimenName(sample.name)))),
                            (
                                "person",
                                JSONValue(people.first { $0.sample.identityNumber == sample.identityNumber }?.id)
                            ),
                            ("type", JSONValue(.string(sample.specimen.rawValue))),
                            ("tumourCellContent", sample.tumourCellContent.map { JSONValue($0) }),
                        ])
                    })
            ),
            ("callSets", JSONValue(output.samples.map { callSet($0, calls.name) })),
            ("findings", output.findings.isEmpty ? .none : .some(JSONValue(output.findings.map(\.json)))),
        ])
    }

    private func callSet(_ sample: PipelineOutput.Sample, _ file: String) -> JSONValue {
        let metrics = reading.details.sample(sample.described)?.metrics ?? []
        return JSONValue(members: [
            ("name", JSONValue(.string(reading.callSetName(sample.described)))),
            ("specimen", JSONValue(.string(reading.specimenName(sample.described)))), ("file", JSONValue(.string(file))),
            ("sample", JSONValue(.string(sample.column))), ("origin", JSONValue(.string(sample.origin.rawValue))),
            ("analysed", JSONValue(.string(reading.details.analysed.description))),
            (
                "metrics",
                metrics.isEmpty
                    ? .none
                    : .some(
                        JSONValue(metrics.map { ["name": JSONValue(.string($0.name)), "value": JSONValue($0.value)] }))
            ),
        ])
    }
}
