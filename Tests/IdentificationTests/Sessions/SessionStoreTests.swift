import AccessModel
import ClinicalModel
import Identification
import Synchronization
import Testing

struct SessionStoreTests {
    let clock = TestClock()

    static func credential(
        _ identity: String = "lakare-umea", purposes: Set<Purpose> = [.ownPatientCare, .feasibility], bound: Purpose? = nil,
        grantsEnd: Timestamp? = nil
    ) -> Credential {
        Credential(
            actor: Actor(
                identity: identity, name: "Karin Test", role: .physician, region: RegionCode("24"), provider: nil, careUnit: nil,
                purposes: purposes), purpose: bound, issuer: "https://idp.example", expires: TestClock.start,
            isDevelopment: false,
            grantsEnd: grantsEnd)
    }

    func store(_ limits: SessionStore.Limits = SessionStore.Limits()) -> SessionStore {
        SessionStore(limits: limits, now: { clock.now })
    }

    @Test func `A session is found by its identifier alone`() throws {
        let store = store()
        let (identifier, session) = store.begin(SessionStoreTests.credential(), purpose: .feasibility)
        #expect(store.find(identifier) == session)
        #expect(store.find(SessionIdentifier()) == nil)
        #expect(session.purpose == .feasibility)
        #expect(identifier.text.utf8.count == 43)
        #expect("\(identifier)" == "secret")
    }

    @Test(arguments: [
        "", "x", String(repeating: "A", count: 42), String(repeating: "A", count: 44), String(repeating: "=", count: 43),
        String(repeating: "B", count: 43), "../" + String(repeating: "A", count: 40),
    ])
    func `What was never given out in this form is no identifier`(_ text: String) {
        #expect(SessionIdentifier(sent: text) == nil)
    }

    @Test func `It ends after half an hour of silence, and not before`() {
        let store = store()
        let (identifier, _) = store.begin(SessionStoreTests.credential(), purpose: nil)
        for _ in 0..<5 {
            clock.advance(seconds: 30 * 60 - 1)
            #expect(store.find(identifier) != nil)
        }
        clock.advance(seconds: 30 * 60)
        #expect(store.find(identifier) == nil)
        #expect(store.count == 0)
    }

    @Test func `However busy, it ends after ten hours; a change of purpose does not lengthen it`() throws {
        let store = store()
        var (identifier, _) = store.begin(SessionStoreTests.credential(), purpose: .feasibility)
        for step in 0..<39 {
            clock.advance(seconds: 900)
            let purpose = step.isMultiple(of: 2) ? Purpose.ownPatientCare : .feasibility
            identifier = try #require(store.change(identifier, to: purpose)).0
        }
        clock.advance(seconds: 899)
        #expect(store.find(identifier) != nil)
        clock.advance(seconds: 1)
        #expect(store.find(identifier) == nil)
    }

    @Test func `It ends with the first grant that the token carried`() {
        let store = store()
        let end = Timestamp(milliseconds: clock.now.milliseconds + 600_000)
        let (identifier, _) = store.begin(SessionStoreTests.credential(grantsEnd: end), purpose: nil)
        clock.advance(seconds: 599)
        #expect(store.find(identifier) != nil)
        clock.advance(seconds: 1)
        #expect(store.find(identifier) == nil)
    }

    @Test func `Signing in and changing the purpose give a new identifier and a new token, and the old ones are worth nothing`()
        throws
    {
        let store = store()
        let (planted, _) = store.begin(SessionStoreTests.credential("somebody-else"), purpose: nil)
        let (first, session) = store.begin(SessionStoreTests.credential(), purpose: .feasibility, replacing: planted)
        #expect(store.find(planted) == nil)
        let (second, changed) = try #require(store.change(first, to: .ownPatientCare))
        #expect(store.find(first) == nil)
        #expect(first != second)
        #expect(changed.purpose == .ownPatientCare)
        #expect(changed.formToken != session.formToken)
        #expect(store.count == 1)
    }

    @Test func `A purpose that is not theirs is not chosen, nor changed to`() {
        let store = store()
        let (identifier, session) = store.begin(SessionStoreTests.credential(), purpose: .research)
        #expect(session.purpose == nil)
        #expect(store.change(identifier, to: .research) == nil)
        #expect(store.find(identifier) != nil)
    }

    @Test func `Somebody with one purpose has chosen it; a token's bound purpose is the only one`() {
        let store = store()
        #expect(store.begin(SessionStoreTests.credential(purposes: [.research]), purpose: nil).1.purpose == .research)
        let (identifier, bound) = store.begin(SessionStoreTests.credential(bound: .feasibility), purpose: .ownPatientCare)
        #expect(bound.purpose == .feasibility)
        #expect(store.change(identifier, to: .ownPatientCare) == nil)
    }

    @Test func `Signing out ends it`() {
        let store = store()
        let (identifier, _) = store.begin(SessionStoreTests.credential(), purpose: nil)
        store.end(identifier)
        #expect(store.find(identifier) == nil)
    }

    @Test func `One person's sessions make room for each other, everybody's for everybody's`() throws {
        var limits = SessionStore.Limits()
        (limits.perPerson, limits.sessions) = (2, 3)
        let store = store(limits)
        var own: [SessionIdentifier] = []
        for _ in 0..<3 {
            own.append(store.begin(SessionStoreTests.credential("a"), purpose: nil).0)
            clock.advance(seconds: 1)
        }
        #expect(own.map { store.find($0) != nil } == [false, true, true])
        clock.advance(seconds: 1)
        _ = store.find(own[1])
        let others = (0..<2).map { store.begin(SessionStoreTests.credential("b\($0)"), purpose: nil).0 }
        #expect(store.count == 3)
        #expect(store.find(own[2]) == nil, "silent for longest")
        #expect(others.allSatisfy { store.find($0) != nil })
    }

    @Test func `The identifier comes from the source of randomness as it is`() {
        let count = Mutex<UInt8>(0)
        let random = RandomBytes { size in
            let value = count.withLock { count in
                count += 1
                return count
            }
            return [UInt8](repeating: value, count: size)
        }
        let store = SessionStore(random: random, now: { clock.now })
        let (identifier, session) = store.begin(SessionStoreTests.credential(), purpose: nil)
        #expect(identifier.text == Base64URL.encode([UInt8](repeating: 1, count: 32)))
        #expect(session.formToken.text == Base64URL.encode([UInt8](repeating: 2, count: 32)))
        #expect(RandomBytes.system.take(32) != RandomBytes.system.take(32))
    }
}
