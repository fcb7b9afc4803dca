import AccessModel
import ArgumentParser
import Server

struct TokenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token", abstract: "A bearer token of the development issuer. Nobody in it exists.",
        discussion: """
              curl -H "Authorization: Bearer $(samsyn token --config node.yaml --persona genetiker-skane --purpose statistics)" …

            It is good for an hour, and only at a node that was started with --development.
            """)

    @OptionGroup var node: NodeArguments
    @Option(help: "A name in the configuration's personas file.") var persona: String
    @Option(help: "Why: \(Purpose.allCases.map(\.rawValue).joined(separator: ", ")).") var purpose: Purpose

    func run() throws {
        try reportingFailure {
            let token = try issueDevelopmentToken(try node.read(), persona: persona, purpose: purpose)
            Terminal.complain("samsyn: a development token: the person does not exist, and no real node takes it.")
            Terminal.answer(token + "\n")
        }
    }
}
