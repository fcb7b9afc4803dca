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

@Suite("A question to several regions")
struct AskRegionsTests {
    static func people(_ numbers: Range<Int>, ill: Int) -> [Someone] {
        numbers.map { Someone(number: $0, diagnoses: [$0 - numbers.lowerBound < ill ? "ICD10:C50.1" : "ICD10:G40.9"]) }
    }

    @Test("Every state comes about as it does in use, and the total is of those who answered")
    func states() async throws {
        let space = try Workspace()
        let answering = try await TestRegion.make("24", in: space)
        let suppressing = try await TestRegion.make("12", in: space)
        let refusing = try await TestRegion.make("18", in: space)
        let late = try await TestRegion.make("14", in: space)
        for region in [answering, suppressing, refusing, late] {
            let ill = region.code == suppressing.code ? 2 : 6
            try await region.submit("A", Self.people(0..<12, ill: ill))
            try await region.publish()
            // The fourth one never says what it lets out: then nothing is let out.
            if region.code != refusing.code { try await region.publishPolicy() }
        }
        let (slow, key) = (try late.source(), answering.key)
        let missing = PartitionLayout(data: space.path("nowhere"), region: try #require(RegionCode("05")))
        var regions = AskRegions(sources: [
            try refusing.source(), try suppressing.source(), try answering.source(),
            RegionSource(
                region: late.code,
                ask: { asked in
                    try await Task.sleep(for: .seconds(60))
                    return try await slow.ask(asked)
                }, figures: slow.figures, entries: slow.entries),
            RegionSource(
                region: missing.region,
                ask: { asked in
                    let partition = try await Partition.open(missing, key: key)
                    return try await RegionSource.partition(partition, try TestRegion.regulations.get()).ask(asked)
                }, figures: slow.figures, entries: slow.entries),
        ])
        regions.patience = .seconds(2)
        let asked = try TestRegion.asked(
            try TestRegion.persona("statistiker"), .statistics, "diagnosis under ICD10:C50")
        let (answer, replies) = try await regions.run(asked)
        #expect(answer.regions.map(\.region.description) == ["05", "12", "14", "18", "24"])
        #expect(answer.regions.map(\.state) == [.unreachable, .suppressed, .late, .refused, .answered])
        #expect(answer.regions.map(\.count) == [nil, nil, nil, nil, 6])
        #expect(answer.total == 6)
        #expect(!answer.isComplete)
        #expect(answer.regions.filter { $0.state != .answered }.allSatisfy { $0.reason != nil })
        #expect(replies.count == 5)
        // The names of the JSON are others' to rely on.
        let json = answer.json(in: .en)
        #expect(
            json.members?.map(\.name).filter { $0 != "frequency" } == [
                "total", "regions", "basis", "decides", "regime", "dataRelease", "elapsed_ms",
            ])
        for region in json["regions"]?.array ?? [] {
            #expect(Set((region.members ?? []).map(\.name)).isSuperset(of: ["region", "state", "count", "band", "reason"]))
        }
    }

    @Test("The scopes lie in one another: region, healthcare region, nation")
    func scopes() async throws {
        let known = ["01", "03", "05", "12", "14", "18", "24"].compactMap { RegionCode($0) }
        for name in ["genetiker-skane", "patolog-linkoping", "bioinformatiker-umea", "genetiker-uppsala", "vagledare-orebro"] {
            let actor = try TestRegion.persona(name)
            let scopes = [SearchScope.region, .healthcareRegion, .nation].map { Set($0.regions(of: actor, among: known)) }
            #expect(scopes[0] == Set([try #require(actor.region)]))
            #expect(scopes[0].isSubset(of: scopes[1]) && scopes[1].isSubset(of: scopes[2]) && scopes[2] == Set(known))
        }
        let uppsala = try TestRegion.persona("genetiker-uppsala")
        let middle = SearchScope.healthcareRegion.regions(of: uppsala, among: known).map(\.description)
        #expect(middle == ["03", "18"])
        #expect(SearchScope.region.regions(of: try TestRegion.persona("statistiker"), among: known).isEmpty)
    }

    @Test("A wider scope counts no fewer people")
    func widening() async throws {
        let space = try Workspace()
        var sources: [RegionSource] = []
        for code in ["03", "18", "24"] {
            let region = try await TestRegion.make(code, in: space)
            try await region.submit("A", Self.people(0..<12, ill: 6))
            try await region.publish()
            try await region.publishPolicy()
            sources.append(try region.source())
        }
        let actor = Actor(
            identity: "s", name: "S", role: .dataSteward, region: RegionCode("03"), provider: OrganisationCode("SE03-AKADEMISKA"),
            careUnit: nil, purposes: [.qualityFollowUp, .statistics])
        var totals: [Int?] = []
        for scope in [SearchScope.region, .healthcareRegion, .nation] {
            let regions = scope.regions(of: actor, among: sources.map(\.region))
            let (answer, _) = try await AskRegions(sources: sources.filter { regions.contains($0.region) })
                .run(try TestRegion.asked(actor, .statistics, "diagnosis under ICD10:C50"))
            totals.append(answer.total)
        }
        #expect(totals == [6, 12, 18])
    }

    @Test("The owner sees small numbers, others do not, and see an interval where the policy chose it")
    func smallNumbers() async throws {
        let space = try Workspace()
        let region = try await TestRegion.make("24", in: space)
        try await region.submit("A", Self.people(0..<12, ill: 2))
        try await region.publish()
        try await region.publishPolicy()
        let question = "diagnosis under ICD10:C50"
        #expect(try await region.ownCount(question) == 2)
        let others = try await region.ask(try TestRegion.persona("forvaltare-skane-1"), .statistics, question).answer
        #expect(others.state == .suppressed && others.count == nil && others.band == nil)
        let planned = try await region.ask(try TestRegion.persona("forskare-uppsala"), .feasibility, question) {
            $0.plannedStudy = "A study"
        }.answer
        #expect(planned.state == .suppressed && planned.count == nil && planned.band == "1-4")
    }
}
