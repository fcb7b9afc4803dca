import AccessModel
import ClinicalModel
import ReportModel
import Testing

@Suite("The versions of an interpretation")
struct InterpretationHistoryTests {
    typealias States = InterpretationStateTests

    @Test("A signed version stays in force until the next is signed, and keeps its content for ever")
    func superseding() throws {
        let first = try States.signedHistory()
        #expect(first.current?.number == 1 && first.open == nil)
        let changed = InterpretationContent.germline(Examples.germline("PVS1 BS3"))
        let open = try first.opening(changed, by: States.anna, at: Examples.time(10), rule: States.two)
        #expect(open.current?.number == 1 && open.open?.number == 2)
        let half = try open.after(States.step(.sign, at: 11), rule: States.two)
        #expect(half.current?.number == 1)
        let second = try half.after(States.step(.sign, by: States.bo, at: 12), rule: States.two)
        #expect(second.current?.number == 2 && second.current?.content == changed)
        #expect(second.versions.map(\.state) == [.superseded, .signed])
        #expect(second.versions[0].content == first.versions[0].content)
        #expect(second.versions[0].steps.last?.person == States.bo.identity)
    }

    @Test("Nothing that was there is ever gone: every act adds")
    func onlyGrows() throws {
        let laboratory = Examples.laboratory
        var history = InterpretationHistory(
            identifier: "int-2", laboratory: laboratory, proposed: .germline(Examples.germline(isProposed: true)),
            by: Examples.stamp, rule: States.two)
        let acts: [(InterpretationAct, Actor, InterpretationContent?)] = [
            (.adopt, States.anna, nil), (.edit, States.anna, .germline(Examples.germline())), (.sign, States.anna, nil),
            (.sendBack, States.bo, nil), (.edit, States.anna, .germline(Examples.germline("PVS1 PS4"))), (.sign, States.bo, nil),
            (.sign, States.anna, nil), (.withdraw, States.bo, nil),
        ]
        for (minute, (act, actor, content)) in acts.enumerated() {
            let next = try history.after(
                States.step(act, by: actor, at: minute + 1), content: content, rule: States.two)
            #expect(next.versions.count >= history.versions.count)
            for (before, after) in zip(history.versions, next.versions) {
                #expect(Array(after.steps.prefix(before.steps.count)) == before.steps)
                #expect(after.proposal == before.proposal && after.author == before.author && after.begun == before.begun)
                if before.state == .signed { #expect(after.content == before.content) }
            }
            history = next
        }
        #expect(history.current == nil && history.versions[0].state == .withdrawn)
    }

    @Test("One version is worked on at a time, and all are about the same thing")
    func refusals() throws {
        let signed = try States.signedHistory()
        let open = try signed.proposing(
            .germline(Examples.germline(isProposed: true)), by: Examples.stamp, rule: States.two)
        #expect(throws: InterpretationRefusal(.openVersion)) {
            try open.opening(.germline(Examples.germline()), by: States.anna, at: Examples.time(20), rule: States.two)
        }
        let other = InterpretationContent.germline(Examples.germline(variant: Examples.otherVariant))
        #expect(throws: InterpretationRefusal(.otherSubject)) {
            try signed.opening(other, by: States.anna, at: Examples.time(20), rule: States.two)
        }
        let adopted = try open.after(States.step(.adopt, at: 20), rule: States.two)
        #expect(throws: InterpretationRefusal(.otherSubject)) {
            try adopted.after(States.step(.edit, at: 21), content: other, rule: States.two)
        }
        #expect(throws: InterpretationRefusal(.mayNotPrepare)) {
            try signed.opening(
                .germline(Examples.germline()), by: Examples.actor("p", .patient), at: Examples.time(20), rule: States.two)
        }
    }

    @Test("After a withdrawal nothing is in force, and a new version can be begun")
    func withdrawn() throws {
        let history = try States.signedHistory().after(States.step(.withdraw, at: 3), rule: States.two)
        #expect(history.current == nil)
        let again = try history.opening(.germline(Examples.germline()), by: States.anna, at: Examples.time(4), rule: States.two)
        #expect(again.open?.number == 2)
    }
}
