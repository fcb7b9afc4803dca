import AccessModel
import ClinicalModel
import GenomeModel
import Operations
import Records
import Testing

@Suite("What analyses looked at and called along the genome")
struct SurveyGenomeTests {
    private static func filled(_ space: Workspace, assembly: Assembly = .grch38) async throws -> TestRegion {
        let region = try await TestRegion.make("24", in: space)
        try await region.submit(
            "fall-1",
            [
                Someone(number: 0, genotypes: ["0/1", "1/1", "./."]), Someone(number: 1, genotypes: ["0/0", "0/0", "0/1"]),
            ], assembly: assembly, allCalls: assembly == .grch38)
        return region
    }

    private static func callSets(_ region: TestRegion) throws -> [RecordedCallSet] {
        try region.partition.records.callSets(
            ofCase: "fall-1", laboratory: try #require(OrganisationCode("\(try region.controller)-GMC")))
    }

    @Test("Each call set has its own variants and events, where they lie")
    func own() async throws {
        let space = try Workspace()
        let region = try await Self.filled(space)
        let survey = try SurveyGenome(partition: region.partition, unit: nil).run(try Self.callSets(region))
        try #require(survey.map(\.record.name) == ["C0", "C1"])
        #expect(survey.allSatisfy { $0.targets == .genome && $0.columns.assembly == .grch38 })
        let (first, second) = (try #require(survey[0].variants.content), try #require(survey[1].variants.content))
        let one = Contig.all[0]
        #expect(first.byContig == [one: 2] && second.byContig == [one: 1] && first.count == 2)
        let column = try #require(survey[0].columns.column(one, TestRegion.sites[0]))
        #expect(first.byColumn[column] == 2 && first.byColumn.count == SurveyGenome.columns)
        #expect(first.byColumn.reduce(0, +) == 2 && second.byColumn[column] == 1)
        #expect(first.fractions == [], "a germline call has no fraction")
        let deletion = try #require(survey[0].events.content?.first)
        #expect(deletion.kind == .deletion && deletion.first.position.value == 3_000_001 && survey[0].events.content?.count == 1)
        #expect(survey[1].events.content == [])
    }

    @Test("Nothing is read past the limit, and only what was looked at where calls are not asked for")
    func bounds() async throws {
        let space = try Workspace()
        let region = try await Self.filled(space)
        let callSets = try Self.callSets(region)
        let few = try SurveyGenome(partition: region.partition, unit: nil, limit: 0).run(callSets)
        guard case .tooMany(let rows) = few[0].variants, case .tooMany(let events) = few[0].events else {
            Issue.record("\(few)")
            return
        }
        #expect(rows > 0 && events == 1)
        let plain = try SurveyGenome(partition: region.partition, unit: nil).run(callSets, isReadingCalls: false)
        #expect(plain.count == 2 && plain.allSatisfy { $0.variants.content == nil && $0.events.content == nil })
        #expect(plain.map(\.targets) == few.map(\.targets))
    }

    @Test("Calls of the other assembly lie along that one, without events where none were submitted")
    func otherAssembly() async throws {
        let space = try Workspace()
        let region = try await Self.filled(space, assembly: .grch37)
        let survey = try SurveyGenome(partition: region.partition, unit: nil).run(try Self.callSets(region))
        #expect(survey.map(\.columns.assembly) == [.grch37, .grch37] && survey[0].variants.content?.count == 2)
        guard case .none = survey[0].events else {
            Issue.record("\(survey[0].events)")
            return
        }
    }

    @Test("Data that is not to be used is not gone through; data that is not to be shown, for its own unit alone")
    func stopped() async throws {
        let space = try Workspace()
        let region = try await Self.filled(space)
        let records = region.partition.records
        func names(_ unit: OrganisationCode?) throws -> [String] {
            try SurveyGenome(partition: region.partition, unit: unit).run(try Self.callSets(region)).map(\.record.name)
        }
        let unit = try region.controller
        _ = try records.stopShowing(try region.pseudonym(0), decision: "D", time: TestRegion.noon)
        #expect(try names(unit) == ["C0", "C1"] && names(nil) == ["C1"])
        #expect(try names(OrganisationCode("SE12-SUS")) == ["C1"])
        _ = try records.stopUsing(try region.pseudonym(0), decision: "D", time: TestRegion.noon)
        #expect(try names(unit) == ["C1"])
    }

    @Test("A panel's call set has looked at its targets and no more")
    func panel() async throws {
        let bench = try await IntakeBench()
        let partition = try await bench.open()
        #expect(try await bench.submit(try SubmissionDraft.panel(0), to: partition).state == .available)
        let callSets = try partition.records.callSets(
            ofCase: "C0", laboratory: try #require(OrganisationCode("SE24-NUS-GMC")))
        let survey = try SurveyGenome(partition: partition, unit: nil).run(callSets)
        let targets = try #require(survey.first?.targets)
        #expect(targets.length == 349_999_998 && targets.length(on: .x, of: .grch38) == 149_999_999)
        #expect(targets.length(on: .mt, of: .grch38) == 0 && survey.first?.variants.content?.count == 2)
    }

    @Test("A case shows along the genome those people whom whoever looks may see, and nothing where it was not asked for")
    func seen() async throws {
        let space = try Workspace()
        let setting = try await InterpretingRegion.make(in: space)
        let physician = try setting.actor("lisa", .physician)
        try await BeginCare(
            partition: setting.region.partition, person: try setting.region.pseudonym(0), actor: physician,
            from: TestRegion.today, to: nil
        ).run()
        func show(_ actor: Actor, _ purpose: Purpose, isSurveying: Bool = true) async throws -> ShownCase {
            try await ShowCase(
                try setting.access(actor, purpose), laboratory: setting.laboratory, name: "fall-1", isSurveying: isSurveying
            ).run()
        }
        let laboratory = try await show(try setting.actor("anna"), .laboratoryOperation)
        #expect(laboratory.survey.map(\.record.name) == ["C0", "C1"])
        let care = try await show(physician, .ownPatientCare)
        #expect(care.hidden == 1 && care.survey.map(\.record.name) == ["C0"])
        #expect(try await show(physician, .ownPatientCare, isSurveying: false).survey.isEmpty)
    }
}
