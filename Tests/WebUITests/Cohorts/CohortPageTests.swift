import AccessModel
import ClinicalModel
import Foundation
import HTTPTypes
import Operations
import Records
import StructuredText
import Testing
import WebUI

@Suite("The pages of cohorts and study enquiries")
struct CohortPageTests {
    private func open(
        _ site: TestSite, as persona: String = "genetiker-skane", _ purpose: Purpose = .feasibility,
        _ work: @escaping @Sendable (TestBrowser, String) async throws -> Void
    ) async throws {
        try await site.test { client in
            let browser = TestBrowser(client)
            try await browser.signIn(as: persona, purpose)
            let page = try await browser.get(SiteURL.cohorts.path)
            #expect(page.status == 200)
            try await work(browser, try #require(page.token))
        }
    }

    @Test("A question is built row by row, its text follows, and typing over the text makes the rows follow")
    func inStep() async throws {
        let site = try await TestSite(region: "12")
        try await open(site) { browser, token in
            func send(_ fields: [(String, String)]) async throws -> PageAnswer {
                try await browser.post(SiteURL.cohorts.path, [("hasRows", "yes")] + fields, token: token)
            }
            let added = try await send([("do", "add"), ("subject", "sex"), ("text", ""), ("shown", "")])
            #expect(added.text.contains("row.0.subject") && added.text.contains("kvinna"))
            let built = try await send([
                ("do", "update"), ("text", ""), ("shown", ""), ("row.0.subject", "sex"), ("row.0.value", "female"),
                ("row.1.subject", "age"), ("row.1.join", "and"), ("row.1.from", "40"), ("row.1.through", ""),
            ])
            #expect(built.text.contains("sex = female and age &gt;= 40"))
            let typed = try await send([
                ("do", "update"), ("text", "region = 24 or not sex = male"), ("shown", "sex = female"), ("row.0.subject", "sex"),
                ("row.0.value", "female"),
            ])
            #expect(typed.part(after: "name=\"row.0.subject\" value=\"", before: "\"") == "region")
            #expect(typed.part(after: "name=\"row.1.subject\" value=\"", before: "\"") == "sex")
            #expect(typed.text.contains("region = 24 or not sex = male"))
            let deep = try await send([("do", "update"), ("text", "not (sex = male and age >= 40)"), ("shown", "")])
            #expect(deep.text.contains("Frågan kan inte visas som fält"))
            let removed = try await send([
                ("do", "remove 0"), ("text", "sex = female and age >= 40"), ("shown", "sex = female and age >= 40"),
                ("row.0.subject", "sex"), ("row.0.value", "female"), ("row.1.subject", "age"), ("row.1.from", "40"),
            ])
            #expect(removed.part(after: "name=\"row.0.subject\" value=\"", before: "\"") == "age")
            #expect(!removed.text.contains("row.1.subject"))
        }
    }

    @Test("A fault of the text is marked at its character, with what to do; one of a row stands at the row")
    func faults() async throws {
        let site = try await TestSite(region: "12")
        try await open(site) { browser, token in
            let page = try await browser.post(
                SiteURL.cohorts.path, [("hasRows", "yes"), ("do", "ask"), ("text", "sex = female adn age >= 40"), ("shown", "")],
                token: token)
            #expect(page.status == 422)
            #expect(page.text.contains("Rad 1, tecken 14") && page.text.contains("<mark>a</mark>dn age"))
            #expect(page.text.contains("Foga ihop villkor med and eller or."))
            let row = try await browser.post(
                SiteURL.cohorts.path,
                [
                    ("hasRows", "yes"), ("do", "ask"), ("text", ""), ("shown", ""), ("row.0.subject", "age"),
                    ("row.0.from", "200"),
                ],
                token: token)
            #expect(row.status == 422 && row.text.contains("is-faulty"))
        }
    }

    @Test("Words that are no code bring suggestions from the hierarchies, and choosing one puts the code in their place")
    func suggestions() async throws {
        let site = try await TestSite(region: "12")
        try await open(site) { browser, token in
            let fields = [
                ("hasRows", "yes"), ("text", ""), ("shown", ""), ("row.0.subject", "phenotype"), ("row.0.value", "seizure"),
            ]
            let page = try await browser.post(SiteURL.cohorts.path, fields + [("do", "update")], token: token)
            #expect(page.text.contains("Menade du någon av dem?") && page.text.contains("use 0 HP:0001250"))
            let chosen = try await browser.post(SiteURL.cohorts.path, fields + [("do", "use 0 HP:0001250")], token: token)
            #expect(chosen.text.contains("phenotype under HP:0001250"))
            let json = try await browser.get(SiteURL.cohortCodes.path + "?field=phenotype&q=seizu", accept: "application/json")
                .json
            #expect(json["suggestions"]?.array?.isEmpty == false)
            #expect(try await browser.get(SiteURL.cohortCodes.path + "?field=sex&q=a").status == 404)
        }
    }

    @Test("Asking says each region's state, the basis and the time it took; without a study the law refuses, and says why")
    func asking() async throws {
        let site = try await TestSite(region: "12")
        try await open(site) { browser, token in
            let refused = try await browser.post(
                SiteURL.cohorts.path, [("hasRows", "yes"), ("do", "ask"), ("text", "all"), ("shown", "")], token: token)
            #expect(refused.status == 200)
            #expect(refused.text.contains("avböjde") && refused.text.contains("Region Skåne"))
            #expect(refused.text.contains("0 av 1 regioner svarade"))
        }
        try await open(site, as: "bioinformatiker-lund", .ownProviderComparison) { browser, token in
            let answered = try await browser.post(
                SiteURL.cohorts.path, [("hasRows", "yes"), ("do", "ask"), ("text", "all"), ("shown", "")], token: token)
            #expect(answered.text.contains("1 av 1 regioner svarade") && answered.text.contains("ms"))
            let json = try await browser.post(
                SiteURL.cohorts.path, [("hasRows", "yes"), ("do", "ask"), ("text", "all"), ("shown", "")], token: token,
                ["Accept": "application/json"]
            ).json
            #expect(json["answer"]?["total"]?.integer == 0)
        }
    }

    @Test("A saved question is its owner's alone: others neither see, open nor remove it")
    func saved() async throws {
        let site = try await TestSite(region: "12")
        let hostile = "<b onmouseover=\"alert(1)\">bröst</b>"
        try await open(site) { browser, token in
            let save = [("hasRows", "yes"), ("do", "save"), ("text", "diagnosis under ICD10:C50"), ("shown", "")]
            #expect(try await browser.post(SiteURL.cohorts.path, save + [("name", "")], token: token).status == 422)
            #expect(
                try await browser.post(SiteURL.cohorts.path, save + [("name", "om 189001019802")], token: token).status == 422)
            let saved = try await browser.post(SiteURL.cohorts.path, save + [("name", hostile)], token: token)
            #expect(saved.status == 303)
            let page = try await browser.get(try #require(saved.location))
            #expect(page.text.contains("Frågan är sparad.") && page.text.contains("diagnosis under ICD10:C50"))
            #expect(!page.text.contains("<b onmouseover"))
            let address = SiteURL.savedQuestion(1).path
            #expect(try await browser.get(address).text.contains("diagnosis under ICD10:C50"))
            try await site.test { client in
                let other = TestBrowser(client)
                try await other.signIn(as: "forvaltare-skane-1", .feasibility)
                let theirs = try await other.get(SiteURL.cohorts.path)
                #expect(!theirs.text.contains("ICD10:C50<"))
                #expect(try await other.get(address).status == 404)
                #expect(try await other.post(SiteURL.removeQuestion(1).path, [], token: theirs.token).status == 404)
            }
            #expect(try await browser.post(SiteURL.removeQuestion(1).path, [], token: nil).status == 403)
            #expect(try await browser.post(SiteURL.removeQuestion(1).path, [], token: token).status == 303)
            #expect(try await browser.get(address).status == 404)
        }
    }

    @Test("An enquiry is registered from a question, frozen, asked, answered by a steward in words, and closed")
    func enquiry() async throws {
        let site = try await TestSite(region: "12")
        try await open(site) { browser, token in
            let draft = try await browser.post(
                SiteURL.newEnquiry.path, [("hasRows", "yes"), ("text", "diagnosis under ICD10:C50"), ("shown", "")], token: token)
            #expect(draft.text.contains("diagnosis under ICD10:C50"))
            var fields = [
                ("title", "Studie <i>A</i>"), ("sponsor", "Ett bolag"), ("criteria", "diagnosis under ICD10:C50"),
                ("plannedStudy", "Fas 3"), ("contact", "studie@example.org"), ("deadline", "2026-11-01"),
            ]
            let late = try await browser.post(SiteURL.enquiries.path, fields, token: token)
            #expect(late.status == 422 && late.text.contains("Svarsdagen har redan passerat."))
            fields[5].1 = "2026-12-31"
            #expect(try await browser.post(SiteURL.enquiries.path, fields, token: nil).status == 403)
            let registered = try await browser.post(SiteURL.enquiries.path, fields, token: token)
            let address = try #require(registered.location)
            let page = try await browser.get(address)
            #expect(page.text.contains("Studie &lt;i&gt;A&lt;/i&gt;") && page.text.contains("Ingen region har tillfrågats än."))
            #expect(try await browser.post(address + "/ask", [], token: token).status == 303)
            #expect(try await browser.get(address).text.contains("Region Skåne"))
            try await site.test { client in
                let steward = TestBrowser(client)
                try await steward.signIn(as: "forvaltare-skane-2", .laboratoryOperation)
                let shown = try await steward.get(address)
                #expect(shown.text.contains("Svara för Region Skåne"))
                let empty = try await steward.post(
                    address + "/answers", [("decision", "no"), ("words", ""), ("contact", "x")], token: shown.token)
                #expect(empty.status == 422)
                let answered = try await steward.post(
                    address + "/answers",
                    [("decision", "condition"), ("words", "Om <b>etik</b>"), ("contact", "ek@example.org")],
                    token: shown.token)
                #expect(answered.status == 303)
                #expect(try await steward.post(address + "/close", [], token: shown.token).status == 403)
            }
            let after = try await browser.get(address)
            #expect(after.text.contains("ja, på villkor") && after.text.contains("Om &lt;b&gt;etik&lt;/b&gt;"))
            #expect(try await browser.post(address + "/close", [], token: token).status == 303)
            #expect(try await browser.get(address).text.contains("Förfrågan är avslutad."))
            #expect(try await browser.get(SiteURL.enquiries.path).text.contains("Ett bolag"))
        }
    }

    @Test(
        "Enquiries of others and other purposes are closed",
        arguments: [
            ("bioinformatiker-umea", Purpose.laboratoryOperation), ("forvaltare-vasterbotten-1", .laboratoryOperation),
            ("genetiker-skane", .ownPatientCare),
        ])
    func closedEnquiries(_ persona: String, _ purpose: Purpose) async throws {
        let site = try await TestSite(region: "12")
        try await open(site, as: persona, purpose) { browser, token async throws in
            #expect(try await browser.get(SiteURL.newEnquiry.path).status == 403)
            #expect(try await browser.post(SiteURL.enquiries.path, [("title", "x")], token: token).status == 403)
            #expect(try await browser.get(SiteURL.enquiry("enq-0123456789abcdef").path).status == 404)
        }
    }

    @Test(
        "Patients and log reviewers have no cohorts, and whoever is not signed in is asked to sign in",
        arguments: [
            ("patient-umea", Purpose.ownAccess), ("logggranskare-vasterbotten", .laboratoryOperation),
        ])
    func roles(_ persona: String, _ purpose: Purpose) async throws {
        let site = try await TestSite(region: "24")
        try await site.test { client in
            let browser = TestBrowser(client)
            #expect(try await browser.get(SiteURL.cohorts.path).location?.hasPrefix("/login") == true)
            try await browser.signIn(as: persona, purpose)
            #expect(try await browser.get(SiteURL.cohorts.path).status == 403)
        }
    }
}
