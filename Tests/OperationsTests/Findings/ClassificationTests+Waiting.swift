import AccessModel
import ClinicalModel
import Operations
import Records
import ReportModel
import Testing

/// What the start page tells the people of both regions.
extension ClassificationTests {
    private static func waiting(
        _ node: RunningNode, _ actor: Actor, _ purpose: Purpose = .laboratoryOperation
    ) throws -> [WaitingTask.Kind: Int] {
        let tasks = try ListWaiting(node: node, actor: actor, purpose: purpose).run()
        return Dictionary(uniqueKeysWithValues: tasks.map { ($0.kind, $0.count) })
    }

    @Test("A conflict waits for the laboratories that take part until they have come to a conclusion")
    func conflictWaits() async throws {
        let space = try Workspace()
        let pair = try await pair(space)
        let sides = [(pair.skane, pair.nodeOfSkane), (pair.vasterbotten, pair.nodeOfVasterbotten)]
        func count(_ role: Actor.Role = .clinicalGeneticist, _ purpose: Purpose = .laboratoryOperation) throws -> [Int?] {
            try sides.map { setting, node in try Self.waiting(node, try setting.actor("anna", role), purpose)[.conflictToDiscuss]
            }
        }
        try await pair.skane.sign(.pathogenic)
        try await pair.exchange()
        #expect(try count() == [nil, nil], "one classification is no conflict")
        try await pair.vasterbotten.sign(.uncertain)
        try await pair.exchange()
        #expect(try count() == [1, 1])
        #expect(try count(.molecularPathologist) == [1, 1] && count(.clinicalGeneticist, .qualityFollowUp) == [1, 1])
        // Who sees classifications and takes no part in what laboratories say, who sees none, and care itself.
        for role in [Actor.Role.physician, .dataSteward, .researcher, .statistician] { #expect(try count(role) == [nil, nil]) }
        #expect(try count(.clinicalGeneticist, .ownPatientCare) == [nil, nil])
        // At the other region's node nothing of the own region's is known.
        #expect(try Self.waiting(pair.nodeOfVasterbotten, try pair.skane.actor("anna")).isEmpty)

        _ = try await pair.say(.comment, in: pair.skane, "Två nya familjer.")
        try await pair.exchange()
        #expect(try count() == [1, 1], "what is discussed is not concluded")
        _ = try await pair.say(.propose, in: pair.vasterbotten, proposing: .likelyPathogenic)
        try await pair.exchange()
        _ = try await pair.say(.agree, in: pair.skane, "")
        try await pair.exchange()
        #expect(try count() == [nil, nil])
    }

    @Test("A conflict that another class has dissolved waits for nobody")
    func conflictDissolves() async throws {
        let space = try Workspace()
        let pair = try await pair(space)
        try await pair.skane.sign(.pathogenic)
        try await pair.vasterbotten.sign(.uncertain)
        try await pair.exchange()
        let anna = try pair.skane.actor("anna")
        #expect(try Self.waiting(pair.nodeOfSkane, anna)[.conflictToDiscuss] == 1)
        try await pair.vasterbotten.sign(.pathogenic)
        try await pair.exchange()
        #expect(try Self.waiting(pair.nodeOfSkane, anna)[.conflictToDiscuss] == nil)
    }

    @Test("A carrier to be told waits for those who may see the carrier, until it is done")
    func recallWaits() async throws {
        let space = try Workspace()
        let pair = try await pair(space)
        let (skane, node) = (pair.skane, pair.nodeOfSkane)
        func count(_ actor: Actor, _ purpose: Purpose = .laboratoryOperation) throws -> Int? {
            try Self.waiting(node, actor, purpose)[.recallToHandle]
        }
        let (anna, physician) = (try skane.actor("anna"), try skane.actor("lisa", .physician))
        try await skane.sign(.uncertain)
        #expect(try count(anna) == nil)
        try await skane.sign(.pathogenic)
        try await pair.exchange()
        #expect(try count(anna) == 1 && count(anna, .ownPatientCare) == nil, "she is in nobody's care team")
        #expect(try count(physician, .ownPatientCare) == nil)
        let person = try skane.region.pseudonym(0)
        try await BeginCare(
            partition: skane.region.partition, person: person, actor: physician, from: TestRegion.today, to: nil
        ).run()
        #expect(try count(physician, .ownPatientCare) == 1)
        // The other region's carrier is the other region's task.
        #expect(try Self.waiting(pair.nodeOfVasterbotten, try pair.vasterbotten.actor("anna"))[.recallToHandle] == 1)
        #expect(try Self.waiting(pair.nodeOfVasterbotten, anna).isEmpty)
        for role in [Actor.Role.dataSteward, .bioinformatician, .researcher, .statistician] {
            let other = try skane.actor("bo", role)
            for purpose in other.purposes { #expect(try count(other, purpose) == nil, "\(role) \(purpose)") }
        }

        let handling = HandleRecalls(try skane.access(anna))
        let id = try #require(try await handling.list().first?.id)
        for act in [RecallAct.assign, .sendLetter, .inform] {
            _ = try await handling.take(act, in: id, words: "Bo")
            #expect(try count(anna) == 1, "\(act) is not the end of it")
        }
        _ = try await handling.take(.finish, in: id, words: "Bo")
        #expect(try count(anna) == nil && count(physician, .ownPatientCare) == nil)
    }
}
