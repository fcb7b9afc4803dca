import ArgumentParser
import ClinicalModel
import Foundation
import Operations
import Records
import StructuredText

struct IntakeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "intake",
        abstract: "What laboratories send: taken in whole, or set aside with what to mend.",
        discussion: """
              samsyn intake submit --data data --region 24 case/manifest.json
              samsyn intake watch  --data data --region 24
              samsyn intake status --data data --region 24

            The manifest is described in docs/submission-manifest.md, the steps and their failures in docs/intake.md.
            """,
        subcommands: [SubmitCommand.self, WatchCommand.self, StatusCommand.self, ReleaseCommand.self])
}

struct SubmitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "submit", abstract: "Take in one submission: its manifest and the files beside it.",
        discussion: """
            Sent again, the same content answers with the same receipt. Exit code 0 when it is available, 65 when it went to quarantine.

            Example:
              samsyn intake submit --data data --region 24 Examples/submissions/panel/manifest.json
            """)

    @OptionGroup var region: RegionArguments
    @Argument(help: "The manifest.", completion: .file(extensions: ["json"])) var manifest: String
    @Flag(help: "The receipt as JSON.") var json = false

    func run() async throws {
        try await reportingFailure {
            let partition = try await region.open()
            let receipt = try await SubmitCallSets(partition: partition, manifest: manifest).run()
            for note in partition.takeNotes() { Terminal.complain("samsyn: " + note) }
            Terminal.answer(json ? receipt.json.indentedText : receipt.page(region.data.language))
            guard receipt.state == .available else {
                Terminal.complain(
                    "samsyn: \(receipt.submission) went to quarantine (\(receipt.failure?.code.rawValue ?? "")). The receipt says what to mend."
                )
                throw ExitCode(Failure.data)
            }
        }
    }
}

struct WatchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "watch", abstract: "Take in what laboratory systems put into the inbox.",
        discussion: """
            Each folder in inbox/ of the partition is a submission: manifest.json and its files, in any order of arrival. Receipts are put
            into receipts/. With --once it looks once and ends; else it goes on until it is stopped.
            """)

    @OptionGroup var region: RegionArguments
    @Flag(help: "Look once and end.") var once = false
    @Option(help: "Seconds between looks.") var interval = 2.0
    @Flag(help: "A line of JSON for each submission.") var json = false

    func run() async throws {
        try await reportingFailure {
            let watch = WatchInbox(partition: try await region.open())
            var told: [String: String] = [:]
            while true {
                for finding in try await watch.run() {
                    switch finding {
                    case .submitted(let folder, let receipt):
                        told[folder] = nil
                        Terminal.answer(
                            json
                                ? receipt.json.canonicalText + "\n"
                                : "\(folder)  \(receipt.submission)  \(receipt.state.title.text(region.data.language))\n")
                    case .waiting(let folder, let reason), .ignored(let folder, let reason):
                        // Said once, until it changes.
                        let text = reason.text(region.data.language)
                        if told.updateValue(text, forKey: folder) != text { Terminal.complain("\(folder): \(text)") }
                    }
                }
                if once { return }
                try await Task.sleep(for: .seconds(interval))
            }
        }
    }
}

struct StatusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "What became of submissions: all of them, or one with its steps.")

    @OptionGroup var region: RegionArguments
    @Argument(help: "A submission.") var submission: String?
    @Flag(help: "As JSON.") var json = false

    func run() async throws {
        try await reportingFailure {
            let partition = try await region.open()
            let language = region.data.language
            guard let submission else {
                let rows = try partition.records.submissions()
                if json {
                    Terminal.answer(
                        JSONValue(
                            rows.map { row in
                                [
                                    "submission": JSONValue(.string(row.id)), "kind": JSONValue(.string(row.kind.rawValue)),
                                    "state": JSONValue(.string(row.state.rawValue)), "case": JSONValue(.string(row.caseName)),
                                    "received": JSONValue(.string(row.received.description)),
                                ]
                            }
                        ).indentedText)
                    return
                }
                var table = TextTable(["submission", "state", "kind", "case", "received"])
                for row in rows {
                    table.append([row.id, row.state.rawValue, row.kind.rawValue, row.caseName, row.received.description])
                }
                Terminal.answer(rows.isEmpty ? "No submissions.\n" : table.text)
                return
            }
            guard let row = try partition.records.submission(id: submission) else {
                throw PartitionError(.unknownSubmission, place: submission)
            }
            let receipt = row.receipt.flatMap { try? JSONReader.read($0) }
            if json {
                Terminal.answer(
                    (receipt ?? ["submission": JSONValue(.string(row.id)), "state": JSONValue(.string(row.state.rawValue))])
                        .indentedText)
                return
            }
            if let page = receipt.flatMap({ SubmissionReceipt($0) })?.page(language) { Terminal.answer(page + "\n") }
            for step in try partition.records.steps(of: submission) {
                let title = IntakeStep(rawValue: step.step)?.title.text(language) ?? step.step
                Terminal.answer("\(step.time)  \(step.outcome == .done ? "✓" : "✗")  \(title)\n")
            }
        }
    }
}

struct ReleaseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "release", abstract: "Fetch a quarantined submission to mend it: the manifest as it was sent, and its files."
    )

    @OptionGroup var region: RegionArguments
    @Argument(help: "The submission.") var submission: String
    @Option(help: "The directory to make.", completion: .directory) var to: String

    func run() async throws {
        try await reportingFailure {
            let names = try await ReleaseSubmission(
                partition: try await region.open(), submission: submission, directory: to, actor: "operator"
            ).run()
            Terminal.answer("\(names.count) files in \(to). Mend them and submit again.\n")
        }
    }
}
