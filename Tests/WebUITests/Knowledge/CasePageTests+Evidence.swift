import AccessModel
import ClinicalModel
import Foundation
import Operations
import Records
import ReportModel
import StructuredText
import Testing
import WebUI

extension CasePageTests {
    private static let braf = [
        ("identifier", "F 1å"), ("variant", "7-140753336-A-T"), ("gene", "BRAF"), ("coding", "c.1799T>A"),
        ("protein", "p.(Val600Glu)"), ("consequence", "missense_variant"), ("method", "panel"), ("version", "1"),
        ("specimen", "B-case-1"),
    ]

    private func decide(_ site: TestSite) async throws {
        let personas = try LoadPersonas.read(TestSite.root.appendingPathComponent("Examples/personas.yaml").path)
        func govern(_ name: String) throws -> GovernInterpretations {
            GovernInterpretations(
                partition: site.partition, actor: try #require(personas[name]), purpose: .laboratoryOperation)
        }
        let rules = EvidenceProposal.rules
        try await govern("forvaltare-skane-1").propose(.shownInCare, of: rules, from: site.clock.now.date, ground: "RS 2026-3")
        try await govern("forvaltare-skane-2").confirm(rules)
    }

    @Test(
        "Evidence stands on case, finding and interpretation once the region shows it, and fills in a statement when it is picked"
    )
    func evidence() async throws {
        let (site, laboratory) = try await known(keepsKnowledge: true)
        try await site.take("civic/evidence", try TestSite.civic(), release: "2026-04-25", adopting: true)
        try await site.test { client in
            let browser = TestBrowser(client)
            try await browser.signIn(as: Self.geneticist, .ownPatientCare)
            let address = SiteURL.laboratoryCase(laboratory, "case-1", done: nil).path
            let token = try await browser.get(address).token
            let recorded = try await browser.post(SiteURL.caseFindings(laboratory, "case-1").path, Self.braf, token: token)
            #expect(recorded.status == 303)
            let all = SiteURL.findingEvidence(laboratory, "case-1", "F 1å", page: nil).path
            #expect(try await browser.get(address).text.contains("href=\"\(all)\""))
            let withheld = try await browser.get(all)
            #expect(withheld.status == 200 && withheld.text.contains("inte beslutat att visa beräknade förslag"))
            #expect(!withheld.text.contains("CIViC EID"))

            try await decide(site)
            let page = try await browser.get(all)
            #expect(page.text.contains("samsyn-evidence 1") && page.text.contains("CIViC EID"))
            #expect(page.text.contains("BRAF c.1799T&gt;A p.(Val600Glu) motsvarar BRAF V600E"), "\(page.text)")
            #expect(page.text.utf8.count < 100 * 1024)
            let shown = try await browser.get(address)
            #expect(shown.text.contains("Beräknat förslag enligt samsyn-evidence 1") && shown.text.contains("BRAF V600E"))

            let editor = SiteURL.findingInterpretation(laboratory, "case-1", "F 1å").path
            let form = try await browser.get(editor + "?kind=somatic")
            let item = try #require(form.part(after: "name=\"evidence\" type=\"checkbox\" value=\"", before: "\""))
            #expect(form.text.utf8.count < 100 * 1024 && item.hasPrefix("civic:EID"))
            let filled = try await browser.get(editor + "?kind=somatic&evidence=" + SiteURL.escaped(item))
            #expect(filled.text.contains("value=\"\(item)\" checked"))
            let sources = try #require(
                filled.part(after: "name=\"statement-references-0\" type=\"text\" value=\"", before: "\""))
            #expect(sources.hasPrefix(item))
            // A tier is nobody's but whoever interprets.
            let tier = try #require(filled.part(after: "name=\"tier-0\">", before: "</select>"))
            #expect(tier.contains("<option value=\"\" selected>"))
            let germline = try await browser.get(editor + "?kind=germline")
            #expect(germline.text.contains("Kunskap om fyndet") && !germline.text.contains("name=\"evidence\""))
        }
    }

    @Test("Whoever writes a report picks what it rests on, from what matches and by hand, and the page says it")
    func citing() async throws {
        let (site, laboratory) = try await known(keepsKnowledge: true)
        try await site.take("civic/evidence", try TestSite.civic(), release: "2026-04-25", adopting: true)
        try await decide(site)
        let personas = try LoadPersonas.read(TestSite.root.appendingPathComponent("Examples/personas.yaml").path)
        let geneticist = try #require(personas[Self.geneticist])
        let clinic = try #require(OrganisationCode("SE12-SUS-KLINGEN"))
        let code = try #require(OrganisationCode(laboratory))
        let physician = Actor(
            identity: "per", name: "Per", role: .physician, region: geneticist.region, provider: geneticist.provider,
            careUnit: clinic, purposes: [.ownPatientCare])
        for (side, actor) in [(TemplateAgreement.Side.clinic, physician), (.laboratory, geneticist)] {
            _ = try await AgreeToTemplate(
                node: site.node, region: try #require(geneticist.region), actor: actor, purpose: .ownPatientCare,
                template: "rare-disease", version: 1, clinic: clinic, laboratory: code, side: side
            ).run()
        }
        try await site.test { client in
            let browser = TestBrowser(client)
            try await browser.signIn(as: Self.geneticist, .ownPatientCare)
            let token = try await browser.get(SiteURL.laboratoryCase(laboratory, "case-1", done: nil).path).token
            _ = try await browser.post(SiteURL.caseFindings(laboratory, "case-1").path, Self.braf, token: token)
            let begun = try await browser.post(
                SiteURL.reports.path, [("laboratory", laboratory), ("case", "case-1"), ("template", "rare-disease")], token: token
            )
            #expect(begun.status == 303, "\(begun.text)")
            let address = try #require(begun.location)
            let filled = try await browser.post(address, [("item-small-variants", "F 1å")], token: token)
            #expect(filled.status == 303)
            let draft = try await browser.get(address)
            #expect(draft.text.utf8.count < 100 * 1024)
            let item = try #require(draft.part(after: "name=\"cite/F 1å\" type=\"checkbox\" value=\"", before: "\""))
            let sent = try await browser.post(
                address + "/citations",
                [("cite/F 1å", item), ("hand-item", "civic:EID69"), ("hand-finding", "F 1å")], token: draft.token)
            #expect(sent.status == 303, "\(sent.text)")
            let cited = try await browser.get(address)
            #expect(cited.text.contains("value=\"\(item)\" checked") && cited.text.contains("CIViC EID69 (2026-04-25)"))
            let wrong = try await browser.post(
                address + "/citations", [("hand-item", "civic:EID99999"), ("hand-finding", "F 1å")], token: draft.token)
            #expect(wrong.status == 422)
            let none = try await browser.post(address + "/citations", [], token: draft.token)
            #expect(none.status == 303)
            #expect(try await !browser.get(address).text.contains("CIViC EID69 (2026"))
        }
    }
}
