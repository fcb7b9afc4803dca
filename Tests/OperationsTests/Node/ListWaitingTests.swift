import AccessModel
import ClinicalModel
import Operations
import Questions
import Records
import StructuredText
import Testing

@Suite("What waits for somebody")
struct ListWaitingTests {
    private static func node(_ partition: Partition, _ enquiries: EnquiryDatabase? = nil) throws -> RunningNode {
        RunningNode(
            name: "node-24", partitions: [partition.layout.region: partition], regulations: try TestRegion.regulations.get(),
            sources: [], enquiries: enquiries, now: { TestRegion.noon })
    }

    private static func waiting(
        _ node: RunningNode, _ persona: String, _ purpose: Purpose = .laboratoryOperation
    ) throws -> [WaitingTask.Kind: WaitingTask] {
        let tasks = try ListWaiting(node: node, actor: try TestRegion.persona(persona), purpose: purpose).run()
        return Dictionary(uniqueKeysWithValues: tasks.map { ($0.kind, $0) })
    }

    @Test("Submissions in quarantine and people to publish, for those of the own region who may see them under their purpose")
    func submissions() async throws {
        let bench = try await IntakeBench()
        let partition = try await bench.open()
        let node = try Self.node(partition)
        #expect(try Self.waiting(node, "bioinformatiker-umea").isEmpty)
        var faulty = try SubmissionDraft.panel(0)
        faulty["callSets.0.metrics.0.value"] = 1
        #expect(try await bench.submit(faulty, to: partition).state == .quarantined)
        for person in 1...5 {
            #expect(try await bench.submit(try SubmissionDraft.panel(person), to: partition).state == .available)
        }
        let laboratory = try Self.waiting(node, "bioinformatiker-umea")
        #expect(laboratory[.quarantinedSubmission]?.count == 1)
        #expect(laboratory[.quarantinedSubmission]?.examples.map(\.name) == ["C0"])
        #expect(laboratory[.publication] == nil, "it is the steward's to publish")
        let steward = try Self.waiting(node, "forvaltare-vasterbotten-1")
        #expect(steward[.publication]?.count == 5)
        #expect(steward[.quarantinedSubmission]?.count == 1)
        #expect(try Self.waiting(node, "forvaltare-vasterbotten-1", .statistics).isEmpty)
        for other in ["bioinformatiker-lund", "forvaltare-skane-1", "genetiker-skane", "patient-umea", "forskare-uppsala"] {
            let actor = try TestRegion.persona(other)
            for purpose in actor.purposes { #expect(try Self.waiting(node, other, purpose).isEmpty, "\(other)") }
        }
        _ = try await PublishBatch(partition: partition, actor: "x").run()
        #expect(try Self.waiting(node, "forvaltare-vasterbotten-1")[.publication] == nil)
    }

    @Test("A proposed policy waits for the other steward's signature, and its proposer sees that it waits")
    func policies() async throws {
        let space = try Workspace()
        let region = try await TestRegion.make("24", in: space)
        let node = try Self.node(region.partition)
        let text = try AccessFiles.text("Examples/policy/24.yaml")
        let (one, two) = ("forvaltare-vasterbotten-1", "forvaltare-vasterbotten-2")
        let book = try await PublishPolicy(partition: region.partition, actor: try TestRegion.persona(one)).propose(
            text, file: "24.yaml")
        #expect(try Self.waiting(node, one).keys.sorted { $0.rawValue < $1.rawValue } == [.policyOfOwn])
        #expect(try Self.waiting(node, two).keys.sorted { $0.rawValue < $1.rawValue } == [.policyToSign])
        #expect(try Self.waiting(node, "logggranskare-vasterbotten").isEmpty)
        _ = try await PublishPolicy(partition: region.partition, actor: try TestRegion.persona(two)).publish(book.controller)
        #expect(try Self.waiting(node, one).isEmpty)
        #expect(try Self.waiting(node, two).isEmpty)
    }

    @Test("An enquiry waits for the stewards of the regions that were asked, until they have answered")
    func enquiries() async throws {
        let space = try Workspace()
        let region = try await TestRegion.make("24", in: space)
        let enquiries = try EnquiryDatabase(inMemory: ())
        let node = try Self.node(region.partition, enquiries)
        let asker = try TestRegion.persona("forskare-uppsala")
        let draft = EnquiryDraft(
            title: "A study", sponsor: "A company", question: try .parse("diagnosis under ICD10:C50"), plannedStudy: "Phase II",
            contact: "studies@example.org", deadline: try #require(CivilDate("2026-12-31")))
        let enquiry = try RegisterEnquiry(enquiries: enquiries, actor: asker, draft: draft).run(now: TestRegion.noon)
        #expect(try Self.waiting(node, "forvaltare-vasterbotten-1").isEmpty)
        try await AskEnquiry(
            enquiries: enquiries, regions: AskRegions(sources: [try region.source()]), actor: asker, enquiry: enquiry.id
        ).run { TestRegion.noon }
        let task = try #require(try Self.waiting(node, "forvaltare-vasterbotten-1")[.enquiryToAnswer])
        #expect(task.count == 1 && task.examples.map(\.identifier) == [enquiry.id])
        #expect(try Self.waiting(node, "forvaltare-skane-1").isEmpty)
        try AnswerEnquiry(
            enquiries: enquiries, actor: try TestRegion.persona("forvaltare-vasterbotten-1"), enquiry: enquiry.id,
            draft: OpinionDraft(decision: .no, words: "No.", contact: "clinic@example.org")
        ).run(now: TestRegion.noon)
        #expect(try Self.waiting(node, "forvaltare-vasterbotten-2").isEmpty)
    }
}
