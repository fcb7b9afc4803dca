import AccessModel
import ClinicalModel
import Foundation
import GenomeModel
import HTTPTypes
import HummingbirdTesting
import Operations
import Questions
import StructuredText
import Testing
import WebUI

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite("Pages of variants, genes and ranges")
struct VariantPagesTests {
    static let mixed: [String: VariantSite.Says] = [
        "01": .carriers(7), "03": .suppressed, "12": .carriers(40), "14": .refused, "18": .late, "24": .unreachable,
    ]
    static let variant = "/variant/17-43093464-G-A"

    @Test("The page asks every region one question, and says each one's state, figure and reason")
    func answer() async throws {
        let site = try VariantSite(Self.mixed)
        try await site.test { browser in
            let page = try await browser.get(Self.variant + "?lang=sv")
            #expect(page.status == 200 && page.text.utf8.count < 100_000)
            #expect(site.questions.count == 6)
            for words in [
                "47 av 2000 personer", "49 / 4000", "Skyddat", "Nekat", "För sen", "Nås inte", "Ingen nod", "PDL 4 kap.",
            ] {
                #expect(page.text.contains(words), "\(words)")
            }
            // Reasons come from elsewhere: none of them is markup here.
            #expect(!page.text.contains("<b>") && !page.text.contains("reason <i>") && page.text.contains("nej &lt;b&gt;"))
            #expect(page.text.contains("rel=\"noopener noreferrer external\""))
            #expect(!page.text.contains("style=") && !page.text.contains("<script>"))
            #expect(page.text.contains("1–4"))
            // A policy is the region's own: its report names it.
            let address = try #require(page.part(after: "class=\"obstacle\"><a href=\"", before: "\"")).replacing(
                "&amp;", with: "&")
            #expect(address.contains("reason=policy") && address.contains("region=14") && !address.contains("43093464"))
            let report = try await browser.get(address)
            #expect(report.text.contains("Västra Götalandsregionen") && report.text.contains("policy &lt;u&gt;"))
        }
    }

    @Test("A cohort's answer has the same map as a variant's, filled by count, with its table beside it")
    func cohort() async throws {
        let site = try VariantSite(Self.mixed)
        try await site.test(.feasibility) { browser in
            let token = try await browser.get(SiteURL.cohorts.path).token
            let page = try await browser.post(
                SiteURL.cohorts.path,
                [("hasRows", "yes"), ("do", "ask"), ("text", "sex = female"), ("shown", ""), ("study", "Fas 3")], token: token)
            #expect(page.status == 200 && page.text.utf8.count < 100_000)
            let map = try #require(page.part(after: "class=\"chart region-tiles\"", before: "</svg>"))
            for (code, fill) in [
                ("12", "level-4"), ("01", "level-1"), ("03", "suppressed"), ("14", "refused"), ("18", "late"),
                ("24", "unreachable"), ("25", "absent"),
            ] {
                let tile = try #require(map.components(separatedBy: "<a ").first { $0.hasPrefix("href=\"#region-\(code)\"") })
                #expect(tile.contains("class=\"tile \(fill)\""), "\(code) \(tile)")
                #expect(page.text.contains("<tr id=\"region-\(code)\">") == (code != "25"))
            }
            #expect(map.contains("40 personer uppfyller villkoren.") && !map.contains("<b>"))
            let row = try #require(page.part(after: "<tr id=\"region-14\">", before: "</tr>"))
            #expect(row.contains("/law/obstacles/new?purpose=feasibility&amp;reason=policy") && row.contains("region=14"))
        }
    }

    @Test("The model is the same numbers, without sentences")
    func json() async throws {
        let site = try VariantSite(Self.mixed)
        try await site.test { browser in
            let json = try await browser.get(Self.variant, accept: "application/json").json
            #expect(json["variant"]?.string == "17-43093464-G-A" && json["questions"]?.integer == 1)
            #expect(json["answer"]?["frequency"]?["ac"]?.integer == 49)
            #expect(json["answer"]?["regions"]?.array?.count == 6)
            #expect(json["interval"]?["lower"] != nil && json["genes"]?.array?.count == 1)
        }
    }

    @Test(
        "A breakdown asks what its button says, and no more",
        arguments: [("sex", 2), ("assay", 3), ("origin", 1), ("diagnosis", 7), ("together", 1), ("nonsense", 0)])
    func cost(_ part: String, _ further: Int) async throws {
        let site = try VariantSite(["12": .carriers(7)])
        try await site.test { browser in
            let page = try await browser.get(Self.variant + "?by=\(part)")
            #expect(page.status == 200)
            #expect(site.questions.count == 1 + further)
        }
    }

    @Test(
        "Every way to write a variant leads to its one address",
        arguments: ["17-43093464-G-A", "NC_000017.11:g.43093464G>A", "chr17:43093464:G:A", "NC_000017.11:43093463:G:A"])
    func search(_ text: String) async throws {
        let site = try VariantSite(["12": .carriers(7)])
        try await site.test { browser in
            let found = try await browser.get(SiteURL.variantSearch(query: text).path)
            #expect(found.status == 303 && found.location == Self.variant)
            #expect(site.questions.isEmpty)
        }
    }

    @Test("GRCh37, genes and ranges go where they belong")
    func addresses() async throws {
        let site = try VariantSite(["12": .carriers(7)])
        try await site.test { browser in
            let other = try await browser.get(SiteURL.variantSearch(query: "NC_000017.10:g.41245466G>A").path)
            #expect(other.location == "/variant/17-41245466-G-A?assembly=GRCh37")
            #expect(try await browser.get(SiteURL.variantSearch(query: "hgnc:1100").path).location == "/gene/BRCA1")
            #expect(try await browser.get("/gene/brca1").location == "/gene/BRCA1")
            let range = try await browser.get(SiteURL.variantSearch(query: "17-43044295-43125364").path)
            #expect(range.location == "/range/17%3A43044295-43125364")
            #expect(
                try await browser.get(SiteURL.variantSearch(query: "BRCA1:p.C61G").path).location == "/gene/BRCA1?hgvs=p.Cys61Gly"
            )
            #expect(
                try await browser.get(SiteURL.variantSearch(query: "chr2:1000-5000 DEL").path).location
                    == "/event/DEL-2-1000-5000")
            #expect(try await browser.get("/gene/NOSUCH").location == "/variant/search?q=NOSUCH")
            #expect(try await browser.get("/variant/nonsense").location == "/variant/search?q=nonsense")
            #expect(try await browser.get("/range/99%3A1-5").location == "/variant/search?q=99%3A1-5")
        }
    }

    @Test(
        "What is not understood is said, offered, and never repeated as markup",
        arguments: [
            ("rs80357906", "dbSNP"), ("patogen", "klassificering"), ("BRC", "BRCA1 DNA repair associated"),
            ("\"><script>alert(1)</script>", "varken en variant"),
        ])
    func unclear(_ text: String, _ words: String) async throws {
        let site = try VariantSite(["12": .carriers(7)])
        try await site.test { browser in
            let page = try await browser.get(SiteURL.variantSearch(query: text).path + "&lang=sv")
            #expect(page.status == 200 && page.text.contains(words))
            #expect(!page.text.contains("<script>"))
            #expect(site.questions.isEmpty)
        }
    }

    @Test("Suggestions are JSON, and nobody is asked for them")
    func suggestions() async throws {
        let site = try VariantSite(["12": .carriers(7)])
        try await site.test { browser in
            let found = try await browser.get(SiteURL.suggestions(query: "brc").path)
            #expect(try found.json["suggestions"]?.array?.first?["address"]?.string == "/gene/BRCA1")
            #expect(site.questions.isEmpty)
        }
    }

    @Test(
        "Nobody sees a page who has not signed in",
        arguments: [variant, "/gene/BRCA1", "/range/17%3A1-5", "/releases", "/suggest?q=B"])
    func signedOut(_ path: String) async throws {
        let site = try VariantSite(["12": .carriers(7)])
        try await site.test { browser in
            let stranger = TestBrowser(browser.client)
            let (page, model) = (try await stranger.get(path), try await stranger.get(path, accept: "application/json"))
            #expect(page.status == 303 && model.status == 401)
            #expect(site.questions.isEmpty)
        }
    }

    @Test("A gene's page lists, sorts, filters and pages, and stays small")
    func gene() async throws {
        let site = try VariantSite(["12": .carriers(7), "14": .refused], variants: 900)
        try await site.test { browser in
            let page = try await browser.get("/gene/BRCA1?lang=sv")
            #expect(page.status == 200 && page.text.utf8.count < 100_000)
            #expect(page.text.contains("900 varianter från 1 av 2 regioner") && page.text.contains("class=\"chart lollipop\""))
            // Variants and structural events, of two regions.
            #expect(site.questions.count == 4)
            let sorted = try await browser.get("/gene/BRCA1?sort=-carriers&page=2", accept: "application/json").json
            #expect(sorted["page"]?.integer == 2 && sorted["pages"]?.integer == 18)
            let carriers = sorted["variants"]?.array?.compactMap { $0["figures"]?["carriers"]?.integer } ?? []
            #expect(carriers.count == 50 && carriers == carriers.sorted(by: >))
            let none = try await browser.get("/gene/BRCA1?zygosity=heterozygous", accept: "application/json").json
            #expect(none["count"]?.integer == 0)
            let rare = try await browser.get("/gene/BRCA1?most=0.01", accept: "application/json").json
            #expect((1..<900).contains(rare["count"]?.integer ?? 0))
            let one = try await browser.get("/gene/BRCA1?region=14", accept: "application/json").json
            #expect(one["answer"]?["regions"]?.array?.count == 1 && one["count"]?.integer == 0)
        }
    }

    @Test("A structural event's page asks every region one question, and leads to its one address")
    func event() async throws {
        let site = try VariantSite(["12": .carriers(7), "14": .refused])
        try await site.test { browser in
            let page = try await browser.get("/event/DEL-17-43050000-43060000?lang=sv")
            #expect(page.status == 200 && page.text.utf8.count < 100_000)
            #expect(page.text.contains("Deletion 17:43050000-43060000") && page.text.contains("7 av 1"))
            #expect(page.text.contains("/gene/BRCA1"))
            #expect(site.questions.count == 2)
            #expect(site.questions.allSatisfy { $0.question.kind == .frequency("DEL-17-43050000-43060000") })
            #expect(try await browser.get("/event/del-chr17-43050000-43060000").location == "/event/DEL-17-43050000-43060000")
            #expect(try await browser.get("/event/DEL-17-9").location == "/variant/search?q=DEL-17-9")
        }
    }

    @Test("The list can be taken along")
    func downloads() async throws {
        let site = try VariantSite(["12": .carriers(7)], variants: 60)
        try await site.test { browser in
            let vcf = try await browser.get("/gene/BRCA1?download=vcf")
            #expect(vcf.text.hasPrefix("##fileformat=VCFv4.3\n"))
            #expect(vcf.text.split(separator: "\n").count { !$0.hasPrefix("#") } == 60)
            #expect(vcf.headers[.contentDisposition] == "attachment; filename=\"BRCA1-GRCh38.vcf\"")
            let tsv = try await browser.get("/range/17%3A43044295-43125364?download=tsv")
            #expect(tsv.headers[.contentDisposition] == "attachment; filename=\"17-43044295-43125364-GRCh38.tsv\"")
            #expect(tsv.text.split(separator: "\n").count == 62)
            #expect(try await browser.get("/gene/BRCA1?download=exe").status == 404)
        }
    }
}
