import AccessModel
import ClinicalModel
import StructuredText
import Testing

@Suite struct DecisionTests {
    private static func policy(_ rows: [Purpose: [Recipient: Granularity]], band: Set<Purpose> = []) throws -> Policy {
        Policy(
            region: try #require(RegionCode("24")), controller: try #require(OrganisationCode("SE24-NUS")), version: 3,
            validFrom: CivilDate("2026-01-01"), publishers: ["a", "b"], rows: rows, suppressBelow: 5, bandFor: band,
            dataSets: [
                ReleasedDataSet(
                    name: "germline", title: SmallLaw.text("germline"), areas: [.rare], origins: [],
                    assayKinds: [.genome])
            ],
            released: [.statistics: ["germline"]])
    }

    private static func request(from region: String, provider: String, asked: Granularity) throws -> AccessRequest {
        AccessRequest(
            actor: Actor(
                identity: "a", name: "A", role: .statistician, region: RegionCode(region), provider: OrganisationCode(provider),
                careUnit: nil, purposes: [.statistics]),
            purpose: .statistics, date: try SmallLaw.date("2026-11-21"), question: QuestionSummary(asked: asked),
            region: try #require(RegionCode("24")), controller: try #require(OrganisationCode("SE24-NUS")))
    }

    @Test func `An answer to the own controller is exact and comes from everything`() throws {
        let decision = DecideAccess.decide(
            try Self.request(from: "24", provider: "SE24-NUS", asked: .count), under: try SmallLaw.regime(),
            policy: .closed(region: try #require(RegionCode("24")), controller: try #require(OrganisationCode("SE24-NUS"))))
        #expect(decision.granularity == .count)
        #expect(decision.obligations.isEmpty)
        #expect(decision.source == .everything)
        #expect(decision.smallBelow == nil)
    }

    @Test func `Another region hears what the policy lets out, from what is released, small numbers left out`() throws {
        let policy = try Self.policy([.statistics: [.otherRegions: .count]])
        let decision = DecideAccess.decide(
            try Self.request(from: "12", provider: "SE12-SUS", asked: .count), under: try SmallLaw.regime(), policy: policy)
        #expect(decision.granularity == .count)
        #expect(decision.obligations == [.suppressBelow(5), .publishedBatchesOnly])
        #expect(decision.smallBelow == 5)
        #expect(decision.source == .dataSets(policy.dataSets))
    }

    @Test func `A band is shown where the policy says so for the purpose`() throws {
        let policy = try Self.policy([.statistics: [.otherRegions: .count]], band: [.statistics])
        let decision = DecideAccess.decide(
            try Self.request(from: "12", provider: "SE12-SUS", asked: .count), under: try SmallLaw.regime(), policy: policy)
        #expect(decision.obligations == [.bandBelow(5), .publishedBatchesOnly])
    }

    @Test func `A policy narrows what the law allows and cannot widen it`() throws {
        let narrow = DecideAccess.decide(
            try Self.request(from: "12", provider: "SE12-SUS", asked: .count), under: try SmallLaw.regime(),
            policy: try Self.policy([.statistics: [.otherRegions: .boolean]]))
        #expect(narrow.granularity == .boolean)
        #expect(narrow.reasonsAgainst.map(\.code) == [.asked])
        let wide = DecideAccess.decide(
            try Self.request(from: "12", provider: "SE12-SUS", asked: .record), under: try SmallLaw.regime(),
            policy: try Self.policy([.statistics: [.otherRegions: .record]]))
        #expect(wide.granularity == .count)
    }

    @Test func `Another controller of the same region is no owner`() throws {
        let decision = DecideAccess.decide(
            try Self.request(from: "24", provider: "SE24-PRIVATE", asked: .count), under: try SmallLaw.regime(),
            policy: try Self.policy([.statistics: [.ownRegion: .count]]))
        #expect(decision.recipient == .ownRegion)
        #expect(decision.obligations == [.suppressBelow(5), .publishedBatchesOnly])
    }

    @Test func `A yes or no about one person takes as much as the record`() throws {
        var request = try Self.request(from: "24", provider: "SE24-NUS", asked: .boolean)
        request.question.patient = Pseudonym("0123456789abcdef0123456789abcdef")
        let decision = DecideAccess.decide(request, under: try SmallLaw.regime(), policy: try Self.policy([:]))
        #expect(decision.isRefused)
        #expect(decision.reasonsAgainst.map(\.code) == [.recordScope])
    }

    @Test func `A purpose that the law does not know is refused`() throws {
        var request = try Self.request(from: "24", provider: "SE24-NUS", asked: .count)
        request.purpose = .research
        let decision = DecideAccess.decide(request, under: try SmallLaw.regime(), policy: try Self.policy([:]))
        #expect(decision.isRefused)
        #expect(decision.reasonsAgainst.map(\.code) == [.unknownPurpose])
    }

    @Test func `Passing an answer on to a company takes a project, and what the law lets the company have`() throws {
        var request = try Self.request(from: "24", provider: "SE24-NUS", asked: .count)
        request.question.passedOnTo = .company
        let decision = DecideAccess.decide(request, under: try SmallLaw.regime(), policy: try Self.policy([:]))
        #expect(decision.isRefused)
        #expect(decision.reasonsAgainst.map(\.code) == [.recipient, .companyProject, .policy])
    }

    @Test func `The explanation has the members that others read`() throws {
        let decision = DecideAccess.decide(
            try Self.request(from: "12", provider: "SE12-SUS", asked: .count), under: try SmallLaw.regime(),
            policy: try Self.policy([.statistics: [.otherRegions: .count]]))
        let json = decision.json(.en)
        #expect(
            json.members?.map(\.name) == ["decision", "basis", "decides", "regime", "obligations", "reasons"])
        #expect(json["decision"]?.string == "count")
        #expect(json["basis"]?.string == "basis (§)")
        #expect(json["regime"]?.string == "small-2020-01-01")
        #expect(json["obligations"]?.array?.first?.string == "Counts under 5 are not shown.")
        let reasons = try #require(json["reasons"]?.array)
        #expect(reasons.allSatisfy { $0.members?.map(\.name) == ["for", "text", "reference"] })
        #expect(reasons.last?["reference"]?.string == "policy 24 SE24-NUS v3")
        #expect(decision.json(.sv)["obligations"]?.array?.first?.string == "Antal under 5 visas inte.")
    }

    @Test func `A controller without a policy in force is closed`() throws {
        let region = try #require(RegionCode("24"))
        let controller = try #require(OrganisationCode("SE24-NUS"))
        let book = PolicyBook(region: region, controller: controller, versions: [try Self.policy([:])])
        #expect(book.policy(on: try SmallLaw.date("2025-12-31")) == .closed(region: region, controller: controller))
        #expect(book.policy(on: try SmallLaw.date("2026-01-01")).version == 3)
    }

    @Test("Every prerequisite has its own sentences in both languages", arguments: Prerequisite.allCases)
    func sentences(prerequisite: Prerequisite) {
        for text in [prerequisite.fulfilled, prerequisite.missing] {
            #expect(text.sv.hasSuffix(".") && text.en.hasSuffix(".") && text.sv != text.en)
        }
        #expect(Prerequisite.allCases.filter { $0.missing == prerequisite.missing }.count == 1)
    }
}
