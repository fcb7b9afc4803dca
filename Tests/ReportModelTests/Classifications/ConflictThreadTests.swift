import ClinicalModel
import ReportModel
import StructuredText
import Testing

@Suite("The thread of a conflict")
struct ConflictThreadTests {
    static let a = ConflictThread.Party(region: given(RegionCode("01")), laboratory: given(OrganisationCode("lab")))
    static let b = ConflictThread.Party(region: given(RegionCode("12")), laboratory: given(OrganisationCode("lab")))
    static let stranger = ConflictThread.Party(region: given(RegionCode("25")), laboratory: given(OrganisationCode("lab")))

    static func opened() throws -> ConflictThread {
        var book = ClassificationBook()
        _ = book.take(Examples.shared(.pathogenic, region: "01"), on: ClassificationBookTests.day)
        _ = book.take(Examples.shared(.benign, region: "12"), on: ClassificationBookTests.day)
        return ConflictThread(try #require(book.conflicts.first), at: Examples.time(0))
    }

    static func step(
        _ act: ConflictAct, by party: ConflictThread.Party = a, at minutes: Int = 50, words: String = "words",
        proposed: PathogenicityClass? = nil
    ) -> ConflictStep {
        ConflictStep(
            act: act, party: party, person: "SE1-A", time: Examples.time(minutes), words: words,
            proposed: proposed ?? (act == .propose ? .uncertain : nil))
    }

    /// Every legal act, written down by hand; all others are refused. Agreement is by one of two parties, who did not propose.
    static let legal: [ConflictState: [ConflictAct: ConflictState]] = [
        .open: [.join: .open, .comment: .discussed, .propose: .discussed, .dissolve: .dissolved],
        .discussed: [
            .join: .discussed, .comment: .discussed, .propose: .discussed, .agree: .jointConclusion, .keepApart: .keptApart,
            .dissolve: .dissolved,
        ],
        .jointConclusion: [.join: .discussed, .reopen: .discussed, .dissolve: .dissolved],
        .keptApart: [.join: .discussed, .reopen: .discussed, .dissolve: .dissolved],
        .dissolved: [:],
    ]

    static func thread(in state: ConflictState) throws -> ConflictThread {
        let proposed = try opened().after(step(.propose, by: b, at: 1))
        switch state {
        case .open: return try opened()
        case .discussed: return proposed
        case .jointConclusion: return try proposed.after(step(.agree, at: 2))
        case .keptApart: return try proposed.after(step(.keepApart, at: 2))
        case .dissolved: return try proposed.after(step(.dissolve, at: 2))
        }
    }

    @Test("Every act in every state", arguments: ConflictState.allCases)
    func everyAct(state: ConflictState) throws {
        let thread = try Self.thread(in: state)
        #expect(thread.state == state)
        for act in ConflictAct.allCases {
            let expected = Self.legal[state]?[act]
            #expect(state.after(act, isUnanimous: true) == expected, "\(state) \(act)")
            do throws(ConflictRefusal) {
                let next = try thread.after(Self.step(act, by: act == .join ? Self.stranger : Self.a))
                #expect(next.state == expected, "\(state) \(act)")
                #expect(Array(next.steps.dropLast()) == thread.steps)
            } catch {
                #expect(error.code == .wrongState && expected == nil, "\(state) \(act)")
            }
        }
    }

    @Test("All parties have to agree to the class on the table; another proposal begins anew")
    func unanimity() throws {
        let proposed = try Self.opened().after(Self.step(.propose, by: Self.a, at: 1))
        #expect(proposed.proposal?.proposed == .uncertain && proposed.proposal?.agreed == [Self.a])
        #expect(throws: ConflictRefusal(.agreedAlready)) { try proposed.after(Self.step(.agree, by: Self.a, at: 2)) }
        let other = try proposed.after(Self.step(.propose, by: Self.b, at: 2, proposed: .likelyPathogenic))
        #expect(other.proposal?.agreed == [Self.b])
        #expect(try other.after(Self.step(.agree, by: Self.a, at: 3)).state == .jointConclusion)
        let reopened = try other.after(Self.step(.agree, by: Self.a, at: 3)).after(Self.step(.reopen, at: 4))
        #expect(reopened.state == .discussed && reopened.proposal == nil)
        #expect(throws: ConflictRefusal(.nothingProposed)) { try reopened.after(Self.step(.agree, at: 5)) }
    }

    @Test("A laboratory that joins has to agree too, also after a conclusion")
    func joining() throws {
        let concluded = try Self.thread(in: .jointConclusion)
        #expect(throws: ConflictRefusal(.alreadyAParty)) { try concluded.after(Self.step(.join, by: Self.b)) }
        let joined = try concluded.after(Self.step(.join, by: Self.stranger, words: ""))
        #expect(joined.state == .discussed && joined.parties == [Self.a, Self.b, Self.stranger])
        #expect(try joined.after(Self.step(.agree, by: Self.stranger)).state == .jointConclusion)
        try RoundTripTests.check(joined)

        let apart = try Self.thread(in: .keptApart).after(Self.step(.join, by: Self.stranger))
        #expect(apart.state == .discussed && apart.proposal == nil)

        var book = ClassificationBook()
        for (found, region) in [(PathogenicityClass.pathogenic, "01"), (.benign, "12"), (.uncertain, "25")] {
            _ = book.take(Examples.shared(found, region: region), on: ClassificationBookTests.day)
        }
        let conflict = try #require(book.conflicts.first)
        #expect(try Self.opened().newcomers(in: conflict) == [Self.stranger])
        #expect(joined.newcomers(in: conflict).isEmpty)
    }

    @Test("Only parties speak, with words, in time, and name a class where they propose one")
    func refusals() throws {
        let thread = try Self.opened()
        #expect(throws: ConflictRefusal(.notAParty)) { try thread.after(Self.step(.comment, by: Self.stranger)) }
        #expect(throws: ConflictRefusal(.wordsMissing)) { try thread.after(Self.step(.comment, words: " ")) }
        #expect(throws: ConflictRefusal(.earlierThanLast)) { try thread.after(Self.step(.comment, at: -1)) }
        #expect(throws: ConflictRefusal(.classMissing)) { try thread.after(Self.step(.comment, proposed: .benign)) }
        #expect(try thread.after(Self.step(.dissolve, by: Self.stranger, words: "")).state == .dissolved)
        for code in ConflictRefusal.Code.allCases {
            let refusal = ConflictRefusal(code)
            #expect(
                !refusal.message.sv.isEmpty && !refusal.message.en.isEmpty && !refusal.remedy.sv.isEmpty
                    && !refusal.remedy.en.isEmpty)
        }
    }
}
