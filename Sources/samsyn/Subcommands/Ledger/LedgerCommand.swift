import AccessModel
import ArgumentParser
import ClinicalModel
import Foundation
import Operations
import Records
import StructuredText

struct LedgerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ledger", abstract: "Everything that was done with people's data: prove it, read it, review it.",
        discussion: """
              samsyn ledger verify       --data data --region 24
              samsyn ledger show         --data data --region 24 --patient PSEUDONYM
              samsyn ledger review       --data data --region 24 --from 2026-11-01 --to 2026-11-30
              samsyn ledger sample-check --data data --region 24 --from 2026-11-01 --to 2026-11-30 --as granskare
            """,
        subcommands: [
            VerifyLedgerCommand.self, ShowLedgerCommand.self, ReviewLedgerCommand.self, SampleCheckCommand.self,
            PatientLedgerCommand.self, AnchorCommand.self, RemoveOldCommand.self,
        ])
}

struct PeriodArguments: ParsableArguments {
    @Option(help: "First day.") var from: CivilDate?
    @Option(help: "Last day.") var to: CivilDate?

    var isGiven: Bool { from != nil || to != nil }

    /// From the first day's beginning to the last day's end, UTC.
    var period: ClosedRange<Timestamp> {
        let first = Timestamp(startOf: from ?? CivilDate(daysSince1970: 0))
        let end = Timestamp(milliseconds: Timestamp(startOf: (to ?? .today).adding(days: 1)).milliseconds - 1)
        return first...max(first, end)
    }
}

struct VerifyLedgerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Find any edit, removal or reordering, and say where.",
        discussion: "With --anchor, the chain has to pass through anchors that were exported earlier and kept elsewhere.")

    @OptionGroup var region: RegionArguments
    @Option(name: .customLong("anchor"), help: "A file with an anchor.", completion: .file()) var anchors: [String] = []

    func run() throws {
        try reportingFailure {
            let kept = try anchors.map { path in
                guard let data = FileManager.default.contents(atPath: path), let json = try? JSONReader.read(Array(data)),
                    let anchor = LedgerAnchor(json)
                else { throw ValidationError("\(path) is no anchor. Export one with: samsyn ledger anchor") }
                return anchor
            }
            // Not through the partition: opening it may write, and who verifies may have no key.
            let secret = try? IdentityDatabase.open(path: region.layout.identity, key: region.data.key(region.region))
                .ledgerSecret
            let ledger = try Ledger.open(path: region.layout.audit, secret: secret)
            let result = try ledger.verify(anchors: kept)
            if let fault = result.fault {
                Terminal.answer("FAULT  \(fault.text.text(region.data.language))\n")
                throw ExitCode(Failure.data)
            }
            Terminal.answer(
                "Whole: \(result.events) events, \(result.first)–\(result.last)\(kept.isEmpty ? "" : ", through \(kept.count) anchors").\n"
            )
            if !result.isHeadChecked {
                Terminal.note("Without the region's key the last events cannot be proved: compare with an anchor.\n")
            }
        }
    }
}

struct ShowLedgerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "Events, latest last.")

    @OptionGroup var region: RegionArguments
    @OptionGroup var period: PeriodArguments
    @Option(help: "Only of this actor.") var actor: String?
    @Option(help: "Only of this care unit.") var unit: String?
    @Option(help: "Only about this person.") var patient: String?
    @Option(help: "Only under this purpose.") var purpose: Purpose?
    @Option(help: "How many at most.") var limit = 50
    @Flag(help: "Only where no care relation was on record.") var withoutCareRelation = false
    @Flag(help: "A line of JSON for each event.") var json = false

    func run() async throws {
        try await reportingFailure {
            let partition = try await region.open()
            let filter = LedgerFilter(
                actor: actor, careUnit: unit, patient: try patient.map(pseudonym), purpose: purpose,
                period: period.isGiven ? period.period : nil, lacksCareRelation: withoutCareRelation ? true : nil, limit: limit)
            let events = try partition.ledger.events(filter)
            if json {
                for item in events { Terminal.answer("{\"seq\":\(item.seq),\"event\":\(item.event.json.canonicalText)}\n") }
                return
            }
            var table = TextTable(["seq", "time", "actor", "unit", "process", "purpose", "decision", "returned"])
            for item in events {
                let event = item.event
                table.append([
                    String(item.seq), event.time.description, event.actor, event.careUnit ?? "-", event.process,
                    event.purpose?.rawValue ?? "-", event.decision?.rawValue ?? "-", event.returned.map(String.init) ?? "-",
                ])
            }
            Terminal.answer(table.text)
        }
    }

    private func pseudonym(_ text: String) throws -> Pseudonym {
        guard let pseudonym = Pseudonym(text) else { throw ValidationError("--patient is a pseudonym, 32 hexadecimal digits.") }
        return pseudonym
    }
}

struct ReviewLedgerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review", abstract: "Who asked how much, at what hours, and about people not in their care.")

    @OptionGroup var region: RegionArguments
    @OptionGroup var period: PeriodArguments
    @Flag(help: "As JSON.") var json = false

    func run() async throws {
        try await reportingFailure {
            let partition = try await region.open()
            let review = try partition.ledger.review(period.period)
            if json {
                Terminal.answer(review.json.indentedText)
            } else {
                Terminal.answer(ReviewText.text(review))
            }
        }
    }
}

struct SampleCheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sample-check",
        abstract: "Draw events at random, assess them, sign: the systematic check of HSLF-FS 2016:40.",
        discussion: """
            Without --assess it draws a sample and shows it. With --assess NUMBER the assessment is signed and kept; it cannot be changed.
            """)

    @OptionGroup var region: RegionArguments
    @OptionGroup var period: PeriodArguments
    @OptionGroup var regulations: RegulationArguments
    @Option(name: .customLong("as"), help: "Who checks: a log reviewer.") var actor: String
    @Option(help: "How many events.") var size = 10
    @Option(help: "Draws the same sample again.") var seed: UInt64?
    @Option(help: "Assess the sample of this number.") var assess: Int?
    @Option(help: "The assessment in words.") var text: String?
    @Flag(help: "List the checks that were made.") var list = false

    func validate() throws {
        guard (assess == nil) == (text == nil) else { throw ValidationError("--assess and --text go together.") }
    }

    func run() async throws {
        try await reportingFailure {
            let partition = try await region.open()
            let reviewer = try regulations.actor(actor, region.data)
            let check = CheckSample(partition: partition, reviewer: reviewer)
            if list {
                for item in try partition.records.sampleChecks() {
                    let state = item.assessment.map { "signed by \($0.signer): \($0.text)" } ?? "not assessed"
                    Terminal.answer("\(item.id)  \(item.drawn)  \(item.events.count) events  \(state)\n")
                }
                return
            }
            if let assess, let text {
                try await check.assess(assess, text)
                Terminal.answer("Sample check \(assess) is signed by \(reviewer.name).\n")
                return
            }
            let (number, events) = try await check.draw(
                size, seed: seed ?? UInt64.random(in: 0...UInt64(Int64.max)), period: period.period)
            Terminal.answer("Sample check \(number): \(events.count) events.\n")
            var table = TextTable(["seq", "time", "actor", "unit", "purpose", "patients"])
            for item in events {
                table.append([
                    String(item.seq), item.event.time.description, item.event.actor, item.event.careUnit ?? "-",
                    item.event.purpose?.rawValue ?? "-", String(item.event.patients.count),
                ])
            }
            Terminal.answer(table.text)
        }
    }
}

struct PatientLedgerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "patient", abstract: "Who looked, as the patient reads it: unit, time, purpose.")

    @OptionGroup var person: PersonArguments

    func run() async throws {
        try await reportingFailure {
            let partition = try await person.region.open()
            let language = person.region.data.language
            let pseudonym = try person.find(partition)
            for access in try partition.patientView(pseudonym) {
                let unit = access.careUnit ?? (language == .sv ? "plattformen" : "the platform")
                Terminal.answer("\(access.time)  \(unit)  \(access.purpose.text(language))\n")
            }
        }
    }
}

struct AnchorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "anchor", abstract: "Print where the ledger stands, to be kept elsewhere.")

    @OptionGroup var region: RegionArguments

    func run() async throws {
        try await reportingFailure {
            let partition = try await region.open()
            Terminal.answer(try partition.ledger.anchor(time: partition.now()).json.indentedText)
        }
    }
}

struct RemoveOldCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove-old", abstract: "Remove events older than a day, at least five years ago; the chain stays provable.")

    @OptionGroup var region: RegionArguments
    @Option(help: "The first day that is kept.") var before: CivilDate
    @Option(help: "The reference of the decision.") var decision: String
    @Option(name: .customLong("as"), help: "Who carries it out.") var actor: String
    @OptionGroup var regulations: RegulationArguments

    func run() async throws {
        try await reportingFailure {
            let partition = try await region.open()
            let actor = try regulations.actor(actor, region.data)
            let count = try partition.ledger.removeBefore(
                before, decision: decision, actor: actor.identity, role: actor.role.rawValue, time: partition.now())
            Terminal.answer("\(count) events removed; that is on record, and the rest can be verified.\n")
        }
    }
}
