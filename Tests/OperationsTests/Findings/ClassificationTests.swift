import AccessModel
import ClinicalModel
import GenomeModel
import Operations
import Records
import ReportModel
import StructuredText
import Testing

/// Skåne and Västerbotten, each on a node of its own, with a laboratory in each.
@Suite("Classifications between regions")
struct ClassificationTests {
    struct Pair {
        let skane: InterpretingRegion
        let vasterbotten: InterpretingRegion
        let nodeOfSkane: RunningNode
        let nodeOfVasterbotten: RunningNode

        var subject: SharedClassification.Subject {
            get throws {
                SharedClassification.Subject(
                    variant: try InterpretingRegion.variant(0), condition: try #require(Code("ORPHA:145")))
            }
        }

        func conflicts(_ setting: InterpretingRegion) throws -> [ShownConflict] {
            try ListConflicts(
                partition: setting.region.partition, actor: try setting.actor("anna"), purpose: .laboratoryOperation
            ).run()
        }

        func say(
            _ act: ConflictAct, in setting: InterpretingRegion, _ words: String = "Vi anser.",
            proposing: PathogenicityClass? = nil
        ) async throws -> ConflictRecord {
            var discuss = DiscussConflict(
                partition: setting.region.partition, actor: try setting.actor("anna"), purpose: .laboratoryOperation,
                subject: try subject, laboratory: setting.laboratory, act: act)
            discuss.words = words
            discuss.proposed = proposing
            return try await discuss.run()
        }

        func exchange() async throws {
            try await ExchangeClassifications(node: nodeOfSkane).run()
            try await ExchangeClassifications(node: nodeOfVasterbotten).run()
            try await ExchangeClassifications(node: nodeOfSkane).run()
        }

        func state(in setting: InterpretingRegion) throws -> ConflictState? {
            try setting.region.partition.records.conflicts(about: try subject).last?.merged?.thread.state
        }
    }

    func pair(_ space: Workspace, sharing: Bool = true) async throws -> Pair {
        let skane = try await InterpretingRegion.make("12", in: space)
        let vasterbotten = try await InterpretingRegion.make("24", in: space)
        for setting in [skane, vasterbotten] {
            try await setting.region.publishPolicy { text in
                sharing
                    ? text
                    : text.replacing("      classification-sharing: {other-regions: aggregate}\n", with: "")
            }
            try await setting.record()
        }
        func node(_ name: String, _ own: InterpretingRegion) throws -> RunningNode {
            RunningNode(
                name: name, partitions: [own.region.code: own.region.partition], regulations: try TestRegion.regulations.get(),
                sources: [try skane.region.source(), try vasterbotten.region.source()], now: { TestRegion.noon })
        }
        return Pair(
            skane: skane, vasterbotten: vasterbotten, nodeOfSkane: try node("node-12", skane),
            nodeOfVasterbotten: try node("node-24", vasterbotten))
    }

    @Test("A conflict is found in both regions when the classification that makes it one arrives")
    func found() async throws {
        let space = try Workspace()
        let pair = try await pair(space)
        try await pair.skane.sign(.pathogenic)
        try await pair.vasterbotten.sign(.uncertain)
        #expect(try pair.conflicts(pair.skane).isEmpty)
        let events = try await ExchangeClassifications(node: pair.nodeOfSkane).run()
        #expect(events[pair.skane.region.code]?.contains { if case .conflictArose = $0 { true } else { false } } == true)
        try await pair.exchange()
        for setting in [pair.skane, pair.vasterbotten] {
            let conflict = try #require(try pair.conflicts(setting).first)
            #expect(conflict.conflict?.severity == .actionable && conflict.conflict?.arose == TestRegion.today)
            #expect(conflict.positions.map(\.pathogenicityClass) == [.pathogenic, .uncertain])
            #expect(conflict.parties.map(\.laboratory) == [setting.laboratory] && conflict.state == .open)
        }
        // The same again brings nothing.
        let count = try pair.skane.region.partition.records.lastClassification()
        try await pair.exchange()
        #expect(try pair.skane.region.partition.records.lastClassification() == count)
        let detail = try pair.vasterbotten.region.partition.ledger.events(LedgerFilter(act: .classification)).map(\.event)
        #expect(detail.contains { $0.process == "classifications shared" && $0.detail["region"] == "12" && $0.patients.isEmpty })
    }

    @Test("A region whose policy lets nothing out shares nothing, and what it opens later is read from the beginning")
    func closed() async throws {
        let space = try Workspace()
        let pair = try await pair(space, sharing: false)
        try await pair.skane.sign(.pathogenic)
        try await pair.exchange()
        let variant = try InterpretingRegion.variant(0)
        #expect(try pair.vasterbotten.region.partition.records.classifications(of: variant).isEmpty)
        let reply = try await ExchangeClassifications(node: pair.nodeOfVasterbotten).classifications(
            of: variant, from: pair.skane.region.code, for: pair.vasterbotten.region.partition)
        #expect(reply.entries.isEmpty && reply.refusal != nil)
        try await pair.skane.region.publishPolicy()
        try await pair.exchange()
        #expect(
            try pair.vasterbotten.region.partition.records.classifications(of: variant).map(\.pathogenicityClass) == [.pathogenic]
        )
        let one = try await ExchangeClassifications(node: pair.nodeOfVasterbotten).classifications(
            of: variant, from: pair.skane.region.code, for: pair.vasterbotten.region.partition)
        #expect(one.entries.map(\.laboratory) == [pair.skane.laboratory])
    }

    @Test("The thread travels: both agree, each signs its own, and it dissolves")
    func thread() async throws {
        let space = try Workspace()
        let pair = try await pair(space)
        try await pair.skane.sign(.pathogenic)
        try await pair.vasterbotten.sign(.uncertain)
        try await pair.exchange()
        _ = try await pair.say(.comment, in: pair.skane, "Två nya familjer.")
        try await pair.exchange()
        #expect(try pair.state(in: pair.vasterbotten) == .discussed)
        await #expect(throws: ConflictRefusal(.nothingProposed)) { try await pair.say(.agree, in: pair.vasterbotten, "") }
        _ = try await pair.say(.propose, in: pair.vasterbotten, proposing: .likelyPathogenic)
        try await pair.exchange()
        let agreed = try await pair.say(.agree, in: pair.skane, "")
        #expect(agreed.merged?.thread.state == .jointConclusion)
        try await pair.exchange()
        #expect(try pair.state(in: pair.vasterbotten) == .jointConclusion)
        await #expect(throws: ConflictRefusal(.wrongState)) { try await pair.say(.comment, in: pair.skane) }
        try await pair.vasterbotten.sign(.likelyPathogenic)
        try await pair.exchange()
        for setting in [pair.skane, pair.vasterbotten] {
            #expect(try pair.conflicts(setting).isEmpty && pair.state(in: setting) == .dissolved)
        }
    }

    @Test("Steps that cross on the way count in one order everywhere, and who takes no part says nothing")
    func crossing() async throws {
        let space = try Workspace()
        let pair = try await pair(space)
        try await pair.skane.sign(.pathogenic)
        try await pair.vasterbotten.sign(.benign)
        try await pair.exchange()
        _ = try await pair.say(.comment, in: pair.skane)
        _ = try await pair.say(.keepApart, in: pair.skane)
        try await pair.exchange()
        let one = try pair.skane.region.partition.records.conflicts(about: try pair.subject).last?.merged
        let other = try pair.vasterbotten.region.partition.records.conflicts(about: try pair.subject).last?.merged
        #expect(one?.thread == other?.thread)
        var foreign = DiscussConflict(
            partition: pair.skane.region.partition, actor: try pair.skane.actor("anna"), purpose: .laboratoryOperation,
            subject: try pair.subject, laboratory: pair.vasterbotten.laboratory, act: .reopen)
        foreign.words = "Hej"
        await #expect(throws: ConflictRefusal(.notAParty)) { try await foreign.run() }
    }

    @Test("A reclassification over a boundary recalls each region's own carriers, nobody twice, and never those who have left")
    func recall() async throws {
        let space = try Workspace()
        let pair = try await pair(space)
        let (skane, vasterbotten) = (pair.skane, pair.vasterbotten)
        try await skane.sign(.uncertain)
        try await pair.exchange()
        #expect(try skane.region.partition.records.recalls().isEmpty)
        try await skane.sign(.pathogenic)
        try await pair.exchange()
        for setting in [skane, vasterbotten] {
            let recalls = try setting.region.partition.records.recalls()
            #expect(try recalls.map(\.task.carrier) == [setting.region.pseudonym(0)])
            #expect(recalls.first?.task.urgency == .high && recalls.first?.task.due == TestRegion.today.adding(days: 14))
        }
        // Another laboratory comes to the same: who is being recalled already is not recalled again.
        try await vasterbotten.sign(.uncertain)
        try await vasterbotten.sign(.pathogenic)
        try await pair.exchange()
        #expect(try vasterbotten.region.partition.records.recalls().count == 1)
        let handling = HandleRecalls(try skane.access(try skane.actor("anna")))
        let id = try #require(try await handling.list().first?.id)
        await #expect(throws: RecallTask.Refusal.wrongState) { try await handling.take(.inform, in: id, words: "") }
        let person = try skane.region.pseudonym(0)
        let words = "Vården följde upp ett svar som har fått en ny bedömning"
        func seen() throws -> [PatientAccess] { try skane.region.partition.patientView(person) }
        // The plan is in the authority's ledger and not in the patient's list, where every look of a person stands.
        let plan = try #require(
            try skane.region.partition.ledger.events(LedgerFilter(patient: person, act: .recall)).first)
        #expect(plan.event.process == "recall plan" && plan.event.patients == [person])
        #expect(try !seen().contains { $0.event == plan.seq || $0.purpose.sv == words })
        #expect(try seen().contains { $0.careUnit != nil && $0.purpose.sv == "Laboratoriets arbete med ditt prov" })
        for (act, state) in [
            (RecallAct.assign, RecallState.assigned), (.sendLetter, .letterSent), (.inform, .informed), (.finish, .done),
        ] {
            #expect(try await handling.take(act, in: id, words: "Bo").task.state == state)
            // Told by a person first, and then all of it is there, whenever it was done.
            let isTold = state == .informed || state == .done
            #expect(try seen().contains { $0.event == plan.seq } == isTold, "\(state)")
            #expect(try seen().contains { $0.purpose.sv == words } == isTold, "\(state)")
        }
        let processes = try skane.region.partition.ledger.events(LedgerFilter(patient: person, act: .recall)).map(\.event.process)
        #expect(processes == ["recall plan", "recall assign", "recall send-letter", "recall inform", "recall finish"])
        _ = try skane.region.partition.records.destroy(person, decision: "D", time: TestRegion.noon)
        #expect(try skane.region.partition.records.recalls().isEmpty)
    }

    @Test("The export is ClinVar's, in both forms")
    func export() async throws {
        let space = try Workspace()
        let pair = try await pair(space)
        try await pair.skane.sign(.pathogenic)
        try await pair.vasterbotten.sign(.uncertain)
        try await pair.exchange()
        let list = ListConflicts(
            partition: pair.skane.region.partition, actor: try pair.skane.actor("anna"), purpose: .laboratoryOperation)
        let summary = try ExportClassifications(list).run(.summary).split(separator: "\n")
        #expect(summary.count == 2 && summary[1].contains("Conflicting classifications of pathogenicity"))
        let own = try ExportClassifications(list).run(.submission).split(separator: "\n")
        #expect(own.count == 2 && own[1].contains("Pathogenic") && !own[1].contains("Uncertain"))
    }
}
