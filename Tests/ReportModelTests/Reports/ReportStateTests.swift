import AccessModel
import ClinicalModel
import ReportModel
import StructuredText
import Testing

@Suite("The states of a report")
struct ReportStateTests {
    typealias Given = ReportExamples
    typealias People = InterpretationStateTests

    /// Every legal act, written down by hand; all others are refused.
    static let legal: [ReportState: [ReportAct: ReportState]] = [
        .draft: [.fill: .draft, .review: .reviewed, .withdraw: .withdrawn],
        .reviewed: [.sendBack: .draft, .sign: .signed, .withdraw: .withdrawn],
        .signed: [.amend: .amended, .withdraw: .withdrawn],
        .amended: [:],
        .withdrawn: [:],
    ]

    static func version(in state: ReportState) throws -> ReportVersion {
        let history = try Given.history()
        switch state {
        case .draft: return given(history.latest)
        case .reviewed:
            return given(try history.after(Given.step(.review, at: 1), by: Given.template, rule: Given.rule).latest)
        case .signed: return given(try Given.signed().current)
        case .withdrawn:
            return given(try history.after(Given.step(.withdraw, at: 1), by: Given.template, rule: Given.rule).latest)
        case .amended:
            return try Given.signed().amending(reason: "nytt", by: People.anna, at: Examples.time(3))
                .after(Given.step(.review, at: 4), by: Given.template, rule: Given.rule)
                .after(Given.step(.sign, by: People.bo, at: 5), by: Given.template, rule: Given.rule).versions[0]
        }
    }

    @Test("Every act in every state: the next state, or a refusal with its reason", arguments: ReportState.allCases)
    func everyAct(state: ReportState) throws {
        let version = try Self.version(in: state)
        #expect(version.state == state)
        for act in ReportAct.allCases {
            let expected = Self.legal[state]?[act]
            #expect(state.after(act) == expected, "\(state) \(act)")
            do throws(ReportRefusal) {
                let next = try version.after(
                    Given.step(act, by: People.bo), content: act == .fill ? ReportContent() : nil, by: Given.template,
                    rule: Given.rule)
                #expect(next.state == expected, "\(state) \(act)")
                #expect(Array(next.steps.dropLast()) == version.steps)
            } catch {
                #expect(error.code == (act == .amend && expected != nil ? .noLaterVersion : .wrongState), "\(state) \(act)")
            }
        }
    }

    @Test("Whoever signs is another person than whoever reviewed, whichever letters the identity is written in")
    func twoPeople() throws {
        let reviewed = try Self.version(in: .reviewed)
        for identity in [People.anna.identity, People.anna.identity.lowercased()] {
            let refusal = #expect(throws: ReportRefusal.self) {
                try reviewed.after(
                    Given.step(.sign, by: Examples.actor(identity)), by: Given.template, rule: Given.rule)
            }
            #expect(refusal?.code == .samePerson)
        }
        let alone = try reviewed.after(
            Given.step(.sign), by: Given.template, rule: ReportRule(needsTwoPeople: false))
        #expect(alone.state == .signed)
    }

    @Test(
        "Who may not, is told so",
        arguments: [
            (Actor.Role.patient, ReportAct.review, ReportRefusal.Code.mayNotPrepare), (.physician, .review, .mayNotPrepare),
            (.bioinformatician, .sign, .mayNotSign), (.laboratoryScientist, .sign, .mayNotSign),
        ])
    func roles(role: Actor.Role, act: ReportAct, code: ReportRefusal.Code) throws {
        let version = try Self.version(in: act == .sign ? .reviewed : .draft)
        let refusal = #expect(throws: ReportRefusal.self) {
            try version.after(Given.step(act, by: Examples.actor("x", role)), by: Given.template, rule: Given.rule)
        }
        #expect(refusal?.code == code)
        #expect(throws: ReportRefusal.self) {
            try ReportVersion(draft: ReportContent(), number: 1, by: Examples.actor("x", .patient), at: Examples.time(0))
        }
    }

    @Test("Nothing is reviewed or signed that is not complete, and what lacks is told")
    func incomplete() throws {
        var content = Given.complete
        content.values["cells"] = nil
        let history = try Given.history(content)
        let refusal = #expect(throws: ReportRefusal.self) {
            try history.after(Given.step(.review, at: 1), by: Given.template, rule: Given.rule)
        }
        #expect(refusal?.lacks.map(\.place) == ["cells"])
        #expect(refusal?.message.sv.contains("cells: uppgiften saknas.") == true)
        // What is put in at the signature is checked again.
        var unsigned = Given.complete
        unsigned.findings[0] = ReportedFinding(
            finding: Given.small(), interpretation: Given.interpretation(.draft))
        let reviewed = try Self.version(in: .reviewed)
        let again = #expect(throws: ReportRefusal.self) {
            try reviewed.after(
                Given.step(.sign, by: People.bo), content: unsigned, by: Given.template, rule: Given.rule)
        }
        #expect(again?.lacks.map(\.code) == [.unsignedInterpretation])
    }

    @Test("Words where they are needed, and no time before the last")
    func wordsAndTimes() throws {
        let reviewed = try Self.version(in: .reviewed)
        for act in ReportAct.allCases where act.needsWords {
            let refusal = #expect(throws: ReportRefusal.self) {
                try reviewed.after(Given.step(act, words: " "), by: Given.template, rule: Given.rule)
            }
            #expect(refusal?.code == .wordsMissing)
        }
        let early = #expect(throws: ReportRefusal.self) {
            try reviewed.after(Given.step(.sign, by: People.bo, at: 0), by: Given.template, rule: Given.rule)
        }
        #expect(early?.code == .earlierThanLast)
    }

    @Test("Nothing that was there is ever gone: every act adds, and what is signed keeps its content")
    func onlyGrows() throws {
        var history = try Given.history()
        var filled = Given.complete
        filled.values["cells"] = .number(55)
        let acts: [(ReportHistory) throws -> ReportHistory] = [
            { try $0.after(Given.step(.fill, at: 1), content: Given.complete, by: Given.template, rule: Given.rule) },
            { try $0.after(Given.step(.review, at: 2), by: Given.template, rule: Given.rule) },
            { try $0.after(Given.step(.sendBack, at: 3), by: Given.template, rule: Given.rule) },
            { try $0.after(Given.step(.review, at: 4), by: Given.template, rule: Given.rule) },
            { try $0.after(Given.step(.sign, by: People.bo, at: 5), by: Given.template, rule: Given.rule) },
            { try $0.amending(reason: "Ny uppgift", by: People.anna, at: Examples.time(6)) },
            { try $0.after(Given.step(.fill, at: 7), content: filled, by: Given.template, rule: Given.rule) },
            { try $0.after(Given.step(.review, at: 8), by: Given.template, rule: Given.rule) },
            { try $0.after(Given.step(.sign, by: People.bo, at: 9), by: Given.template, rule: Given.rule) },
            { try $0.after(Given.step(.withdraw, at: 10), by: Given.template, rule: Given.rule) },
        ]
        for act in acts {
            let next = try act(history)
            for (before, after) in zip(history.versions, next.versions) {
                #expect(Array(after.steps.prefix(before.steps.count)) == before.steps)
                if before.state == .signed { #expect(after.content == before.content) }
            }
            #expect(next.versions.count >= history.versions.count)
            try RoundTripTests.check(next)
            history = next
        }
        #expect(history.versions.map(\.state) == [.amended, .withdrawn])
        #expect(history.current == nil && history.open == nil)
    }

    @Test("A signed report is in force until its amendment is signed; one amendment at a time, with its reason")
    func amending() throws {
        let open = try Given.signed().amending(reason: "Ny uppgift", by: People.anna, at: Examples.time(3))
        #expect(open.current?.number == 1 && open.open?.number == 2 && open.latest?.number == 2)
        let again = #expect(throws: ReportRefusal.self) {
            try open.amending(reason: "igen", by: People.anna, at: Examples.time(4))
        }
        #expect(again?.code == .openVersion)
        let wordless = #expect(throws: ReportRefusal.self) {
            try Given.signed().amending(reason: " ", by: People.anna, at: Examples.time(3))
        }
        #expect(wordless?.code == .wordsMissing)
        let unsigned = #expect(throws: ReportRefusal.self) {
            try Given.history().amending(reason: "x", by: People.anna, at: Examples.time(3))
        }
        #expect(unsigned?.code == .openVersion)
    }

    @Test("A stored history that could not have come about is not read")
    func impossible() throws {
        let step = Given.step(.sign, by: People.bo, at: 2)
        #expect(
            ReportVersion(
                stored: 1, content: Given.complete, author: "a", begun: Examples.time(0), reason: "", steps: [step]) == nil)
        let backwards = [Given.step(.review, at: 5), Given.step(.sign, by: People.bo, at: 4)]
        #expect(
            ReportVersion(
                stored: 1, content: Given.complete, author: "a", begun: Examples.time(0), reason: "", steps: backwards) == nil)
        let version = given(try Given.signed().current)
        #expect(
            ReportHistory(
                stored: "rep-1", person: Given.person, subject: Given.subject, template: "test", templateVersion: 1,
                versions: [version, version])
                == nil)
    }

    @Test("Every refusal and every lack says in both languages what is wrong and what to do")
    func words() {
        for code in ReportLack.Code.allCases {
            let lack = ReportLack(code, place: "p", label: Given.words("Å"))
            #expect(lack.message.sv.hasPrefix("Å: ") && lack.message.en.hasPrefix("Å: "))
            #expect(!lack.remedy.sv.isEmpty && !lack.remedy.en.isEmpty)
        }
    }
}
