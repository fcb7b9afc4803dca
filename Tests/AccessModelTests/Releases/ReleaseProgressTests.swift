import AccessModel
import ClinicalModel
import Testing

@Suite("How a request for more comes along")
struct ReleaseProgressTests {
    static func step(_ side: ReleaseStep.Side, _ number: Int, seen: Int, _ kind: ReleaseStep.Kind) -> ReleaseStep {
        ReleaseStep(
            side: side, number: number, seen: seen, kind: kind, actor: "a", name: "A", unit: nil, words: "words",
            time: Timestamp(milliseconds: 1000 * number))
    }

    @Test("Nothing has been confirmed before the holding region has it")
    func sent() {
        #expect(ReleaseProgress([]).state == .sent)
        #expect(ReleaseState.sent.possible(for: .asker) == [.withdrawn])
        #expect(ReleaseState.sent.possible(for: .holder).isEmpty)
    }

    @Test("Received, asked about, answered, granted, closed")
    func whole() {
        let steps = [
            Self.step(.holder, 1, seen: 0, .received), Self.step(.holder, 2, seen: 0, .informationAsked),
            Self.step(.asker, 1, seen: 2, .informationGiven), Self.step(.holder, 3, seen: 1, .granted),
            Self.step(.asker, 2, seen: 3, .closed),
        ]
        let progress = ReleaseProgress(steps.shuffled())
        #expect(progress.entries.map(\.state) == [.received, .informationAsked, .received, .granted, .closed])
        #expect(progress.entries.allSatisfy { $0.counts })
    }

    @Test("A withdrawal that crosses a decision counts for nothing, on both sides alike")
    func crossing() {
        let holder = [Self.step(.holder, 1, seen: 0, .received), Self.step(.holder, 2, seen: 0, .granted)]
        let asker = [Self.step(.asker, 1, seen: 1, .withdrawn)]
        for order in [holder + asker, asker + holder] {
            let progress = ReleaseProgress(order)
            #expect(progress.state == .granted)
            #expect(progress.entries.map(\.counts) == [true, true, false])
        }
    }

    @Test("A withdrawal that the region knew of when it decided counts, and the decision does not")
    func withdrawnFirst() {
        let progress = ReleaseProgress([
            Self.step(.holder, 1, seen: 0, .received), Self.step(.asker, 1, seen: 1, .withdrawn),
            Self.step(.holder, 2, seen: 1, .granted),
        ])
        #expect(progress.state == .withdrawn)
        #expect(progress.entries.map(\.counts) == [true, true, false])
    }

    @Test("A step whose predecessor is missing is not looked at yet")
    func gap() {
        #expect(ReleaseProgress([Self.step(.holder, 2, seen: 0, .granted)]).state == .sent)
    }

    @Test(
        "Nobody does what is the other side's to do, or what comes too late",
        arguments: [
            (ReleaseState.received, ReleaseStep.Kind.granted, ReleaseStep.Side.asker), (.received, .declined, .asker),
            (.received, .informationAsked, .asker), (.received, .withdrawn, .holder),
            (.informationAsked, .informationGiven, .holder),
            (.sent, .granted, .holder), (.granted, .withdrawn, .asker), (.declined, .granted, .holder),
            (.withdrawn, .granted, .holder),
            (.closed, .closed, .asker), (.received, .closed, .holder), (.received, .received, .holder),
        ])
    func refused(_ state: ReleaseState, _ kind: ReleaseStep.Kind, _ side: ReleaseStep.Side) {
        #expect(state.after(kind, by: side) == nil)
    }

    @Test("Identifiers have their form")
    func identifiers() {
        #expect(ReleaseRequest.isIdentifier(ReleaseRequest.newIdentifier()))
        for text in ["", "rel-", "rel-0123456789abcdeg", "REL-0123456789abcdef", "rel-0123456789abcdef0", "enq-0123456789abcdef"]
        {
            #expect(!ReleaseRequest.isIdentifier(text))
        }
    }
}
