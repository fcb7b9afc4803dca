import ArgumentParser
import Operations
import Server

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Run a node: partitions, peers, Beacon and API over HTTP.",
        discussion: """
              samsyn serve --config node.yaml
              samsyn serve --config node.yaml --development      # an embedded issuer of people who do not exist, on loopback only

            The configuration is described in docs/operations/node.md, an example lies in deploy/node.yaml. SIGTERM and SIGINT end it when the requests
            under way have been answered. The log is JSON, one line an entry, on stderr.
            """)

    @OptionGroup var node: NodeArguments
    @Flag(help: "Let in the people of the configuration's personas file. Only on loopback.") var development = false

    func run() async throws {
        shareThreadsWithConnections()
        try await reportingFailure {
            let configuration = try node.read()
            let application = try await buildNode(
                configuration, resources: try node.resources(configuration), isDevelopment: development, greet: Terminal.answer)
            try await application.run()
        }
    }
}

/// The configuration of a node.
struct NodeArguments: ParsableArguments {
    @Option(help: "The node's configuration.", completion: .file(extensions: ["yaml"])) var config: String

    func read() throws -> NodeConfiguration { try LoadNodeConfiguration.read(config) }

    /// The law, the codes and the web application: of the data directory, else those that come with the program.
    func resources(_ configuration: NodeConfiguration) throws -> NodeResources {
        NodeResources(
            law: try configuration.law ?? SharedFiles.path("law/sweden.yaml", configuration.data),
            codes: try SharedFiles.path("codes", configuration.data), web: try SharedFiles.path("web", configuration.data),
            templates: try SharedFiles.path("templates", configuration.data))
    }
}
