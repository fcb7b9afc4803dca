import AccessModel
import ArgumentParser
import ClinicalModel
import GenomeModel
import Operations
import Questions
import StructuredText

struct CohortCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cohort", abstract: "One question, and every region answers for itself.",
        discussion: """
              samsyn cohort count     --data data --as genetiker-skane --purpose another-patients-care 'diagnosis under ICD10:C50'
              samsyn cohort frequency --data data --as genetiker-skane --purpose statistics '17-43093464-G-A where sex = female'

            The language is described in docs/cohort-language.md.
            """,
        subcommands: [CountCommand.self, FrequencyCommand.self])
}

/// A question and who puts it.
struct QuestionArguments: ParsableArguments {
    @OptionGroup var data: DataArguments
    @Option(name: .customLong("as"), help: "Who asks: a name in the file of actors.") var actor: String
    @Option(help: "Why: \(Purpose.allCases.map(\.rawValue).joined(separator: ", ")).") var purpose: Purpose
    @Option(help: "region, healthcare-region or nation.") var scope: SearchScope = .nation
    @Option(help: "The day of the question, which chooses law and policy; today where it is not given.") var on: CivilDate =
        .today
    @Option(help: "The project that it is asked in, by its registration number.") var project: String?
    @Option(help: "For feasibility: the planned study.") var study: String?
    @Option(help: "The patient for whose sake it is asked: a pseudonym of the actor's own region.") var patient: String?
    @Option(help: "For a quality register: its name.") var register: String?
    @Option(help: "What its variants are written against.") var assembly: Assembly = .grch38
    @OptionGroup var regulations: RegulationArguments
    @Argument(help: "The question: text, or JSON beginning with {.") var question: String
    @Flag(help: "As JSON.") var json = false

    func asked(_ form: Question.Form?, process: String) async throws -> AskedQuestion {
        let actor = try regulations.actor(actor, data)
        let question = try WrittenQuestion(text: question).read(form, data.language)
        var asked = AskedQuestion(actor: actor, purpose: purpose, date: on, question: question, process: process)
        asked.project = project
        asked.plannedStudy = study
        asked.assembly = assembly
        asked.register = register.map { QualityRegister(name: $0, holder: actor.identity) }
        if let patient {
            guard let pseudonym = Pseudonym(patient) else {
                throw ValidationError("--patient is a pseudonym, 32 hexadecimal digits.")
            }
            guard let home = actor.region else { throw ValidationError("\(actor.name) works in no region and has no patients.") }
            asked.hasCareRelation = try CareRelationCheck(partition: try await data.open(home), actor: actor, patient: pseudonym)
                .run(on: on)
        }
        return asked
    }

    func sources(_ actor: Actor) async throws -> [RegionSource] {
        let regulations = try regulations.regulations(data)
        let regions = scope.regions(of: actor, among: data.regions())
        guard !regions.isEmpty else { throw AskedQuestionError.noRegion }
        var sources: [RegionSource] = []
        for region in regions { sources.append(.partition(try await data.open(region), regulations)) }
        return sources
    }

    func ask(_ form: Question.Form) async throws {
        try await reportingFailure {
            let asked = try await asked(form, process: "cohort \(form.rawValue)")
            let (answer, replies) = try await AskRegions(sources: try await sources(asked.actor)).run(asked)
            Terminal.answer(json ? answer.json(in: data.language).indentedText : RegionsText.text(answer, replies, data.language))
        }
    }
}

struct CountCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "count", abstract: "How many people.")
    @OptionGroup var question: QuestionArguments
    func run() async throws { try await question.ask(.count) }
}

struct FrequencyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "frequency", abstract: "How often a variant is seen in a cohort, and how many could have shown it.")
    @OptionGroup var question: QuestionArguments
    func run() async throws { try await question.ask(.frequency) }
}
