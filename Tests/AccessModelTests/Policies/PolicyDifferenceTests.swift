import AccessModel
import ClinicalModel
import StructuredText
import Testing

@Suite("Versions of a policy beside each other")
struct PolicyDifferenceTests {
    static func policy(_ change: (inout PolicyDraft) -> Void = { _ in }) throws -> Policy {
        let book = PolicyBook(
            region: try #require(RegionCode("24")), controller: try #require(OrganisationCode("SE24-NUS")), versions: [])
        var draft = PolicyDraft(
            after: book, validFrom: try #require(CivilDate("2026-01-01")), publishers: ["one", "two"])
        draft.rows = [.statistics: [.otherRegions: .count]]
        draft.released = [.statistics: ["germline"]]
        change(&draft)
        return try #require(try draft.book(after: book).versions.last)
    }

    @Test("What is the same is not told, and a nearer recipient's share of a farther one's is")
    func differences() throws {
        let old = try Self.policy()
        #expect(PolicyDifference.between(old, old).isEmpty)
        let new = try Self.policy {
            $0.rows[.statistics] = [.otherRegions: .aggregate]
            $0.suppressBelow = 7
        }
        #expect(
            PolicyDifference.between(old, new) == [
                .limit(.statistics, .ownRegion, from: .count, to: .aggregate),
                .limit(.statistics, .ownHealthcareRegion, from: .count, to: .aggregate),
                .limit(.statistics, .otherRegions, from: .count, to: .aggregate), .suppressBelow(from: 5, to: 7),
            ])
        // Written otherwise, and the same: what other regions may have the own one may too.
        let same = try Self.policy { $0.rows[.statistics] = [.ownRegion: .count, .otherRegions: .count] }
        #expect(PolicyDifference.between(old, same).isEmpty)
    }

    @Test("A draft is refused where it could not be the next version")
    func faults() throws {
        let book = PolicyBook(
            region: try #require(RegionCode("24")), controller: try #require(OrganisationCode("c")),
            versions: [try Self.policy()])
        func fault(_ change: (inout PolicyDraft) throws -> Void) throws -> PolicyDraft.Fault? {
            var draft = PolicyDraft(
                after: book, validFrom: try #require(CivilDate("2026-02-01")), publishers: ["one", "two"])
            try change(&draft)
            do throws(PolicyDraft.Fault) {
                _ = try draft.book(after: book)
                return nil
            } catch { return error }
        }
        #expect(try fault { _ in } == nil)
        #expect(try fault { $0.validFrom = try #require(CivilDate("2026-01-01")) } == .notLater)
        #expect(try fault { $0.publishers = ["one"] } == .onePublisher)
        #expect(try fault { $0.publishers = ["SE-one", " se-ONE "] } == .onePublisher)
        #expect(try fault { $0.suppressBelow = 4 } == .suppressionTooLow)
        #expect(try fault { $0.membershipRisk = 0 } == .riskNotPositive)
        #expect(try fault { $0.released[.research] = ["all"] } == .unknownDataSet)
    }
}
