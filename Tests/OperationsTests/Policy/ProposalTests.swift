import AccessModel
import ClinicalModel
import Operations
import Records
import Testing

@Suite("A policy takes two people and one text")
struct ProposalTests {
    private struct Setting {
        let region: TestRegion
        let text: String

        static func make() async throws -> Setting {
            let region = try await TestRegion.make("24", in: try Workspace())
            return Setting(region: region, text: try AccessFiles.text("Examples/policy/24.yaml"))
        }

        func acting(_ name: String) throws -> PublishPolicy {
            PublishPolicy(partition: region.partition, actor: try region.steward(name))
        }
    }

    @Test("The proposer cannot sign, however their identity is written")
    func samePerson() async throws {
        let setting = try await Setting.make()
        _ = try await setting.acting("SE24-Anna").propose(setting.text, file: "test")
        let waiting = try #require(try setting.region.partition.proposals().first)
        #expect(waiting.proposer == "SE24-Anna" && waiting.time == TestRegion.noon)
        for name in ["SE24-Anna", "se24-anna", " SE24-ANNA "] {
            await #expect(throws: PublishPolicy.Refusal.samePerson) {
                _ = try await setting.acting(name).publish(try setting.region.controller, signing: waiting.digest)
            }
        }
        #expect(try setting.region.partition.records.policies().isEmpty)
        _ = try await setting.acting("SE24-Bo").publish(try setting.region.controller, signing: waiting.digest)
        let version = try #require(try setting.region.partition.records.policies().first)
        #expect(version.text == setting.text && version.proposedBy == "SE24-Anna" && version.approvedBy == "SE24-Bo")
        #expect(try setting.region.partition.proposals().isEmpty)
    }

    @Test("Who has read another text than the one that waits signs nothing")
    func otherText() async throws {
        let setting = try await Setting.make()
        _ = try await setting.acting("anna").propose(setting.text, file: "test")
        let read = try #require(try setting.region.partition.proposals().first?.digest)
        _ = try await setting.acting("anna").propose(setting.text + "# changed\n", file: "test")
        await #expect(throws: PublishPolicy.Refusal.otherText) {
            _ = try await setting.acting("bo").publish(try setting.region.controller, signing: read)
        }
        #expect(try setting.region.partition.records.policies().isEmpty)
    }

    @Test("A proposal can be taken away, by a steward of the region only")
    func withdraw() async throws {
        let setting = try await Setting.make()
        _ = try await setting.acting("anna").propose(setting.text, file: "test")
        let foreign = try await TestRegion.make("12", in: try Workspace()).steward("anna")
        await #expect(throws: PublishPolicy.Refusal.otherRegion) {
            try await PublishPolicy(partition: setting.region.partition, actor: foreign).withdraw(try setting.region.controller)
        }
        try await setting.acting("anna").withdraw(try setting.region.controller)
        await #expect(throws: PublishPolicy.Refusal.nothingProposed) {
            _ = try await setting.acting("bo").publish(try setting.region.controller)
        }
        let acts = try setting.region.partition.ledger.events(LedgerFilter(act: .policy)).map(\.event.process)
        #expect(acts == ["policy propose", "policy withdraw"])
    }
}
