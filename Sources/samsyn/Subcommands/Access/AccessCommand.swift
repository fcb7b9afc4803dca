import AccessModel
import ArgumentParser
import ClinicalModel
import Foundation
import Operations
import Questions
import StructuredText

struct AccessCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "access", abstract: "What may be answered, on what basis, and why not more.",
        discussion: """
              samsyn access explain --data data --as genetiker-skane --purpose another-patients-care 'carries 17-43093464-G-A'
              samsyn access propose --data data --region 24 --as forvaltare-vasterbotten-1 policy.yaml
              samsyn access publish --data data --region 24 --as forvaltare-vasterbotten-2 SE24-NUS
            """,
        subcommands: [ExplainCommand.self, ProposePolicyCommand.self, PublishPolicyCommand.self])
}

struct ExplainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "The decision about a question, with every reason for and against. Nothing is computed.",
        discussion: "With several regions in the scope, --json gives one object a line.")

    @OptionGroup var question: QuestionArguments

    func run() async throws {
        try await reportingFailure {
            let asked = try await question.asked(nil, process: "access explain")
            let data = question.data
            let regulations = try question.regulations.regulations(data)
            let regions = question.scope.regions(of: asked.actor, among: data.regions())
            guard !regions.isEmpty else { throw AskedQuestionError.noRegion }
            for region in regions {
                let decisions = try await ExplainQuestion(
                    partition: try await data.open(region), regulations: regulations, asked: asked
                ).run()
                for decision in decisions {
                    if question.json {
                        Terminal.answer(
                            regions.count == 1 && decisions.count == 1
                                ? decision.json(data.language).indentedText : decision.json(data.language).canonicalText + "\n")
                    } else {
                        Terminal.answer(DecisionText.text(decision, region, data.language) + "\n")
                    }
                }
            }
        }
    }
}

struct ProposePolicyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "propose", abstract: "Propose a policy for a controller; another steward publishes it.")

    @OptionGroup var region: RegionArguments
    @Option(name: .customLong("as"), help: "Who proposes.") var actor: String
    @OptionGroup var regulations: RegulationArguments
    @Argument(help: "The policy.", completion: .file(extensions: ["yaml"])) var file: String

    func run() async throws {
        try await reportingFailure {
            guard let data = FileManager.default.contents(atPath: file), let text = String(data: data, encoding: .utf8) else {
                throw AccessFileError(.missing, file: file)
            }
            let book = try await PublishPolicy(
                partition: try await region.open(), actor: try regulations.actor(actor, region.data)
            )
            .propose(text, file: file)
            Terminal.answer(
                "Proposed for \(book.controller). Another steward publishes it with: samsyn access publish … \(book.controller)\n"
            )
        }
    }
}

struct PublishPolicyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish", abstract: "Publish what another steward has proposed.")

    @OptionGroup var region: RegionArguments
    @Option(name: .customLong("as"), help: "Who publishes: not who proposed.") var actor: String
    @OptionGroup var regulations: RegulationArguments
    @Argument(help: "The controller.") var controller: String

    func run() async throws {
        try await reportingFailure {
            guard let code = OrganisationCode(controller) else { throw ValidationError("CONTROLLER is a code such as SE24-NUS.") }
            let book = try await PublishPolicy(
                partition: try await region.open(), actor: try regulations.actor(actor, region.data)
            )
            .publish(code)
            let date = book.versions.last?.validFrom?.description ?? ""
            Terminal.answer("Policy version \(book.versions.last?.version ?? 0) of \(code) holds from \(date).\n")
        }
    }
}
