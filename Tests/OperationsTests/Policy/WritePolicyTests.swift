import AccessModel
import ClinicalModel
import Operations
import Testing

@Suite("A policy written as its file")
struct WritePolicyTests {
    @Test("What is written is read back, for every example", arguments: ["01", "03", "05", "12", "14", "18", "24"])
    func roundTrip(_ region: String) throws {
        let book = try LoadPolicy.read(AccessFiles.path("Examples/policy/\(region).yaml"))
        #expect(try LoadPolicy.parse(WritePolicy.text(book), file: "written") == book)
    }

    @Test("Hostile names stay names")
    func hostile() throws {
        let book = try LoadPolicy.read(AccessFiles.path("Examples/policy/24.yaml"))
        let second = "x]\\n rows: {} # \"<script>"
        var draft = PolicyDraft(
            after: book, validFrom: try #require(CivilDate("2027-01-01")), publishers: ["one: {", second])
        draft.membershipRisk = nil
        draft.rows = [:]
        let next = try draft.book(after: book)
        let read = try LoadPolicy.parse(WritePolicy.text(next), file: "written")
        #expect(read == next)
        #expect(read.versions.last?.publishers == ["one: {", second] && read.versions.last?.membershipRisk == nil)
    }
}
