import AccessModel
import ClinicalModel
import Foundation
import Operations
import Records
import ReportModel
import StructuredText
import Testing
import WebUI

@Suite("The pages of cases")
struct CasePageTests {
    static let geneticist = "genetiker-skane"

    /// A region with one person who has come in by the form and is in the geneticist's care.
    func known(keepsKnowledge: Bool = false, vcf: [UInt8]? = nil) async throws -> (site: TestSite, laboratory: String) {
        let site = try await TestSite(region: "12", keepsKnowledge: keepsKnowledge)
        try await site.test { client in
            let browser = TestBrowser(client)
            try await browser.signIn(as: "bioinformatiker-lund", .laboratoryOperation)
            let token = try await browser.get(SiteURL.submissions.path).token
            var submission = SentSubmission("case-1", person: 0)
            if let vcf { submission.vcf = vcf }
            let sent = try await browser.submit(submission, token: token)
            try #require(sent.status == 303)
        }
        let text = try SentSubmission.number(0)
        let person = try site.partition.identity.pseudonym(of: IdentityNumber.parse(text, today: PageClock.noon.date))
        let actor = try #require(
            try LoadPersonas.read(TestSite.root.appendingPathComponent("Examples/personas.yaml").path)[Self.geneticist])
        _ = try await TakePart(
            partition: site.partition, actor: actor, purpose: .ownPatientCare, person: person, from: nil, to: nil
        ).run()
        let laboratory = try #require(try site.partition.records.callSets(of: person).first?.record.performingLaboratory)
        return (site, laboratory.text)
    }

    static let finding = [
        ("identifier", "F1"), ("variant", "17-43093464-G-A"), ("gene", "BRCA1"), ("consequence", "stop_gained"),
        ("method", "panel å"), ("version", "1"), ("specimen", "B-case-1"), ("zygosity", "heterozygous"),
    ]

    @Test("From the list to a signed interpretation without a script, and each page within its budget")
    func whole() async throws {
        let (site, laboratory) = try await known()
        try await site.test { client in
            let browser = TestBrowser(client)
            try await browser.signIn(as: Self.geneticist, .ownPatientCare)
            let list = try await browser.get(SiteURL.cases.path)
            let address = SiteURL.laboratoryCase(laboratory, "case-1", done: nil).path
            #expect(list.status == 200 && list.text.contains(address) && list.text.contains(">Fall</a>"))
            let empty = try await browser.get(address)
            #expect(empty.status == 200 && empty.text.contains("Inga fynd är antecknade"))
            let recorded = try await browser.post(
                SiteURL.caseFindings(laboratory, "case-1").path, Self.finding, token: empty.token)
            #expect(recorded.status == 303)
            let page = try await browser.get(try #require(recorded.location))
            #expect(page.text.contains("Fyndet är antecknat") && page.text.contains("BRCA1 17-43093464-G-A"))
            let editor = SiteURL.findingInterpretation(laboratory, "case-1", "F1").path
            let form = try await browser.get(editor)
            #expect(form.status == 200 && form.text.utf8.count < 100 * 1024, "\(form.text.utf8.count)")
            for criterion in ACMGCriterion.allCases { #expect(form.text.contains("name=\"strength-\(criterion.rawValue)\"")) }
            // Evidence is missing: the form comes back with what was written.
            let fields = [
                ("act", "begin"), ("kind", "germline"), ("gene", "BRCA1"), ("condition", "ORPHA:145"), ("basis", "points"),
            ]
            let faulty = try await browser.post(editor, fields + [("strength-PVS1", "very-strong")], token: form.token)
            #expect(faulty.status == 422 && faulty.text.contains("evidence-PVS1") && faulty.text.contains("value=\"ORPHA:145\""))
            let whole =
                fields + [
                    ("strength-PVS1", "very-strong"), ("evidence-PVS1", "Stopp <b>i</b> exon 10, åäö"),
                    ("strength-PM2", "supporting"), ("evidence-PM2", "Saknas i gnomAD"),
                    ("references-PM2", "gnomad:v4.1 pubmed:25741868"),
                ]
            let begun = try await browser.post(editor, whole, token: form.token)
            #expect(begun.status == 303)
            let interpretation = try #require(begun.location)
            let draft = try await browser.get(interpretation)
            // Nine points, and by the rules uncertain: both are said, and that they lie on two sides of a boundary.
            let condition = "<span lang=\"en\">Hereditary breast and/or ovarian cancer syndrome</span> (ORPHA:145)"
            #expect(draft.text.contains(", \(condition)</strong>") && draft.text.contains("<dd>\(condition)</dd>"))
            #expect(draft.text.contains("9: 4 – ") && draft.text.contains("Regler och poäng ger klasser på olika sidor"))
            #expect(draft.text.contains("&lt;b&gt;") && !draft.text.contains("<b>i</b>"))
            #expect(draft.text.utf8.count < 100 * 1024, "\(draft.text.utf8.count)")
            let edited = try await browser.post(
                interpretation + "/steps", whole.filter { $0.0 != "act" } + [("act", "edit")], token: draft.token)
            #expect(edited.status == 303)
            let signed = try await browser.post(interpretation + "/steps", [("act", "sign")], token: draft.token)
            #expect(signed.status == 303)
            let done = try await browser.get(interpretation, ["Accept-Language": "en"])
            #expect(done.text.contains("Signed") || done.text.contains("Signerad"))
            #expect(!done.text.contains("name=\"strength-PVS1\""))
            let again = try await browser.post(interpretation + "/steps", [("act", "sign")], token: draft.token)
            #expect(again.status == 409)
            let variant = try await browser.get(SiteURL.variant("17-43093464-G-A").path)
            #expect(variant.text.contains("Laboratoriers bedömningar") && variant.text.contains("<td>\(condition)</td>"))
            let shown = try await browser.get(address)
            #expect(shown.text.contains(", \(condition)</a>"))
        }
    }

    @Test("A proposal is refused where the region has decided nothing, and the page says why")
    func proposal() async throws {
        let (site, laboratory) = try await known()
        try await site.test { client in
            let browser = TestBrowser(client)
            try await browser.signIn(as: Self.geneticist, .ownPatientCare)
            let page = try await browser.get(SiteURL.laboratoryCase(laboratory, "case-1", done: nil).path)
            _ = try await browser.post(SiteURL.caseFindings(laboratory, "case-1").path, Self.finding, token: page.token)
            let refused = try await browser.post(
                SiteURL.findingProposal(laboratory, "case-1", "F1").path, [("condition", "ORPHA:145"), ("kind", "germline")],
                token: page.token)
            #expect(refused.status == 403 && refused.text.contains("inte beslutat att visa beräknade förslag"))
        }
    }

    @Test("Boards and lists are there for their roles, and empty ones say so")
    func boards() async throws {
        let (site, _) = try await known()
        try await site.test { client in
            let browser = TestBrowser(client)
            try await browser.signIn(as: Self.geneticist, .ownPatientCare)
            for (url, words) in [(SiteURL.conflicts, "Inga laboratorier bedömer"), (.recalls, "Ingen behöver kontaktas")] {
                let page = try await browser.get(url.path)
                #expect(page.status == 200 && page.text.contains(words), "\(url.path)")
            }
            let export = try await browser.get(SiteURL.classificationExport("summary").path)
            #expect(export.status == 200 && export.text.hasPrefix("Variant\tGeneSymbol"))
            #expect(try await browser.get(SiteURL.recall(9).path).status == 404)
            #expect(try await browser.get(SiteURL.laboratoryCase("SE12-SUS", "nothing", done: nil).path).status == 404)
            #expect(try await browser.get(SiteURL.interpretation("int-9").path).status == 404)
        }
    }
}
