import AccessModel
import ClinicalModel
import Foundation
import GenomeModel
import Operations
import Questions
import StructuredText
import Synchronization
import Testing

/// The variants of a stretch from several regions as one list.
@Suite("Variants of every region in one list")
struct GatherVariantsTests {
    static func variant(_ number: Int) throws -> Variant {
        let position = try #require(Position(3_000_000 + number * 10))
        let isShort = number % 3 != 0
        return try #require(
            Variant(contig: .x, position: position, reference: isShort ? "A" : "AC", alternate: isShort ? "G" : "A"))
    }

    static func figures(_ carriers: Int) -> FrequencyFigures {
        FrequencyFigures(
            alleleCount: carriers + 1, alleleNumber: 100, heterozygous: carriers - 1, homozygous: 1, hemizygous: 0,
            carriers: carriers, covered: 50, people: 60)
    }

    /// A region that tells of these variants, in pages; `asked` counts the questions.
    static func source(_ region: String, _ numbers: [Int], _ asked: Counter) throws -> RegionSource {
        let code = try #require(RegionCode(region))
        let told = try numbers.map { number in
            Entry.variant(VariantEntry(variant: try variant(number), region: code, figures: figures(5 + number % 7)))
        }
        return RegionSource(
            region: code, ask: { _ in throw CancellationError() }, figures: { _, _ in throw CancellationError() },
            entries: { question, page in
                asked.note()
                #expect(question.matter == .entries(.genomicVariations) && page.limit <= ListEntries.longestPage)
                return RegionEntries(
                    answer: .answered(code, count: told.count), entries: Array(told.dropFirst(page.skip).prefix(page.limit)),
                    decision: nil, dataRelease: "batch 1")
            })
    }

    final class Counter: Sendable {
        private let count = Mutex(0)
        func note() { count.withLock { $0 += 1 } }
        var value: Int { count.withLock { $0 } }
    }

    static func gather(_ sources: [RegionSource], pages: Int = 3) async throws -> GatherVariants.Gathered {
        let actor = Actor(
            identity: "a", name: "A", role: .statistician, region: nil, provider: nil, careUnit: nil, purposes: [.statistics])
        let asked = AskedQuestion(
            actor: actor, purpose: .statistics, date: TestRegion.today, question: Question(.count), process: "test")
        let (first, last) = (try #require(Position(1)), try #require(Position(5_000_000)))
        let interval = try #require(Interval(contig: .x, first: first, last: last))
        var gather = GatherVariants(
            regions: AskRegions(sources: sources), asked: asked,
            selection: .overlapping(interval, reference: nil, alternate: nil))
        gather.pages = pages
        return try await gather.run()
    }

    @Test("A variant of two regions is one, with both figures added, in the order of the genome")
    func merging() async throws {
        let asked = Counter()
        let gathered = try await Self.gather([
            try Self.source("24", [9, 1, 4], asked), try Self.source("01", [4, 2], asked),
        ])
        #expect(gathered.variants.map(\.variant) == (try [1, 2, 4, 9].map(Self.variant)))
        let shared = gathered.variants[2]
        #expect(shared.regions.map(\.region.description) == ["01", "24"])
        #expect(shared.figures.carriers == 2 * Self.figures(9).carriers && shared.figures.alleleNumber == 200)
        #expect(!gathered.isCut && asked.value == 2)
    }

    @Test("Only regions that have more are asked again, and what is left out is said")
    func paging() async throws {
        let asked = Counter()
        let many = Array(0..<2_500)
        let sources = [try Self.source("24", many, asked), try Self.source("01", [1], asked)]
        let whole = try await Self.gather(sources)
        #expect(whole.variants.count == 2_500 && !whole.isCut && asked.value == 4)
        let cut = try await Self.gather(sources, pages: 2)
        #expect(cut.variants.count == 2_000 && cut.isCut)
    }

    @Test("The list is a file that bcftools reads, and the table has the same numbers", .enabled(if: Shell.has("bcftools")))
    func files() async throws {
        let gathered = try await Self.gather([
            try Self.source("24", Array(0..<40), Counter()), try Self.source("01", [0, 3, 7], Counter()),
        ])
        let list = VariantListFile(variants: gathered.variants.shuffled(), answer: gathered.answer, assembly: .grch38)
        let space = try Workspace()
        let path = space.path("list.vcf")
        try Data(try list.vcf()).write(to: URL(fileURLWithPath: path))
        let read = try Shell.run(
            "bcftools view -H '\(path)' | wc -l; bcftools query -f '%POS %INFO/AC %INFO/AN %INFO/REGIONS\\n' '\(path)' | head -1")
        #expect(read.status == 0 && read.errors.isEmpty, "\(read.errors)")
        let lines = read.output.split(separator: "\n").map(String.init)
        #expect(lines.first == "40")
        #expect(lines.last == "3000000 12 200 2")
        let header = try Shell.run("bcftools view -h '\(path)' | grep '^##source'").output
        #expect(header.contains("01:answered,24:answered"))
        let table = VariantListFile(variants: gathered.variants, answer: gathered.answer, assembly: .grch38).table
        #expect(table.split(separator: "\n").count == 42)
        #expect(table.contains("X-3000000-AC-A\tX\t3000000\tAC\tA\t12\t200\t0.06\t"))
    }
}
