import AccessModel
import ClinicalModel
import Foundation
import Operations
import Questions
import Testing

extension ListEntriesTests {
    /// Every identifier of a listing, by pages of that size; `between` is done after the first page.
    private static func pages(
        _ region: TestRegion, _ actor: Actor, _ kind: EntryKind, limit: Int, _ between: () async throws -> Void = {}
    ) async throws -> (identifiers: [String], totals: [Int?]) {
        var (identifiers, totals): ([String], [Int?]) = ([], [])
        for skip in 0..<20 {
            let page = try await list(region, actor, .ownProviderComparison, kind) { _, selection in
                selection.skip = skip * limit
                selection.limit = limit
            }
            identifiers += names(page.entries)
            totals.append(page.answer.count)
            if page.entries.count < limit { break }
            if skip == 0 { try await between() }
        }
        return (identifiers, totals)
    }

    @Test("Pages of any size are the whole list, each entry once, in the same order", arguments: [1, 3, 4, 10])
    func pages(_ limit: Int) async throws {
        let region = try await Self.region()
        let laboratory = try Self.laboratory(region)
        for kind in [EntryKind.individuals, .biosamples, .runs] {
            let whole = try await Self.pages(region, laboratory, kind, limit: 1000).identifiers
            #expect(whole.count >= 10 && Set(whole).count == whole.count)
            #expect(try await Self.pages(region, laboratory, kind, limit: limit).identifiers == whole)
        }
    }

    @Test(
        "What comes in while somebody turns the pages is appended: nothing is shown twice, and nothing that was there is missed")
    func arrivals() async throws {
        let region = try await Self.region()
        let laboratory = try Self.laboratory(region)
        for (round, kind) in [EntryKind.individuals, .biosamples, .runs].enumerated() {
            let before = try await Self.pages(region, laboratory, kind, limit: 1000).identifiers
            let read = try await Self.pages(region, laboratory, kind, limit: 3) {
                try await region.submit("N\(round)", [Someone(number: 40 + round, diagnoses: ["ICD10:C50.1"])])
            }
            #expect(Array(read.identifiers.prefix(before.count)) == before)
            #expect(Set(read.identifiers).count == read.identifiers.count)
            #expect(read.identifiers.count == before.count + 1)
            // That something came between is to be seen.
            #expect(Set(read.totals.map { $0 ?? 0 }) == [before.count, before.count + 1])
        }
    }
}
