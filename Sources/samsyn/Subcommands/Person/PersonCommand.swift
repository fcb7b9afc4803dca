import AccessModel
import ArgumentParser
import ClinicalModel
import Operations
import Records
import StructuredText

struct PersonCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "person", abstract: "People: what they say yes and no to, and how data about them is ended.",
        discussion: """
            PERSON is a pseudonym, or an identity number given on standard input with -.

              samsyn person show    --data data --region 24 PERSON
              samsyn person consent --data data --region 24 PERSON block-towards-others yes
              samsyn person copy    --data data --region 24 PERSON --as forskare-uppsala --project 2025-01234-01
              samsyn person end     --data data --region 24 PERSON stop-using --decision HSN-2026-114
            """,
        subcommands: [
            PseudonymCommand.self, ShowPersonCommand.self, CareCommand.self, ConsentCommand.self, CopyCommand.self,
            EndCommand.self,
        ])
}

struct PersonArguments: ParsableArguments {
    @OptionGroup var region: RegionArguments
    @Argument(help: "A pseudonym; or - to read an identity number from standard input.") var person: String

    func find(_ partition: Partition) throws -> Pseudonym {
        if person == "-" {
            // Never as an argument: those can be seen by everybody on the machine.
            let line = readLine(strippingNewline: true) ?? ""
            let number = try IdentityNumber.parse(
                line, reserveFormats: partition.settings.reserveNumberFormats, today: partition.now().date)
            return try partition.identity.pseudonym(of: number)
        }
        guard let pseudonym = Pseudonym(person) else {
            throw ValidationError(
                "PERSON is a pseudonym (32 hexadecimal digits), or - to read an identity number from standard input.")
        }
        return pseudonym
    }
}

struct ShowPersonCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "What the partition holds about a person; it is logged.")

    @OptionGroup var person: PersonArguments
    @Option(name: .customLong("as"), help: "Who looks: a name in the file of actors.") var actor: String
    @Option(help: "Why.") var purpose: Purpose = .ownPatientCare
    @OptionGroup var regulations: RegulationArguments

    func run() async throws {
        try await reportingFailure {
            let partition = try await person.region.open()
            let data = person.region.data
            let pseudonym = try person.find(partition)
            let view = try await ShowPerson(
                partition: partition, law: try regulations.lawBook(data), actor: try regulations.actor(actor, data),
                purpose: purpose,
                person: pseudonym
            ).run()
            switch view {
            case .refused(let decision, _):
                for reason in decision.reasonsAgainst {
                    Terminal.complain("samsyn: \(reason.text.text(data.language)) (\(reason.reference))")
                }
                throw ExitCode(Failure.refused)
            case .shown(let record):
                let codes = try LoadCodes(directory: try SharedFiles.path("codes", data.directory)).run()
                Terminal.answer(record.page(codes.names(of: record.codes)).text(data.language))
            }
        }
    }
}

struct PseudonymCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pseudonym", abstract: "The region's pseudonym of an identity number, read from standard input.",
        discussion: """
            Example:
              echo 189001019802 | samsyn person pseudonym --data data --region 24
            """)

    @OptionGroup var region: RegionArguments

    func run() async throws {
        try await reportingFailure {
            let partition = try await region.open()
            let number = try IdentityNumber.parse(
                readLine(strippingNewline: true) ?? "", reserveFormats: partition.settings.reserveNumberFormats,
                today: partition.now().date)
            let pseudonym = try partition.identity.pseudonym(of: number)
            guard try partition.records.person(pseudonym) != nil else { throw PartitionError(.unknownPerson, place: "person") }
            Terminal.answer("\(pseudonym)\n")
        }
    }
}

struct CareCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "care", abstract: "Put on record that an actor takes part in the person's care.")

    @OptionGroup var person: PersonArguments
    @Option(name: .customLong("as"), help: "Who takes part: a name in the file of actors.") var actor: String
    @Option(help: "The first day; today where it is not given.") var from: CivilDate = .today
    @Option(help: "The last day.") var to: CivilDate?
    @OptionGroup var regulations: RegulationArguments

    func run() async throws {
        try await reportingFailure {
            let partition = try await person.region.open()
            let actor = try regulations.actor(actor, person.region.data)
            try await BeginCare(partition: partition, person: try person.find(partition), actor: actor, from: from, to: to).run()
            Terminal.answer("\(actor.name) takes part in the person's care from \(from).\n")
        }
    }
}

struct ConsentCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "consent", abstract: "Record a yes or a no; it takes effect with the next question.",
        discussion: """
            KIND is one of: \(ConsentKind.allCases.map(\.rawValue).joined(separator: ", ")).
            yes means that the block, objection or consent holds from the date; no means that it ends.
            """)

    @OptionGroup var person: PersonArguments
    @Argument(help: "Which of the eleven kinds.") var kind: ConsentKind
    @Argument(help: "yes or no.") var answer: String
    @Option(help: "The first day; today where it is not given.") var from: CivilDate = .today
    @Option(help: "Who says it: patient, guardian or staff.") var by: String = "patient"
    @Option(help: "The study's registration number, for the kind study.") var study: String?
    @OptionGroup var regulations: RegulationArguments

    func validate() throws {
        guard answer == "yes" || answer == "no" else { throw ValidationError("Answer yes or no.") }
        guard ConsentEvent.Giver(rawValue: by) != nil else { throw ValidationError("--by is patient, guardian or staff.") }
    }

    func run() async throws {
        try await reportingFailure {
            let partition = try await person.region.open()
            let pseudonym = try person.find(partition)
            let effect = try await StateConsent(
                partition: partition, law: try regulations.lawBook(person.region.data), person: pseudonym, kind: kind,
                study: study,
                isGiven: answer == "yes", from: from, giver: ConsentEvent.Giver(rawValue: by) ?? .patient, recorder: "operator"
            ).run()
            switch effect {
            case .inForce: Terminal.answer("Recorded. It holds from \(from).\n")
            case .withoutEffect(let date?):
                Terminal.answer("Recorded. The law knows it from \(date); until then it has no effect.\n")
            case .withoutEffect(nil): Terminal.answer("Recorded. The law only proposes it: it has no effect today.\n")
            }
        }
    }
}

struct EndCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "end", abstract: "End data about a person by one of four acts that are never mixed; it is proved at once.",
        discussion: """
            stop-using    no question counts it any more; the clinical record stays whole
            stop-showing  nobody outside the unit that is answerable for it sees it; the clinical record stays whole
            delete-copy   copies made for studies or registers go; the clinical record stays whole
            destroy       everything goes but the ledger's own events (PDL 8 kap. 4 §: by IVO's decision)
            """)

    @OptionGroup var person: PersonArguments
    @Argument(help: "stop-using, stop-showing, delete-copy or destroy.") var act: Ending.Act
    @Option(help: "The reference of the decision.") var decision: String
    @Option(help: "For delete-copy: the project or register; all of them where it is not given.") var copy: String?
    @Option(name: .customLong("as"), help: "Who carries it out.") var actor: String = "operator"

    func validate() throws {
        guard !decision.isEmpty else { throw ValidationError("--decision names the decision that this rests on.") }
    }

    func run() async throws {
        try await reportingFailure {
            let partition = try await person.region.open()
            var end = EndData(
                partition: partition, person: try person.find(partition), act: act, decision: decision, actor: actor)
            end.copyReference = copy
            let faults = try await end.run()
            for fault in faults { Terminal.complain("samsyn: \(fault)") }
            guard faults.isEmpty else { throw ExitCode(Failure.data) }
            switch act {
            case .stopUsing:
                Terminal.answer(
                    "Done and proved: no question counts it, nothing of it is in the index, the clinical record is whole.\n")
            case .stopShowing:
                Terminal.answer("Done and proved: it is not shown outside the unit, the clinical record is whole.\n")
            case .deleteCopy: Terminal.answer("Done and proved: the copies are gone, the clinical record is whole.\n")
            case .destroy: Terminal.answer("Done and proved: no byte is left but the ledger's own events.\n")
            }
        }
    }
}
