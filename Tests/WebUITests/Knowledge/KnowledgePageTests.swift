import AccessModel
import ClinicalModel
import Foundation
import KnowledgeModel
import Operations
import Records
import StructuredText
import Testing
import WebUI

@Suite("The pages of knowledge")
struct KnowledgePageTests {
    private static let laboratory = "bioinformatiker-umea"

    private static func genes(_ rows: [(String, String)]) -> String {
        "symbol\thgnc\tconfidence\n" + rows.map { "\($0.0)\t\t\($0.1)\n" }.joined()
    }

    @Test(
        "From an import that waits to the version in force: the difference is seen, confirmed with its digits, and stands in the steps"
    )
    func whole() async throws {
        let site = try await TestSite(keepsKnowledge: true)
        try await site.test { client in
            let browser = TestBrowser(client)
            try await browser.signIn(as: Self.laboratory, .laboratoryOperation)
            let empty = try await browser.get(SiteURL.knowledge.path)
            #expect(empty.status == 200 && empty.text.contains("inte läst in något ännu") && empty.text.contains(">Kunskap</a>"))
            let old = try await site.take(
                "gene-list/Ärftlig", Self.genes([("BRCA1", "green"), ("ÅSA1", "amber"), ("TP53", "green")]), release: "2025")
            let list = try await browser.get(SiteURL.knowledge.path)
            #expect(list.text.contains("gene-list/Ärftlig") && list.text.contains("vad de ändrar: 1."))
            let address = SiteURL.knowledgeVersion(old, kind: nil, after: nil).path
            #expect(list.text.contains(address))
            let version = try await browser.get(address)
            #expect(version.text.contains("Nya: 3") && version.text.contains("Ärftlig/ÅSA1"))
            let seen = try #require(version.part(after: "name=\"seen\" value=\"", before: "\""))
            let steps = SiteURL.knowledgeSteps(old).path
            let wrong = try await browser.post(
                steps, [("act", "adopt"), ("seen", "0123456789abcdef")], token: version.token)
            #expect(wrong.status == 409 && wrong.text.contains("en annan än den som granskades"))
            let adopted = try await browser.post(steps, [("act", "adopt"), ("seen", seen)], token: version.token)
            #expect(adopted.status == 303 && adopted.location == address)
            let inForce = try await browser.get(address)
            #expect(inForce.text.contains("Satt att gälla") && !inForce.text.contains("name=\"seen\""))
            #expect(try await browser.get(SiteURL.knowledge.path).text.contains("Gäller: 2025"))

            let new = try await site.take(
                "gene-list/Ärftlig", Self.genes([("BRCA1", "red"), ("TP53", "green"), ("PALB2", "<b>green</b>")]), release: "2026"
            )
            let page = try await browser.get(SiteURL.knowledgeVersion(new, kind: nil, after: nil).path)
            #expect(page.text.contains("Jämförd med 2025") && page.text.contains("Borttagna: 1"), "\(page.text)")
            #expect(page.text.contains("0 utfärdade svar") && !page.text.contains("<b>green"))
            let gone = try await browser.get(SiteURL.knowledgeVersion(new, kind: "gone", after: nil).path)
            #expect(gone.text.contains("Ärftlig/ÅSA1") && !gone.text.contains("Ärftlig/BRCA1"))
            let item = try await browser.get(SiteURL.knowledgeItem(new, key: "Ärftlig/BRCA1").path)
            #expect(item.text.contains("2025") && item.text.contains("2026") && item.text.contains("ändrat"))
            #expect(try await browser.get(SiteURL.knowledgeItem(new, key: "Ärftlig/NOTHING").path).status == 404)
            #expect(try await browser.get(SiteURL.knowledgeVersion("00000000", kind: nil, after: nil).path).status == 404)
            let dropped = try await browser.post(
                SiteURL.knowledgeSteps(new).path, [("act", "discard")], token: page.token)
            #expect(dropped.status == 303)
            let english = try await browser.get(SiteURL.knowledgeVersion(new, kind: nil, after: nil).path + "?lang=en")
            #expect(english.text.contains("discarded") && english.text.contains("What it changes"))
            let model = try await browser.get(address, accept: "application/json").json
            #expect(model["state"]?.string == "current" && model["seen"]?.string != nil)
        }
        let events = try site.partition.ledger.events(LedgerFilter(act: .knowledge)).map(\.event)
        #expect(events.count == 1 && events.first?.detail["to"]?.hasSuffix(" 2025") == true)
    }

    @Test("Whoever may read sees no form, and whoever may not is refused; a node without knowledge says so")
    func rights() async throws {
        let site = try await TestSite(keepsKnowledge: true)
        let old = try await site.take("gene-list/L", Self.genes([("BRCA1", "green")]), release: "2025")
        let address = SiteURL.knowledgeVersion(old, kind: nil, after: nil).path
        try await site.test { client in
            let physician = TestBrowser(client)
            try await physician.signIn(as: "lakare-umea", .ownPatientCare)
            let page = try await physician.get(address)
            #expect(page.status == 200 && !page.text.contains("value=\"adopt\""))
            let tried = try await physician.post(
                SiteURL.knowledgeSteps(old).path, [("act", "adopt"), ("seen", "0123456789abcdef")],
                token: try await physician.get(SiteURL.variantSearch(query: nil).path).token)
            #expect(tried.status == 403)
            let patient = TestBrowser(client)
            try await patient.signIn(as: "patient-umea", .ownAccess)
            let refused = try await patient.get(SiteURL.knowledge.path)
            #expect(refused.status == 403 && !refused.text.contains(">Kunskap</a>"))
        }
        let without = try await TestSite()
        try await without.test { client in
            let browser = TestBrowser(client)
            try await browser.signIn(as: Self.laboratory, .laboratoryOperation)
            #expect(try await browser.get(SiteURL.knowledge.path).status == 404)
        }
    }

    @Test("A difference of thousands of items is shown a page at a time, each within its budget")
    func large() async throws {
        let site = try await TestSite(keepsKnowledge: true)
        let rows = (0..<2000).map { ("GENE\($0)", "green") }
        let old = try await site.take("gene-list/L", Self.genes(rows), release: "2025")
        try await site.test { client in
            let browser = TestBrowser(client)
            try await browser.signIn(as: Self.laboratory, .laboratoryOperation)
            var address: String? = SiteURL.knowledgeVersion(old, kind: nil, after: nil).path
            var seen = Set<String>()
            for _ in 0..<3 {
                let page = try await browser.get(try #require(address))
                #expect(page.status == 200 && page.text.utf8.count < 100 * 1024)
                for name in page.text.matches(of: #/>L/(GENE[0-9]+)</#) { #expect(seen.insert(String(name.1)).inserted) }
                address = page.part(after: "<p class=\"paging\"><a href=\"", before: "\"")?.replacing("&amp;", with: "&")
            }
            #expect(seen.count == 90)
        }
    }
}
