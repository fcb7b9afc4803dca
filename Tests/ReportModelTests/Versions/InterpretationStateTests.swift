import AccessModel
import ClinicalModel
import ReportModel
import StructuredText
import Testing

@Suite("The states of an interpretation")
struct InterpretationStateTests {
    static let two = SigningRule(needsTwoSignatures: true)
    static let one = SigningRule(needsTwoSignatures: false)
    static let anna = Examples.actor("SE2321000016-ANNA")
    static let bo = Examples.actor("0000-0002-1825-0097", .molecularPathologist)
    static let bioinformatician = Examples.actor("SE2321000016-BIT", .bioinformatician)

    /// Every legal act, written down by hand; all others are refused.
    static let legal: [InterpretationState: [InterpretationAct: InterpretationState]] = [
        .proposed: [.adopt: .draft, .withdraw: .withdrawn],
        .draft: [.edit: .draft, .sign: .awaitingSecondSignature, .withdraw: .withdrawn],
        .awaitingSecondSignature: [.sign: .signed, .sendBack: .draft, .withdraw: .withdrawn],
        .signed: [.supersede: .superseded, .withdraw: .withdrawn],
        .superseded: [:],
        .withdrawn: [:],
    ]

    static func step(
        _ act: InterpretationAct, by actor: Actor = anna, at minutes: Int = 60, words: String = "reason"
    ) -> InterpretationStep {
        InterpretationStep(act, by: actor, at: Examples.time(minutes), words: words)
    }

    /// A version in each state, reached by acts.
    static func version(in state: InterpretationState) throws -> InterpretationVersion {
        let content = InterpretationContent.germline(Examples.germline())
        let draft = try InterpretationVersion(draft: content, number: 1, by: anna, at: Examples.time(0), rule: two)
        switch state {
        case .proposed:
            let proposed = InterpretationContent.germline(Examples.germline(isProposed: true))
            return InterpretationVersion(proposed: proposed, number: 1, by: Examples.stamp, rule: two)
        case .draft: return draft
        case .awaitingSecondSignature: return try draft.after(step(.sign, by: anna, at: 1), rule: two)
        case .signed:
            return try version(in: .awaitingSecondSignature).after(step(.sign, by: bo, at: 2), rule: two)
        case .withdrawn: return try draft.after(step(.withdraw, at: 1), rule: two)
        case .superseded:
            let signed = try signedHistory()
            let next = try signed.opening(content, by: anna, at: Examples.time(10), rule: two)
            let final = try next.after(step(.sign, by: anna, at: 11), rule: two).after(step(.sign, by: bo, at: 12), rule: two)
            return final.versions[0]
        }
    }

    static func signedHistory() throws -> InterpretationHistory {
        try InterpretationHistory(
            identifier: "int-1", laboratory: Examples.laboratory, draft: .germline(Examples.germline()), by: anna,
            at: Examples.time(0), rule: two
        ).after(step(.sign, by: anna, at: 1), rule: two).after(step(.sign, by: bo, at: 2), rule: two)
    }

    @Test("Every act in every state: the next state, or a refusal with its reason", arguments: InterpretationState.allCases)
    func everyAct(state: InterpretationState) throws {
        let version = try Self.version(in: state)
        #expect(version.state == state)
        for act in InterpretationAct.allCases {
            let content: InterpretationContent? = act == .edit ? .germline(Examples.germline("PVS1 PS3")) : nil
            let expected = Self.legal[state]?[act]
            #expect(state.after(act, needsTwoSignatures: true) == expected, "\(state) \(act)")
            do throws(InterpretationRefusal) {
                let next = try version.after(Self.step(act, by: Self.bo), content: content, rule: Self.two)
                #expect(next.state == expected, "\(state) \(act)")
                #expect(Array(next.steps.dropLast()) == version.steps)
            } catch {
                #expect(error.code == (act == .supersede && expected != nil ? .noLaterVersion : .wrongState), "\(state) \(act)")
            }
        }
    }

    @Test("Where the laboratory asks for one signature, one completes it")
    func oneSignature() throws {
        #expect(InterpretationState.draft.after(.sign, needsTwoSignatures: false) == .signed)
        let draft = try InterpretationVersion(
            draft: .germline(Examples.germline()), number: 1, by: Self.anna, at: Examples.time(0), rule: Self.one)
        let signed = try draft.after(Self.step(.sign), rule: Self.one)
        #expect(signed.state == .signed && signed.signatures.map(\.person) == [Self.anna.identity])
    }

    @Test("Nobody signs twice, however they write their identity", arguments: ["SE2321000016-ANNA", " se2321000016-anna "])
    func samePerson(identity: String) throws {
        let waiting = try Self.version(in: .awaitingSecondSignature)
        #expect(throws: InterpretationRefusal(.samePerson)) {
            try waiting.after(Self.step(.sign, by: Examples.actor(identity)), rule: Self.two)
        }
    }

    @Test("What is sent back has lost its first signature, and both may sign anew")
    func sentBack() throws {
        let back = try Self.version(in: .awaitingSecondSignature).after(Self.step(.sendBack, by: Self.bo, at: 3), rule: Self.two)
        #expect(back.state == .draft && back.signatures.isEmpty)
        let signed = try back.after(Self.step(.sign, by: Self.bo, at: 4), rule: Self.two)
            .after(Self.step(.sign, by: Self.anna, at: 5), rule: Self.two)
        #expect(signed.state == .signed && signed.signatures.count == 2)
    }

    @Test(
        "Only those who may do it",
        arguments: [
            (.bioinformatician, .sign, .mayNotSign), (.laboratoryScientist, .sign, .mayNotSign),
            (.physician, .sign, .mayNotPrepare),
            (.system, .sign, .mayNotPrepare), (.system, .withdraw, .mayNotPrepare), (.patient, .edit, .mayNotPrepare),
            (.researcher, .sign, .mayNotPrepare),
        ] as [(Actor.Role, InterpretationAct, InterpretationRefusal.Code)])
    func roles(role: Actor.Role, act: InterpretationAct, refusal: InterpretationRefusal.Code) throws {
        let draft = try Self.version(in: .draft)
        let content: InterpretationContent? = act == .edit ? draft.content : nil
        #expect(throws: InterpretationRefusal(refusal)) {
            try draft.after(Self.step(act, by: Examples.actor("x", role)), content: content, rule: Self.two)
        }
        #expect(
            try draft.after(Self.step(.edit, by: Self.bioinformatician), content: draft.content, rule: Self.two).state == .draft)
    }

    @Test("A computed proposal cannot be signed before somebody has confirmed or changed each of its criteria")
    func unconfirmed() throws {
        let adopted = try Self.version(in: .proposed).after(Self.step(.adopt), rule: Self.two)
        #expect(adopted.state == .draft && adopted.proposal == Examples.stamp)
        #expect(throws: InterpretationRefusal(.unconfirmedCriteria)) { try adopted.after(Self.step(.sign), rule: Self.two) }
        let edited = try adopted.after(Self.step(.edit), content: .germline(Examples.germline()), rule: Self.two)
        #expect(try edited.after(Self.step(.sign), rule: Self.two).state == .awaitingSecondSignature)
        #expect(edited.proposal == Examples.stamp)
    }

    @Test("Sending back and withdrawing need their reason, and time does not run backwards")
    func reasonsAndTime() throws {
        let waiting = try Self.version(in: .awaitingSecondSignature)
        #expect(throws: InterpretationRefusal(.wordsMissing)) {
            try waiting.after(Self.step(.sendBack, words: " \n"), rule: Self.two)
        }
        #expect(throws: InterpretationRefusal(.wordsMissing)) {
            try waiting.after(Self.step(.withdraw, words: ""), rule: Self.two)
        }
        #expect(throws: InterpretationRefusal(.earlierThanLast)) {
            try waiting.after(Self.step(.sign, by: Self.bo, at: 0), rule: Self.two)
        }
    }

    @Test("Every refusal has a sentence and a remedy in both languages", arguments: InterpretationRefusal.Code.allCases)
    func sentences(code: InterpretationRefusal.Code) {
        let refusal = InterpretationRefusal(code)
        #expect(!refusal.message.sv.isEmpty && !refusal.message.en.isEmpty)
        #expect(!refusal.remedy.sv.isEmpty && !refusal.remedy.en.isEmpty)
    }
}
