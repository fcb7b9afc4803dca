import AccessModel
import ClinicalModel
import Operations
import Testing

@Suite("The next version of a policy beneath what was written by hand")
struct ContinuePolicyTests {
    private static func next(after book: PolicyBook) throws -> PolicyBook {
        var draft = PolicyDraft(
            after: book, validFrom: try #require(CivilDate("2027-01-01")), publishers: ["one", "two # no comment"])
        draft.rows[.research] = nil
        return try draft.book(after: book)
    }

    @Test(
        "Every line stays as it was written, comments and all, and the whole is read as what was decided",
        arguments: ["01", "03", "05", "12", "14", "18", "24"])
    func keeps(_ region: String) throws {
        let text = try AccessFiles.text("Examples/policy/\(region).yaml")
        let next = try Self.next(after: try LoadPolicy.parse(text, file: "example"))
        let written = ContinuePolicy.text(next, after: text)
        #expect(written.text.hasPrefix(text) && written.lost.isEmpty)
        #expect(try LoadPolicy.parse(written.text, file: "written") == next)
    }

    @Test("What the form wrote is continued too, and so on", arguments: 1...3)
    func again(_ times: Int) throws {
        var text = try AccessFiles.text("Examples/policy/24.yaml")
        for number in 1...times {
            let book = try LoadPolicy.parse(text, file: "policy")
            let draft = PolicyDraft(
                after: book, validFrom: try #require(CivilDate("2027-01-0\(number)")), publishers: ["one", "two"])
            let written = ContinuePolicy.text(try draft.book(after: book), after: text)
            #expect(written.lost.isEmpty && written.text.hasPrefix(text))
            text = written.text
        }
        #expect(try LoadPolicy.parse(text, file: "policy").versions.count == 2 + times)
    }

    @Test("Lists that stand further in or out, and a last line without an end, are continued as they stand", arguments: [0, 4])
    func indentation(_ spaces: Int) throws {
        let lines = try AccessFiles.text("Examples/policy/24.yaml").split(separator: "\n", omittingEmptySubsequences: false)
        let start = try #require(lines.firstIndex { $0.hasPrefix("versions:") }) + 1
        let moved = lines[start...].map { line in
            line.isEmpty ? "" : String(repeating: " ", count: spaces) + line.dropFirst(2)
        }
        var text = (lines[..<start].map(String.init) + moved).joined(separator: "\n")
        while text.hasSuffix("\n") { text.removeLast() }
        let next = try Self.next(after: try LoadPolicy.parse(text, file: "moved"))
        let written = ContinuePolicy.text(next, after: text)
        #expect(written.text.hasPrefix(text) && written.lost.isEmpty)
        #expect(try LoadPolicy.parse(written.text, file: "written") == next)
    }

    @Test("A text that ends in something else is written anew, and says which comments went")
    func lost() throws {
        let text = try AccessFiles.text("Examples/policy/24.yaml")
        let start = try #require(text.firstRange(of: "region: \"24\"\ncontroller: SE24-NUS\n"))
        let turned = text[start.upperBound...] + "controller: SE24-NUS # whose it is\nregion: \"24\"\n"
        let next = try Self.next(after: try LoadPolicy.parse(String(turned), file: "turned"))
        let written = ContinuePolicy.text(next, after: String(turned))
        #expect(try LoadPolicy.parse(written.text, file: "written") == next)
        #expect(written.lost.count == 8 && written.lost.last == "# whose it is")
        #expect(written.lost.contains("# Everything else is as in version 1."))
        #expect(ContinuePolicy.text(next, after: nil).lost.isEmpty)
    }

    @Test("A sign within quotation marks or within a word begins no comment")
    func comments() throws {
        let book = try LoadPolicy.parse(try AccessFiles.text("Examples/policy/24.yaml"), file: "policy")
        let next = try Self.next(after: book)
        let written = WritePolicy.text(next) + "extra: \"a # b\" # one\nother: a#b # two\n"
        #expect(ContinuePolicy.text(next, after: written).lost == ["# one", "# two"])
    }
}
