import AccessModel
import ClinicalModel
import Foundation
import GenomeModel
import Operations
import Questions
import Records
import StructuredText
import Testing

@Suite("Entries of a partition")
struct ListEntriesTests {
    static let ill = "diagnosis under ICD10:C50"

    /// Ten people, six of them ill; the first three carry the first variant, and the first one has two call sets.
    static func region() async throws -> TestRegion {
        let region = try await TestRegion.make("24", in: try Workspace())
        let people = (0..<10).map { number in
            Someone(
                number: number, diagnoses: [number < 6 ? "ICD10:C50.1" : "ICD10:G40.9"],
                genotypes: [number < 3 ? "0/1" : "0/0", number == 5 ? "1/1" : "0/0"])
        }
        try await region.submit("A", people)
        try await region.submit("A", [people[0]], kind: "addition", suffix: "x")
        try await region.publish()
        try await region.publishPolicy()
        return region
    }

    static func list(
        _ region: TestRegion, _ actor: Actor, _ purpose: Purpose, _ kind: EntryKind, _ text: String = "all",
        on date: CivilDate = TestRegion.today, _ change: (inout AskedQuestion, inout EntrySelection) -> Void = { _, _ in }
    ) async throws -> RegionEntries {
        var asked = try TestRegion.asked(actor, purpose, text, on: date)
        asked.matter = .entries(kind)
        var selection = EntrySelection()
        change(&asked, &selection)
        return try await ListEntries(
            partition: region.partition, regulations: try TestRegion.regulations.get(), asked: asked, selection: selection
        ).run()
    }

    static func laboratory(_ region: TestRegion) throws -> Actor {
        Actor(
            identity: "lab", name: "Lab", role: .bioinformatician, region: region.code, provider: try region.controller,
            careUnit: nil, purposes: Set(Purpose.allCases))
    }

    static func geneticist(_ region: TestRegion) throws -> Actor {
        Actor(
            identity: "care", name: "Care", role: .clinicalGeneticist, region: region.code, provider: try region.controller,
            careUnit: nil, purposes: Set(Purpose.allCases))
    }

    /// Registers a project that the researcher takes part in.
    static func project(
        _ number: String, in region: TestRegion, requiresConsent: Bool = false, kinds: Set<String> = ["clinical", "genomic"]
    ) throws -> Actor {
        let researcher = try TestRegion.persona("forskare-uppsala")
        try region.partition.records.register(
            ProjectApproval(
                registration: number, title: "A study", approvedFrom: try #require(CivilDate("2026-01-01")),
                approvedTo: try #require(CivilDate("2027-12-31")), regions: [region.code], dataKinds: kinds,
                people: [researcher.identity], requiresConsent: requiresConsent))
        return researcher
    }

    /// From one place of chromosome 1 to another.
    static func interval(_ first: Int, _ last: Int) throws -> Interval {
        let (start, end) = (try #require(Position(first)), try #require(Position(last)))
        return try #require(Interval(contig: .all[0], first: start, last: end))
    }

    static func names(_ entries: [Entry]) -> [String] {
        entries.map { entry in
            switch entry {
            case .individual(let one): one.identifier
            case .biosample(let one): one.identifier
            case .callSet(let one): one.identifier
            case .variant(let one):
                "\(one.variant.contig)-\(one.variant.position.value)-\(one.variant.reference)-\(one.variant.alternate)"
            case .event(let one): one.event.notation
            }
        }
    }

    @Test("People, specimens and call sets are those that meet the criterion, and name one another")
    func kinds() async throws {
        let region = try await Self.region()
        let lab = try Self.laboratory(region)
        func all(_ kind: EntryKind) async throws -> [Entry] {
            let listed = try await Self.list(region, lab, .ownProviderComparison, kind, Self.ill)
            #expect(listed.answer.count == listed.entries.count)
            return listed.entries
        }
        let people = try await all(.individuals)
        #expect(try Self.names(people) == (0..<6).map { try region.pseudonym($0).text })
        guard case .individual(let first) = try #require(people.first) else { return }
        #expect(first.diagnoses.map(\.code.description) == ["ICD10:C50.1"] && first.diagnoses.allSatisfy(\.isAffected))
        #expect(first.region == region.code && first.homeRegion == region.code)
        #expect(Self.names(try await all(.biosamples)) == (0..<6).map { "B\($0)" } + ["B0x"])
        for kind in [EntryKind.runs, .analyses] {
            let sets = try await all(kind)
            #expect(Self.names(sets) == (0..<6).map { "C\($0)" } + ["C0x"])
            for case .callSet(let set) in sets {
                #expect(set.biosample == set.identifier.replacing("C", with: "B"))
                let number = try #require(Int(String(set.identifier.dropFirst().prefix(1))))
                #expect(try set.individual == region.pseudonym(number).text)
                #expect(set.assay == "genome@1" && set.assayKind == .genome && set.origin == .germline && set.area == .rare)
            }
        }
        for case .biosample(let specimen) in try await all(.biosamples) {
            #expect(specimen.kind == .blood && specimen.sampled == CivilDate("2026-01-10"))
        }
    }

    @Test("One entry, one person's and one specimen's are found by their names")
    func selections() async throws {
        let region = try await Self.region()
        let lab = try Self.laboratory(region)
        let person = try region.pseudonym(0).text
        func found(_ kind: EntryKind, _ change: (inout EntrySelection) -> Void) async throws -> [String] {
            try await Self.names(Self.list(region, lab, .ownProviderComparison, kind) { change(&$1) }.entries)
        }
        #expect(try await found(.runs) { $0.individual = person } == ["C0", "C0x"])
        #expect(try await found(.biosamples) { $0.individual = person } == ["B0", "B0x"])
        #expect(try await found(.runs) { $0.biosample = "B0x" } == ["C0x"])
        #expect(try await found(.individuals) { $0.biosample = "B3" } == [try region.pseudonym(3).text])
        #expect(try await found(.biosamples) { $0.identifier = "B4" } == ["B4"])
        #expect(try await found(.runs) { $0.identifier = "B4" } == [])
        #expect(try await found(.individuals) { $0.individual = "somebody" } == [])
    }

    @Test("Variants select those who carry one of them, however they are given")
    func carriers() async throws {
        let region = try await Self.region()
        let lab = try Self.laboratory(region)
        let first = try VariantNotation.parse(TestRegion.variant(0), assembly: .grch38)
        let second = try VariantNotation.parse(TestRegion.variant(1), assembly: .grch38)
        let (start, end) = (first.position, second.position)
        let span = try Self.interval(Int(start.value), Int(end.value))
        let before = try Self.interval(Int(start.value), Int(end.value) - 1)
        let cases: [(VariantSelection, [Int])] = [
            (.alleles([first]), [0, 1, 2]), (.alleles([second]), [5]), (.alleles([first, second, first]), [0, 1, 2, 5]),
            (.alleles([]), []), (.overlapping(span, reference: nil, alternate: nil), [0, 1, 2, 5]),
            (.overlapping(before, reference: nil, alternate: nil), [0, 1, 2]),
            (.overlapping(span, reference: "a", alternate: "g"), [0, 1, 2, 5]),
            (.overlapping(span, reference: nil, alternate: "T"), []),
            (.bracket(contig: first.contig, first: end.value...end.value, last: end.value...end.value + 5), [5]),
            (.bracket(contig: first.contig, first: start.value...end.value, last: end.value + 1...end.value + 5), []),
        ]
        for (selection, expected) in cases {
            let listed = try await Self.list(region, lab, .ownProviderComparison, .individuals) { $1.variants = selection }
            #expect(try Self.names(listed.entries) == expected.map { try region.pseudonym($0).text }, "\(expected)")
        }
        #expect(
            try await Self.list(region, lab, .ownProviderComparison, .runs, Self.ill) { $1.variants = .alleles([first]) }
                .answer.count == 4)
    }

    @Test("A page follows the other without gap or repeat, for the region and for a project", arguments: EntryKind.allCases)
    func paging(kind: EntryKind) async throws {
        let region = try await Self.region()
        let researcher = try Self.project("2026-1", in: region)
        let readers: [(Actor, Purpose)] = [(try Self.laboratory(region), .ownProviderComparison), (researcher, .research)]
        let everything = VariantSelection.overlapping(
            try Self.interval(1, 2_000_000), reference: nil, alternate: nil)
        for (reader, purpose) in readers where kind != .genomicVariations || purpose == .research {
            func page(_ skip: Int, _ limit: Int) async throws -> RegionEntries {
                try await Self.list(region, reader, purpose, kind) { asked, selection in
                    asked.project = "2026-1"
                    if kind == .genomicVariations { selection.variants = everything }
                    (selection.skip, selection.limit) = (skip, limit)
                }
            }
            let whole = try await page(0, 1000)
            #expect(Set(Self.names(whole.entries)).count == whole.entries.count)
            for size in [1, 3, 4] {
                var names: [String] = []
                for skip in stride(from: 0, to: whole.entries.count + size, by: size) {
                    let part = try await page(skip, size)
                    #expect(part.answer.count == whole.answer.count)
                    #expect(part.entries.count <= size)
                    names += Self.names(part.entries)
                }
                #expect(names == Self.names(whole.entries))
            }
            #expect(try await page(0, 0).entries.isEmpty)
        }
    }

    @Test("Two projects cannot tell that they read about the same person, by name or by place in the list")
    func unlinkable() async throws {
        let region = try await Self.region()
        var names: [String: [EntryKind: [String]]] = [:]
        for number in ["2026-1", "2026-2"] {
            let researcher = try Self.project(number, in: region)
            for kind in [EntryKind.individuals, .biosamples, .runs] {
                func read(_ change: (inout EntrySelection) -> Void = { _ in }) async throws -> RegionEntries {
                    try await Self.list(region, researcher, .research, kind) { asked, selection in
                        asked.project = number
                        change(&selection)
                    }
                }
                let listed = try await read()
                let found = Self.names(listed.entries)
                #expect(found.count == (kind == .individuals ? 10 : 11) && found == found.sorted())
                #expect(try await Self.names(read().entries) == found)
                names[number, default: [:]][kind] = found
                // The region's own names find nobody, and appear nowhere.
                let own = kind == .individuals ? try region.pseudonym(0).text : kind == .biosamples ? "B0" : "C0"
                #expect(try await read { $0.identifier = own }.answer.count == 0)
                #expect(try await read { $0.individual = try? region.pseudonym(0).text }.answer.count == 0)
                let text = "\(listed.entries)"
                let pseudonym = try region.pseudonym(0).text
                #expect(!text.contains(pseudonym) && !text.contains("\"B0") && !text.contains("\"C0"))
                // Its own names do find them.
                #expect(try await read { $0.identifier = found[4] }.answer.count == 1)
            }
        }
        let (one, other) = (try #require(names["2026-1"]), try #require(names["2026-2"]))
        for (kind, found) in one { #expect(Set(found).isDisjoint(with: other[kind] ?? []), "\(kind)") }
        let person = try #require(one[.individuals]?.first)
        let researcher = try Self.project("2026-2", in: region)
        let foreign = try await Self.list(region, researcher, .research, .runs) {
            $0.project = "2026-2"
            $1.individual = person
        }
        #expect(foreign.answer.count == 0)
    }

    @Test("What a project is called in a listing is what it is called in the copy that the project is given")
    func copies() async throws {
        let region = try await Self.region()
        let researcher = try Self.project("2026-1", in: region)
        guard
            case .released(let paths) = try await ReleaseCopy(
                partition: region.partition, law: try AccessFiles.law(), actor: researcher, purpose: .research,
                person: try region.pseudonym(3), reference: "2026-1", date: TestRegion.today
            ).run(), let path = paths.first
        else {
            Issue.record("not released")
            return
        }
        let file = try #require(path.split(separator: "/").last)
        let listed = try await Self.list(region, researcher, .research, .individuals) { asked, _ in asked.project = "2026-1" }
        #expect(Self.names(listed.entries).filter { file.hasPrefix($0) }.count == 1)
    }
}
