import AccessModel
import ClinicalModel
import Testing

@Suite("What may be done with a patient's question about an access")
struct AccessCaseRulesTests {
    static func pseudonym(_ digit: String) throws -> Pseudonym { try #require(Pseudonym(String(repeating: digit, count: 32))) }

    static func event(about person: Pseudonym, role: String = "physician", purpose: Purpose? = .ownPatientCare) -> AuditEvent {
        AuditEvent(
            time: Timestamp(milliseconds: 0), act: .recordRead, actor: "anna", role: role, process: "person show",
            purpose: purpose,
            patients: [person])
    }

    static func asked(_ state: AccessCase.State, event: Int = 7) throws -> AccessCase {
        AccessCase(
            number: 1, person: try pseudonym("a"), event: event, accessed: Timestamp(milliseconds: 0), careUnit: nil,
            purpose: nil,
            words: "", opened: Timestamp(milliseconds: 0), due: CivilDate(daysSince1970: 30), state: state, reviewer: nil,
            taken: nil, answer: nil)
    }

    static func reviewer(_ identity: String) -> Actor {
        Actor(identity: identity, name: "", role: .logReviewer, region: nil, provider: nil, careUnit: nil, purposes: [])
    }

    @Test("Only an access to one's own data by somebody else, and once, may be questioned")
    func open() throws {
        let (own, other) = (try Self.pseudonym("a"), try Self.pseudonym("b"))
        func code(_ event: AuditEvent, _ earlier: [AccessCase] = [], words: String = "") -> AccessCaseRefusal.Code? {
            do throws(AccessCaseRefusal) {
                try AccessCaseRules.open(event, by: own, words: words, earlier: earlier, event: 7)
                return nil
            } catch { return error.code }
        }
        #expect(code(Self.event(about: own)) == nil)
        #expect(code(Self.event(about: other)) == .notOwnAccess)
        #expect(code(Self.event(about: own, role: "patient", purpose: .ownAccess)) == .ownDoing)
        // A yes that staff wrote down may be questioned.
        #expect(code(Self.event(about: own, role: "staff", purpose: .ownAccess)) == nil)
        #expect(code(Self.event(about: own), [try Self.asked(.answered)]) == .alreadyAsked)
        #expect(code(Self.event(about: own), [try Self.asked(.opened, event: 8)]) == nil)
        #expect(code(Self.event(about: own), words: String(repeating: "x", count: 4001)) == .tooLong)
    }

    @Test("It is taken once, answered once, by somebody who did not do what is asked about", arguments: AccessCase.State.allCases)
    func order(_ state: AccessCase.State) throws {
        let asked = try Self.asked(state)
        func take(_ reviewer: String, _ actor: String?) -> AccessCaseRefusal.Code? {
            do throws(AccessCaseRefusal) {
                try AccessCaseRules.take(asked, by: Self.reviewer(reviewer), accessedBy: actor)
                return nil
            } catch { return error.code }
        }
        func answer(_ reviewer: String, _ text: String) -> AccessCaseRefusal.Code? {
            do throws(AccessCaseRefusal) {
                try AccessCaseRules.answer(asked, by: Self.reviewer(reviewer), text: text, accessedBy: "SE-anna")
                return nil
            } catch { return error.code }
        }
        switch state {
        case .opened:
            #expect(take("rune", "anna") == nil && take("rune", nil) == nil)
            #expect(take("SE-Anna ", "se-anna") == .ownAccess)
            #expect(answer("rune", "svar") == .notTaken)
        case .beingLookedAt:
            #expect(take("rune", "anna") == .taken)
            #expect(
                answer("rune", "svar") == nil && answer("rune", " \n") == .answerMissing
                    && answer("se-ANNA", "svar") == .ownAccess)
        case .answered:
            #expect(take("rune", "anna") == .answered && answer("rune", "svar") == .answered)
        }
    }

    @Test("The region has thirty days, and is late on the day after")
    func due() throws {
        let opened = CivilDate(daysSince1970: 0)
        let due = AccessCaseRules.due(opened: opened)
        #expect(due == opened.adding(days: 30))
        #expect(try !Self.asked(.opened).isOverdue(on: due) && Self.asked(.opened).isOverdue(on: due.adding(days: 1)))
        #expect(try !Self.asked(.answered).isOverdue(on: due.adding(days: 100)))
    }
}
