import AccessModel
import ArgumentParser
import ClinicalModel
import Operations
import StructuredText

struct CopyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "copy", abstract: "Give a pseudonymised copy of a person's call sets to a study or a quality register.",
        discussion: """
            The files lie below copies/ of the partition. person end … delete-copy takes them away again.

              samsyn person copy --data data --region 24 PERSON --as forskare-uppsala --project 2025-01234-01
              samsyn person copy --data data --region 24 PERSON --as registerhallare --register Ovanliga
            """)

    @OptionGroup var person: PersonArguments
    @Option(name: .customLong("as"), help: "Who gets it: a name in the file of actors.") var actor: String
    @Option(help: "The project's registration number.") var project: String?
    @Option(help: "The quality register's name.") var register: String?
    @Option(help: "The day, which chooses law and policy; today where it is not given.") var on: CivilDate = .today
    @OptionGroup var regulations: RegulationArguments

    func validate() throws {
        guard (project == nil) != (register == nil) else { throw ValidationError("Give --project or --register.") }
    }

    func run() async throws {
        try await reportingFailure {
            let partition = try await person.region.open()
            let data = person.region.data
            let outcome = try await ReleaseCopy(
                partition: partition, law: try regulations.lawBook(data), actor: try regulations.actor(actor, data),
                purpose: project == nil ? .qualityRegister : .research, person: try person.find(partition),
                reference: project ?? register ?? "", date: on
            ).run()
            switch outcome {
            case .refused(let decision):
                for reason in decision.reasonsAgainst {
                    Terminal.complain("samsyn: \(reason.text.text(data.language)) (\(reason.reference))")
                }
                throw ExitCode(Failure.refused)
            case .released(let paths):
                for path in paths { Terminal.answer(partition.layout.directory + "/" + path + "\n") }
                Terminal.note("\(paths.count) files. The copy is recorded and logged.\n")
            }
        }
    }
}
