import ArgumentParser
import Operations

struct PipelineCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pipeline", abstract: "From a pipeline's folder to a submission.",
        discussion: """
              samsyn pipeline manifest --from gms560 results --case L26-1 --details L26-1.yaml --out outbox/L26-1
              samsyn intake submit --data data --region 24 outbox/L26-1/manifest.json

            What no folder says (whose samples, who ordered, which assay) stands in the file of details: docs/pipelines.md.
            """,
        subcommands: [PipelineManifestCommand.self])
}

struct PipelineManifestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "manifest", abstract: "Make a submission's folder: the call file, the targets, and manifest.json.")

    @Option(help: "The pipeline: gms560, balsamic or raredisease.") var from: Pipeline
    @Option(name: .customLong("case"), help: "The laboratory's number of the case.") var caseName: String
    @Option(help: "What the folder does not say.", completion: .file(extensions: ["yaml"])) var details: String
    @Option(help: "The sample, where the folder has several.") var sample: String?
    @Option(help: "The folder to make.", completion: .directory) var out: String
    @Argument(help: "The pipeline's folder.", completion: .directory) var folder: String

    func run() throws {
        try reportingFailure {
            let output = try MakePipelineManifest(
                reading: ReadPipeline(
                    pipeline: from, folder: folder, caseName: caseName, details: try PipelineDetails.read(details),
                    sample: sample), target: out
            ).run()
            for remark in output.remarks { Terminal.note(remark + "\n") }
            Terminal.answer(
                "\(out)/manifest.json: \(output.samples.count) call sets of \(output.callFile), \(output.findings.count) findings.\n"
            )
        }
    }
}

extension Pipeline: ExpressibleByArgument {}
