import ArgumentParser
import Operations
import Server

struct BackUpNodeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Copy what belongs to the node itself, at one moment, into a new directory.",
        discussion: """
            That is its study enquiries, the questions that people keep, the requests that they have sent to regions, and what the node knows from others, with its files. The regions' data has backups of its own (samsyn partition backup); keys and the configuration are in neither.
            The node may run meanwhile.
            """)

    @OptionGroup var node: NodeArguments
    @Argument(help: "The directory to make.", completion: .directory) var directory: String

    func run() throws {
        try reportingFailure {
            let parts = try BackUpNode(state: try node.read().state, directory: directory).run()
            Terminal.answer("\(directory) holds \(parts.map(\.rawValue).joined(separator: " and ")).\n")
        }
    }
}

struct RestoreNodeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Put back what belongs to the node itself, after checking it, with the node stopped.")

    @OptionGroup var node: NodeArguments
    @Argument(help: "The backup.", completion: .directory) var directory: String

    func run() throws {
        try reportingFailure {
            let state = try node.read().state
            let parts = try RestoreNode(state: state, backup: directory).run()
            for part in parts { Terminal.answer("\(state.path(of: part)) restored.\n") }
        }
    }
}
