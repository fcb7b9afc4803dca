import ClinicalModel
import ReportModel
import StructuredText
import Testing

@Suite("Recalls after a reclassification")
struct RecallTests {
    static let rule = given(RecallRule(days: [.high: 30, .raised: 90, .low: 365], includesLow: false))
    static let carriers = ["a", "b", "c"].map { given(Pseudonym(String(repeating: $0, count: 32))) }

    static func change(_ from: PathogenicityClass, _ to: PathogenicityClass) -> Reclassification {
        Reclassification(
            subject: SharedClassification.Subject(variant: Examples.variant, condition: Examples.condition), gene: "BRCA1",
            region: given(RegionCode("01")), laboratory: Examples.laboratory, from: from, to: to,
            date: given(CivilDate("2026-11-21")))
    }

    @Test("The urgency of every change of class")
    func urgency() {
        let expected: [[RecallRule.Urgency?]] = [
            [nil, nil, .low, .high, .high], [nil, nil, .low, .high, .high], [.low, .low, nil, .high, .high],
            [.raised, .raised, .raised, nil, nil], [.raised, .raised, .raised, nil, nil],
        ]
        for (row, from) in PathogenicityClass.allCases.enumerated() {
            for (column, to) in PathogenicityClass.allCases.enumerated() {
                #expect(RecallRule.urgency(of: Self.change(from, to)) == expected[row][column])
            }
        }
    }

    @Test("A plan is due by its urgency; between uncertain and benign only where the region wants it")
    func plan() throws {
        let plan = try #require(Self.rule.plan(for: Self.change(.uncertain, .pathogenic)))
        #expect(plan.urgency == .high && plan.due == given(CivilDate("2026-12-21")))
        #expect(Self.rule.plan(for: Self.change(.uncertain, .likelyBenign)) == nil)
        #expect(Self.rule.plan(for: Self.change(.pathogenic, .likelyPathogenic)) == nil)
        let all = try #require(RecallRule(days: [.high: 30, .raised: 90, .low: 365], includesLow: true))
        #expect(all.plan(for: Self.change(.uncertain, .benign))?.urgency == .low)
        #expect(RecallRule(days: [.high: 90, .raised: 30, .low: 365], includesLow: true) == nil)
        #expect(RecallRule(days: [.high: 30, .raised: 90], includesLow: true) == nil)
    }

    @Test("One task for each carrier, and none again for who has one")
    func tasks() throws {
        let plan = try #require(Self.rule.plan(for: Self.change(.uncertain, .pathogenic)))
        let first = plan.tasks(for: Self.carriers + Self.carriers, at: Examples.time(0))
        #expect(first.map(\.carrier) == Self.carriers)
        let later = given(Pseudonym(String(repeating: "d", count: 32)))
        #expect(plan.tasks(for: Self.carriers + [later], having: first, at: Examples.time(1)).map(\.carrier) == [later])
        let other = try #require(Self.rule.plan(for: Self.change(.pathogenic, .benign)))
        #expect(other.tasks(for: Self.carriers, having: first, at: Examples.time(1)).count == 3)
    }

    /// Every legal act, written down by hand; all others are refused.
    static let legal: [RecallState: [RecallAct: RecallState]] = [
        .open: [.assign: .assigned, .close: .closed],
        .assigned: [.assign: .assigned, .sendLetter: .letterSent, .inform: .informed, .close: .closed],
        .letterSent: [.assign: .letterSent, .sendLetter: .letterSent, .inform: .informed, .close: .closed],
        .informed: [.finish: .done],
        .done: [:],
        .closed: [:],
    ]

    static func task(in state: RecallState) throws -> RecallTask {
        let plan = try #require(rule.plan(for: change(.uncertain, .pathogenic)))
        let open = try #require(plan.tasks(for: [carriers[0]], at: Examples.time(0)).first)
        let acts: [RecallAct] =
            switch state {
            case .open: []
            case .assigned: [.assign]
            case .letterSent: [.assign, .sendLetter]
            case .informed: [.assign, .sendLetter, .inform]
            case .done: [.assign, .inform, .finish]
            case .closed: [.assign, .close]
            }
        return try acts.reduce(open) { try $0.after(step($1, at: 1)) }
    }

    static func step(_ act: RecallAct, at minutes: Int = 5, words: String = "reason") -> RecallTask.Step {
        RecallTask.Step(act: act, person: "SE1-A", time: Examples.time(minutes), words: words)
    }

    @Test("Every act in every state", arguments: RecallState.allCases)
    func everyAct(state: RecallState) throws {
        let task = try Self.task(in: state)
        #expect(task.state == state)
        for act in RecallAct.allCases {
            let expected = Self.legal[state]?[act]
            do throws(RecallTask.Refusal) {
                let next = try task.after(Self.step(act))
                #expect(next.state == expected, "\(state) \(act)")
                #expect(Array(next.steps.dropLast()) == task.steps)
            } catch {
                #expect(error == .wrongState && expected == nil, "\(state) \(act)")
            }
        }
    }

    @Test("Closing without contact needs its reason; time does not run backwards; what is over is never late")
    func rules() throws {
        let sent = try Self.task(in: .letterSent)
        #expect(throws: RecallTask.Refusal.wordsMissing) { try sent.after(Self.step(.close, words: "")) }
        #expect(throws: RecallTask.Refusal.earlierThanLast) { try sent.after(Self.step(.inform, at: 0)) }
        let late = given(CivilDate("2026-12-22"))
        #expect(sent.isLate(on: late) && !sent.isLate(on: sent.due))
        for state in [RecallState.done, .closed] { #expect(try !Self.task(in: state).isLate(on: late)) }
        for refusal in RecallTask.Refusal.allCases { #expect(!refusal.message.sv.isEmpty && !refusal.remedy.en.isEmpty) }
    }

    @Test("The invitation fills all its fields in both languages, and names neither gene nor finding")
    func letter() throws {
        let letter = try RecallLetter(name: "invitation", version: "1", text: RecallLetter.invitationText)
        #expect(letter.fields == Set(RecallLetter.Field.allCases))
        let values = Dictionary(uniqueKeysWithValues: RecallLetter.Field.allCases.map { ($0, "<\($0.rawValue)>") })
        for language in Language.allCases {
            let text = try letter.filled(values, in: language)
            #expect(values.values.allSatisfy(text.contains) && !text.contains("{{"))
            for word in ["BRCA", "gen ", "patogen", "pathogenic", "cancer"] {
                #expect(!text.lowercased().contains(word.lowercased()))
            }
        }
    }

    @Test("A missing value, an unknown field and an empty text are refused")
    func letterFaults() throws {
        func text(_ sv: String) -> LocalizedText { LocalizedText(sv: sv, en: "Hello") }
        let letter = try RecallLetter(name: "l", version: "1", text: text("Hej {{patient-name}}, {{signer}}"))
        #expect(throws: RecallLetter.Fault.missingField(.signer)) { try letter.filled([.patientName: "A"], in: .sv) }
        #expect(throws: RecallLetter.Fault.missingField(.patientName)) {
            try letter.filled([.patientName: " ", .signer: "B"], in: .sv)
        }
        #expect(try letter.filled([:], in: .en) == "Hello")
        #expect(throws: RecallLetter.Fault.unknownField("gene")) {
            try RecallLetter(name: "l", version: "1", text: text("{{gene}}"))
        }
        #expect(throws: RecallLetter.Fault.unknownField("signer")) {
            try RecallLetter(name: "l", version: "1", text: text("{{signer"))
        }
        #expect(throws: RecallLetter.Fault.emptyText) { try RecallLetter(name: "l", version: "1", text: text("")) }
    }
}
