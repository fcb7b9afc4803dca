import AccessModel
import ArgumentParser
import ClinicalModel
import Foundation
import Operations
import Records

struct PartitionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "partition",
        abstract: "A region's own part: make it, prove it, back it up, publish from it.",
        discussion: """
            A partition is a directory below the data directory. Only who has the region's key can read who the people are.

              samsyn partition init    --data data --region 24
              samsyn partition verify  --data data --region 24
              samsyn partition backup  --data data --region 24 backups/24
              samsyn partition restore --data new  --region 24 backups/24
            """,
        subcommands: [
            InitPartitionCommand.self, VerifyPartitionCommand.self, BackUpPartitionCommand.self, RestorePartitionCommand.self,
            PublishBatchCommand.self, OrganisationCommand.self, RotateKeyCommand.self, ProjectCommand.self,
        ])
}

struct InitPartitionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Make an empty partition.",
        discussion: """
            Without --key-file, --key-command or SAMSYN_REGION_KEY a key is made and kept in keys/ of the data directory: good for trying
            out. A region keeps its key elsewhere, away from the backups.

            Example:
              samsyn partition init --data data --region 24
            """)

    @OptionGroup var region: RegionArguments
    @Flag(help: "Register the organisations of the demonstration.") var demonstration = false

    func run() async throws {
        try await reportingFailure {
            let data = region.data
            let path = data.developmentKey(region.region)
            let isGiven =
                data.keyFile != nil || data.keyCommand != nil
                || ProcessInfo.processInfo.environment["SAMSYN_REGION_KEY"] != nil
                || FileManager.default.fileExists(atPath: path)
            if !isGiven {
                try FileManager.default.createDirectory(
                    atPath: data.directory + "/keys", withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
                let isMade = FileManager.default.createFile(
                    atPath: path, contents: Data((RegionKey().hexadecimal + "\n").utf8), attributes: [.posixPermissions: 0o600])
                guard isMade else { throw PartitionError(.keyMissing, place: path) }
            }
            try await InitialisePartition(
                layout: region.layout, key: try data.key(region.region),
                organisations: demonstration ? DemonstrationOrganisations.of(region.region) : []
            ).run(now: Timestamp.now())
            let name = Region.of(region.region)?.name ?? ""
            Terminal.answer("Partition \(region.region) (\(name)) is ready in \(region.layout.directory).\n")
            if !isGiven {
                Terminal.note(
                    "Its key is in \(path). Without it nobody can tell who the people are: keep it safe, and apart from backups.\n"
                )
            }
        }
    }
}

struct VerifyPartitionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Prove every database, file, index, ledger event and ending of the partition.")

    @OptionGroup var region: RegionArguments

    func run() async throws {
        try await reportingFailure {
            let report = try await VerifyPartition(partition: try await region.open()).run()
            for fault in report.faults { Terminal.answer("FAULT  \(fault.place): \(fault.fault)\n") }
            Terminal.answer(
                "\(report.faults.isEmpty ? "Sound" : "\(report.faults.count) faults"): \(report.people) people, "
                    + "\(report.callSets) call sets, \(report.submissions) submissions (\(report.quarantined) in quarantine), "
                    + "\(report.files) files, \(report.events) ledger events, \(report.endings) endings proved.\n")
            if !report.faults.isEmpty { throw ExitCode(Failure.data) }
        }
    }
}

struct BackUpPartitionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Copy the whole partition, at one moment, into a new directory.")

    @OptionGroup var region: RegionArguments
    @Argument(help: "The directory to make.", completion: .directory) var directory: String

    func run() async throws {
        try await reportingFailure {
            let count = try await BackUpPartition(partition: try await region.open(), directory: directory).run()
            Terminal.answer("\(count) files in \(directory). The key is not among them.\n")
        }
    }
}

struct RestorePartitionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Make a partition out of a backup, after checking every file of it.")

    @OptionGroup var region: RegionArguments
    @Argument(help: "The backup.", completion: .directory) var directory: String

    func run() async throws {
        try await reportingFailure {
            let count = try await RestorePartition(
                layout: region.layout, backup: directory, key: try region.data.key(region.region)
            ).run()
            Terminal.answer("\(count) files restored to \(region.layout.directory).\n")
        }
    }
}

struct PublishBatchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish",
        abstract: "Let other regions' questions count what has come since the last time.",
        discussion: "Fewer than \(PublishBatch.minimumPeople) people wait for the next batch, so that nobody is singled out.")

    @OptionGroup var region: RegionArguments
    @Option(name: .customLong("as"), help: "Who publishes: a name in the file of actors.") var actor: String
    @OptionGroup var regulations: RegulationArguments

    func run() async throws {
        try await reportingFailure {
            let actor = try regulations.actor(actor, region.data)
            guard let batch = try await PublishBatch(partition: try await region.open(), actor: actor.identity).run() else {
                Terminal.answer("Fewer than \(PublishBatch.minimumPeople) people are waiting: they go with the next batch.\n")
                return
            }
            Terminal.answer("Batch \(batch.number): \(batch.people) people, \(batch.callSets) call sets.\n")
        }
    }
}

struct OrganisationCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "organisation", abstract: "Register a controller, care unit, laboratory or university.")

    @OptionGroup var region: RegionArguments
    @Argument(help: "controller, care-unit, laboratory or university.") var kind: String
    @Argument(help: "Its HSA identity, or a code of the region's own.") var code: String
    @Argument(help: "Its name.") var name: String
    @Option(help: "The controller that it belongs to.") var controller: String?

    func run() async throws {
        try await reportingFailure {
            guard let kind = Organisation.Kind(rawValue: kind) else {
                throw ValidationError("KIND is one of \(Organisation.Kind.allCases.map(\.rawValue).joined(separator: ", ")).")
            }
            guard let code = OrganisationCode(code) else {
                throw ValidationError("CODE has 1–64 characters out of letters, digits and -._")
            }
            let partition = try await region.open()
            let needsController = kind == .careUnit || kind == .laboratory
            try partition.records.register(
                Organisation(
                    code: code, kind: kind, name: name, region: region.region,
                    controller: needsController
                        ? controller.flatMap { OrganisationCode($0) } ?? partition.settings.defaultController : nil))
            Terminal.answer("\(code) is registered.\n")
        }
    }
}

struct RotateKeyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rotate-key", abstract: "Seal the register of identities under a new key.",
        discussion: "Pseudonyms stay as they are. Afterwards the old key opens nothing.")

    @OptionGroup var region: RegionArguments
    @Option(help: "A file with the new key.", completion: .file()) var newKeyFile: String?
    @Option(help: "A command that prints the new key.") var newKeyCommand: String?

    func validate() throws {
        guard (newKeyFile == nil) != (newKeyCommand == nil) else {
            throw ValidationError("Give --new-key-file or --new-key-command.")
        }
    }

    func run() async throws {
        try await reportingFailure {
            let source = newKeyFile.map { RegionKeySource.file($0) } ?? newKeyCommand.map { .command($0) }
            guard let source else { return }
            let count = try await RotateKey(partition: try await region.open(), key: try source.read()).run()
            Terminal.answer("Everything that was sealed, \(count) pieces, is sealed under the new key.\n")
        }
    }
}

struct ProjectCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "project", abstract: "Register a research project with its ethics approval.")

    @OptionGroup var region: RegionArguments
    @Argument(help: "The registration number of the approval.") var registration: String
    @Argument(help: "Its title.") var title: String
    @Option(help: "First day of the approval.") var from: CivilDate
    @Option(help: "Last day of the approval.") var to: CivilDate
    @Option(parsing: .upToNextOption, help: "Regions that it names.") var regions: [RegionCode] = []
    @Option(parsing: .upToNextOption, help: "Kinds of data: clinical, genomic.") var dataKinds = ["clinical", "genomic"]
    @Option(parsing: .upToNextOption, help: "Who takes part, by identity.") var people: [String] = []
    @Flag(help: "The approval asks for each person's consent.") var consent = false

    func run() async throws {
        try await reportingFailure {
            let partition = try await region.open()
            try partition.records.register(
                ProjectApproval(
                    registration: registration, title: title, approvedFrom: from, approvedTo: to, regions: Set(regions),
                    dataKinds: Set(dataKinds), people: Set(people), requiresConsent: consent))
            Terminal.answer("\(registration) is registered.\n")
        }
    }
}
