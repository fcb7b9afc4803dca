import AccessModel
import ClinicalModel
import Foundation
import GenomeModel
import Operations
import Questions
import Records
import StructuredText
import Testing
import VariantStorage

@Suite("A policy takes two people")
struct PublishPolicyTests {
    private func text() throws -> String { try AccessFiles.text("Examples/policy/24.yaml") }

    @Test("One proposes, another publishes; until then nothing is let out")
    func twoPeople() async throws {
        let region = try await TestRegion.make("24", in: try Workspace())
        try await region.submit("A", AskRegionsTests.people(0..<12, ill: 6))
        try await region.publish()
        let (one, two) = (
            PublishPolicy(partition: region.partition, actor: try region.steward("one")),
            PublishPolicy(partition: region.partition, actor: try region.steward("two"))
        )
        let controller = try region.controller
        func state() async throws -> Bool {
            try await region.ask(try TestRegion.persona("statistiker"), .statistics, "all").answer.count == 12
        }
        #expect(try await !state())
        await #expect(throws: PublishPolicy.Refusal.nothingProposed) { try await two.publish(controller) }
        _ = try await one.propose(try text(), file: "test")
        #expect(try await !state())
        await #expect(throws: PublishPolicy.Refusal.samePerson) { try await one.publish(controller) }
        #expect(try await two.publish(controller).controller == controller)
        #expect(try await state())
        await #expect(throws: PublishPolicy.Refusal.nothingProposed) { try await two.publish(controller) }
    }

    @Test("Neither a geneticist nor a steward of another region, nor for another region")
    func others() async throws {
        let region = try await TestRegion.make("24", in: try Workspace())
        let text = try text()
        await #expect(throws: PublishPolicy.Refusal.notSteward) {
            try await PublishPolicy(partition: region.partition, actor: try TestRegion.persona("bioinformatiker-umea"))
                .propose(text, file: "test")
        }
        await #expect(throws: PublishPolicy.Refusal.otherRegion) {
            try await PublishPolicy(partition: region.partition, actor: try TestRegion.persona("forvaltare-skane-1"))
                .propose(text, file: "test")
        }
        await #expect(throws: PublishPolicy.Refusal.otherRegion) {
            try await PublishPolicy(partition: region.partition, actor: try region.steward("one"))
                .propose(try AccessFiles.text("Examples/policy/12.yaml"), file: "test")
        }
        await #expect(throws: AccessFileError.self) {
            try await PublishPolicy(partition: region.partition, actor: try region.steward("one"))
                .propose(text + "\nnonsense: 1\n", file: "test")
        }
    }
}
