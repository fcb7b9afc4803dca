import ClinicalModel
import KnowledgeModel
import Testing

@Suite("The versions of a source")
struct KnowledgeShelfTests {
    static let series = KnowledgeSeries(.clinvar, name: "GRCh38")
    static let moment = Timestamp(milliseconds: 1_790_000_000_000)

    static func version(_ digit: Character, series: KnowledgeSeries = series) throws -> KnowledgeVersion {
        try #require(
            KnowledgeVersion(
                series: series, release: "2026-0\(digit)", releaseDate: nil, licence: "public domain",
                digest: String(repeating: digit, count: 64), counts: .init(rows: 2, items: 1, diagnostics: 1), importedBy: "anna",
                importedAt: moment))
    }

    static func receipt(_ version: KnowledgeVersion, comparedWith old: KnowledgeVersion?) -> DifferenceReceipt {
        DifferenceReceipt(
            version: version.identifier, comparedWith: old?.identifier, counts: DifferenceCounts(added: 1), affectedReports: 0,
            reportsToReview: 0, seenBy: "anna", seenAt: moment)
    }

    @Test("Become current only after their difference was seen")
    func staged() throws {
        var shelf = KnowledgeShelf(KnowledgeShelfTests.series)
        let (first, second) = (try KnowledgeShelfTests.version("1"), try KnowledgeShelfTests.version("2"))
        #expect(try shelf.stage(first) == .staged(first.identifier))
        #expect(throws: KnowledgeStateError(.differenceNotSeen, state: .staged)) { try shelf.makeCurrent(first.identifier) }
        _ = try shelf.confirm(KnowledgeShelfTests.receipt(first, comparedWith: nil))
        #expect(try shelf.makeCurrent(first.identifier) == .madeCurrent(first.identifier, superseding: nil))
        _ = try shelf.stage(second)
        _ = try shelf.confirm(KnowledgeShelfTests.receipt(second, comparedWith: first))
        #expect(try shelf.makeCurrent(second.identifier) == .madeCurrent(second.identifier, superseding: first.identifier))
        #expect(shelf.current == second)
        #expect(shelf.state(of: first.identifier) == .superseded)
        // Taking it back needs a look of its own.
        #expect(throws: KnowledgeStateError(.differenceNotSeen, state: .superseded)) { try shelf.makeCurrent(first.identifier) }
        _ = try shelf.confirm(KnowledgeShelfTests.receipt(first, comparedWith: second))
        _ = try shelf.makeCurrent(first.identifier)
        #expect(shelf.entries.map(\.state) == [.current, .superseded])
    }

    @Test("A difference that was seen against another version does not count")
    func outdated() throws {
        var shelf = KnowledgeShelf(KnowledgeShelfTests.series)
        let versions = try ["1", "2", "3"].map { try KnowledgeShelfTests.version(Character($0)) }
        for version in versions { _ = try shelf.stage(version) }
        for version in versions.prefix(2) { _ = try shelf.confirm(KnowledgeShelfTests.receipt(version, comparedWith: nil)) }
        _ = try shelf.makeCurrent(versions[0].identifier)
        #expect(throws: KnowledgeStateError(.differenceOutdated)) { try shelf.makeCurrent(versions[1].identifier) }
        #expect(throws: KnowledgeStateError(.differenceOutdated)) {
            try shelf.confirm(KnowledgeShelfTests.receipt(versions[2], comparedWith: nil))
        }
        #expect(shelf.current == versions[0])
    }

    @Test("Refuse what makes no sense")
    func refused() throws {
        var shelf = KnowledgeShelf(KnowledgeShelfTests.series)
        let first = try KnowledgeShelfTests.version("1")
        #expect(throws: KnowledgeStateError(.unknownVersion)) { try shelf.discard(first.identifier) }
        _ = try shelf.stage(first)
        #expect(throws: KnowledgeStateError(.alreadyImported, state: .staged)) { try shelf.stage(first) }
        #expect(throws: KnowledgeStateError(.otherSeries)) {
            try shelf.stage(KnowledgeShelfTests.version("1", series: KnowledgeSeries(.civic)))
        }
        _ = try shelf.discard(first.identifier)
        #expect(throws: KnowledgeStateError(.notPossible, state: .discarded)) {
            try shelf.confirm(KnowledgeShelfTests.receipt(first, comparedWith: nil))
        }
        _ = try shelf.stage(first)
        #expect(shelf.entries.map(\.state) == [.staged])
    }

    @Test("Need a digest, a release and a licence")
    func incomplete() {
        func version(_ digest: String, _ release: String, _ licence: String) -> KnowledgeVersion? {
            KnowledgeVersion(
                series: KnowledgeShelfTests.series, release: release, releaseDate: nil, licence: licence, digest: digest,
                counts: .init(rows: 0, items: 0, diagnostics: 0), importedBy: "anna", importedAt: KnowledgeShelfTests.moment)
        }
        let digest = String(repeating: "a", count: 64)
        #expect(version(digest, "1", "CC0-1.0") != nil)
        #expect(version(digest.uppercased(), "1", "CC0-1.0") == nil)
        #expect(version("abc", "1", "CC0-1.0") == nil)
        #expect(version(digest, "", "CC0-1.0") == nil)
        #expect(version(digest, "1", "") == nil)
    }
}
