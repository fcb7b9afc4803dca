import ClinicalModel
import Interchange
import StructuredText
import Testing

@Suite("The filtering terms of a Beacon")
struct BeaconFilteringTermsTests {
    private static func terms() throws -> BeaconFilteringTerms {
        let hpo = try CodeHierarchy.obo(
            Array(
                """
                format-version: 1.2
                data-version: hp/releases/2025-01-16

                [Term]
                id: HP:0000118
                name: Phenotypic abnormality

                [Term]
                id: HP:0001250
                name: Seizure
                is_a: HP:0000118

                [Term]
                id: HP:0000001

                """.utf8), system: .hpo)
        return BeaconFilteringTerms(CodeHierarchies([hpo]))
    }

    /// The last terms, which are those of the vocabulary.
    private static func page(_ terms: BeaconFilteringTerms) -> [String: JSONValue] {
        let page = terms.page(skip: 0, limit: terms.count)
        return Dictionary(
            page.compactMap { term in term["id"]?.string.map { ($0, term) } }, uniquingKeysWith: { first, _ in first })
    }

    @Test("A term of a vocabulary that is held has the vocabulary's own name for it, and one without a name has none")
    func labels() throws {
        let terms = Self.page(try Self.terms())
        #expect(terms["HP:0001250"]?["label"]?.string == "Seizure")
        #expect(terms["HP:0000118"]?["label"]?.string == "Phenotypic abnormality")
        let unnamed = try #require(terms["HP:0000001"])
        #expect(unnamed["label"] == nil)
        #expect(terms["HP:0001250"]?["type"]?.string == "Human Phenotype Ontology")
    }

    @Test("Pages are the whole list, each term once")
    func pages() throws {
        let terms = try Self.terms()
        let whole = terms.page(skip: 0, limit: terms.count).compactMap { $0["id"]?.string }
        var read: [String] = []
        for skip in 0...(terms.count / 7) { read += terms.page(skip: skip, limit: 7).compactMap { $0["id"]?.string } }
        #expect(read == whole && Set(whole).count == whole.count && whole.count == terms.count)
        #expect(terms.page(skip: 1000, limit: 7).isEmpty)
    }
}
