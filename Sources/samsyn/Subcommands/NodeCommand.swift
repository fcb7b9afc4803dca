import ArgumentParser
import Operations
import Server

struct NodeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "node", abstract: "What a node needs before it is started.",
        discussion: """
              samsyn node key keys/node-24.pem          # makes the node's signing key, prints what the peers need of it
              samsyn node check --config node.yaml      # tests everything in the configuration without starting
              samsyn node backup --config node.yaml backups/node-24
              samsyn node restore --config node.yaml backups/node-24
            """,
        subcommands: [CheckNodeCommand.self, NodeKeyCommand.self, BackUpNodeCommand.self, RestoreNodeCommand.self])
}

struct CheckNodeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Test everything in a configuration without starting.",
        discussion:
            "Exit code 0 when nothing stands in the way, 65 when something does. A peer that does not answer is only a warning.")

    @OptionGroup var node: NodeArguments
    @Flag(help: "Ask nobody else: neither peers nor identity providers.") var local = false

    func run() async throws {
        try await reportingFailure {
            let configuration = try node.read()
            let findings = await CheckNode(
                configuration: configuration, resources: try node.resources(configuration), asksOthers: !local
            ).run()
            for finding in findings { Terminal.answer(finding.line + "\n") }
            guard !findings.contains(where: { $0.state == .fault }) else { throw ExitCode(Failure.data) }
        }
    }
}

struct NodeKeyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key", abstract: "Make a node's signing key, or show the public half of one that is there.")

    @Argument(help: "The key's file; only its owner can read it.", completion: .file()) var file: String

    func run() throws {
        try reportingFailure { Terminal.answer(try NodeKeys.readOrMakePublicText(file) + "\n") }
    }
}
