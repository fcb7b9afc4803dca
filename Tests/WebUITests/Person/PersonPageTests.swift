import AccessModel
import ClinicalModel
import Foundation
import HTTPTypes
import Operations
import Records
import StructuredText
import Testing
import WebUI

@Suite("The pages of people")
struct PersonPageTests {
    private static let geneticist = "genetiker-skane"
    private static let steward = "forvaltare-skane-1"

    /// A region with one person who has come in by the form.
    private func known(_ number: Int = 0) async throws -> (site: TestSite, person: Pseudonym, number: String) {
        let site = try await TestSite(region: "12")
        try await site.test { client in
            let browser = TestBrowser(client)
            try await browser.signIn(as: "bioinformatiker-lund", .laboratoryOperation)
            let token = try await browser.get(SiteURL.submissions.path).token
            let sent = try await browser.submit(SentSubmission("case-1", person: number), token: token)
            try #require(sent.status == 303)
        }
        let text = try SentSubmission.number(number)
        let person = try site.partition.identity.pseudonym(of: IdentityNumber.parse(text, today: PageClock.noon.date))
        try #require(try site.partition.records.person(person) != nil)
        return (site, person, text)
    }

    private func address(_ person: Pseudonym) -> String { SiteURL.person(region: "12", person: person.text, done: nil).path }

    @Test("Without a care relation the page is refused with its reason, and the deliberate act that begins one opens it")
    func care() async throws {
        let (site, person, number) = try await known()
        try await site.test { client in
            let browser = TestBrowser(client)
            try await browser.signIn(as: Self.geneticist, .ownPatientCare)
            let search = try await browser.get(SiteURL.people.path)
            #expect(search.status == 200)
            let found = try await browser.post(SiteURL.people.path, [("person", number)], token: search.token)
            #expect(found.status == 303 && found.location == address(person))
            let refused = try await browser.get(address(person))
            #expect(refused.status == 403)
            #expect(refused.text.contains("PDL 4 kap. 1 §") && refused.text.contains("Deltar du i vården av personen?"))
            #expect(!refused.text.contains("ICD10:C50.9"))
            // The report knows the law, and neither the person nor the region's own decision.
            let report = try #require(refused.part(after: "class=\"obstacle\"><a href=\"", before: "\"")).replacing(
                "&amp;", with: "&")
            #expect(report.contains("reason=prerequisite%3Acare-relation") && !report.contains(person.text))
            let obstacle = try await browser.get(report)
            #expect(obstacle.text.contains("PDL 4 kap. 1 §") && obstacle.text.contains("lagen, överallt"))
            let unsure = try await browser.post(address(person) + "/care", [], token: refused.token)
            #expect(unsure.status == 403)
            let begun = try await browser.post(address(person) + "/care", [("sure", "yes")], token: refused.token)
            #expect(begun.status == 303)
            let page = try await browser.get(try #require(begun.location))
            #expect(page.status == 200)
            #expect(page.text.contains("ICD10:C50.9") && page.text.contains("<span lang=\"en\">Seizure</span> (HP:0001250)"))
            #expect(page.text.contains("Tidslinje") && page.text.contains("Vem har tittat"))
            // Specimen, analysis and diagnosis have a lane each; the same stand in the list.
            let chart = try #require(page.part(after: "class=\"chart timeline-chart\"", before: "</svg>"))
            for (kind, title) in [("specimen", "Prov"), ("analysis", "Analys"), ("diagnosis", "Diagnos")] {
                #expect(chart.contains("class=\"mark \(kind)\"") && chart.contains(">\(title)</text>"), "\(kind)")
                #expect(page.text.contains("class=\"timeline-\(kind)\""))
            }
            #expect(chart.contains("10 jan. 2026: ") && chart.contains("i dag") && !chart.contains("class=\"mark statement\""))
            #expect(page.text.contains("B-case-1") && page.text.contains("C-case-1"))
            #expect(!page.text.contains(number))
            // Each look is there for the person to read: the search, both that were refused, the care relation and the page itself.
            #expect(try site.partition.ledger.patientView(person).count == 5)
        }
    }

    @Test(
        "What is written in the search is in no address, and what is no number is told without being repeated",
        arguments: [
            "19000101-0000", "<script>alert(1)</script>", "", "189001019802 or 1=1", String(repeating: "9", count: 500),
        ])
    func search(_ text: String) async throws {
        let (site, _, _) = try await known()
        try await site.test { client in
            let browser = TestBrowser(client)
            try await browser.signIn(as: Self.geneticist, .ownPatientCare)
            let token = try await browser.get(SiteURL.people.path).token
            let answer = try await browser.post(SiteURL.people.path, [("person", text)], token: token)
            #expect(answer.status == 400)
            if !text.isEmpty { #expect(!answer.text.contains(text)) }
            #expect(answer.location == nil)
        }
    }

    @Test("The laboratory sees specimens and analyses, and neither findings nor relatives")
    func laboratory() async throws {
        let (site, person, _) = try await known()
        try await site.test { client in
            let browser = TestBrowser(client)
            try await browser.signIn(as: Self.steward, .laboratoryOperation)
            let page = try await browser.get(address(person))
            #expect(page.status == 200)
            #expect(page.text.contains("C-case-1") && !page.text.contains("ICD10:C50.9") && !page.text.contains("HP:0001250"))
            let json = try await browser.get(address(person), accept: "application/json").json
            #expect(json["extent"]?.string == "laboratory" && json["diagnoses"]?.array?.isEmpty == true)
        }
    }

    @Test(
        "A statement is recorded with its effect, and one that the law does not let the giver make is refused with the law's words"
    )
    func statements() async throws {
        let (site, person, _) = try await known()
        try await site.test { client in
            let browser = TestBrowser(client)
            try await browser.signIn(as: Self.steward, .laboratoryOperation)
            let token = try await browser.get(address(person)).token
            func state(_ fields: [(String, String)], _ token: String?) async throws -> PageAnswer {
                try await browser.post(address(person) + "/statements", fields, token: token)
            }
            let said = try await state([("kind", "block-towards-others"), ("answer", "given"), ("giver", "patient")], token)
            #expect(said.status == 303)
            let page = try await browser.get(try #require(said.location))
            #expect(page.text.contains("Antecknat. Det gäller från och med nästa fråga."))
            #expect(page.text.contains("Spärr mot andra vårdgivare"))
            let guardian = try await state([("kind", "block-towards-others"), ("answer", "given"), ("giver", "guardian")], token)
            #expect(guardian.status == 403)
            #expect(guardian.text.contains("vårdnadshavare får inte spärra"))
            let proposed = try await state([("kind", "precision-database-objection"), ("answer", "given")], token)
            #expect(try await browser.get(try #require(proposed.location)).text.contains("i dag har det ingen verkan"))
            #expect(try await state([("kind", "biobank"), ("answer", "given")], nil).status == 403)
            #expect(try await state([("kind", "anything"), ("answer", "given")], token).status == 400)
            #expect(try site.partition.records.consentEvents(of: person).count == 2)
        }
    }

    @Test("The four ways to end data are carried out by a steward and proved; a destruction is confirmed twice")
    func endings() async throws {
        let (site, person, _) = try await known()
        try await site.test { client in
            let browser = TestBrowser(client)
            try await browser.signIn(as: Self.steward, .laboratoryOperation)
            let token = try await browser.get(address(person)).token
            func end(_ fields: [(String, String)], _ token: String?) async throws -> PageAnswer {
                try await browser.post(address(person) + "/endings", fields, token: token)
            }
            #expect(try await end([("act", "stop-using"), ("decision", "HSN 1")], nil).status == 403)
            #expect(try await end([("act", "stop-using"), ("decision", "")], token).status == 422)
            #expect(try await end([("act", "stop-using"), ("decision", "om 189001019802")], token).status == 422)
            let stopped = try await end([("act", "stop-using"), ("decision", "HSN 2026-114")], token)
            let page = try await browser.get(try #require(stopped.location))
            #expect(page.text.contains("Utfört och bevisat: ingen fråga räknar personen"))
            #expect(page.text.contains("Uppgifterna får inte användas längre.") && page.text.contains("HSN 2026-114"))
            #expect(try site.partition.records.callSets(of: person).first?.state == .useStopped)
            let unconfirmed = try await end([("act", "destroy"), ("decision", "IVO 8"), ("confirmation", "IVO 9")], token)
            #expect(unconfirmed.status == 422 && unconfirmed.text.contains("Förstöringen är inte bekräftad"))
            #expect(try site.partition.records.person(person) != nil)
            let destroyed = try await end([("act", "destroy"), ("decision", "IVO 8"), ("confirmation", "IVO 8")], token)
            #expect(try await browser.get(try #require(destroyed.location)).text.contains("ingen byte finns kvar"))
            #expect(try site.partition.records.person(person) == nil)
            #expect(try await browser.get(address(person)).status == 404)
        }
    }

    @Test(
        "Nobody ends data but a steward of the region, whatever form they send",
        arguments: [
            ("bioinformatiker-lund", Purpose.laboratoryOperation), ("genetiker-skane", .ownPatientCare),
            ("forvaltare-skane-1", .qualityFollowUp), ("forvaltare-vasterbotten-1", .laboratoryOperation),
            ("patient-umea", .ownAccess),
        ])
    func endingByOthers(_ persona: String, _ purpose: Purpose) async throws {
        let (site, person, _) = try await known()
        try await site.test { client in
            let browser = TestBrowser(client)
            try await browser.signIn(as: persona, purpose)
            let token = try await browser.get(SiteURL.start.path).token
            let answer = try await browser.post(
                address(person) + "/endings", [("act", "stop-using"), ("decision", "HSN 1")], token: token)
            #expect(answer.status == 403)
            #expect(try site.partition.records.hasStoppedUse(person) == false)
        }
    }

    @Test(
        "A person is closed to other regions, to researchers, to other patients, and to whoever is not signed in",
        arguments: [
            ("forvaltare-vasterbotten-1", Purpose.laboratoryOperation), ("bioinformatiker-umea", .laboratoryOperation),
            ("lakare-karolinska", .ownPatientCare), ("forskare-uppsala", .research), ("patient-umea", .ownAccess),
            ("logggranskare-vasterbotten", .laboratoryOperation), ("genetiker-skane", .feasibility),
        ])
    func closed(_ persona: String, _ purpose: Purpose) async throws {
        let (site, person, number) = try await known()
        try await site.test { client in
            let browser = TestBrowser(client)
            let stranger = try await browser.get(address(person))
            #expect(stranger.status == 303 && stranger.location?.hasPrefix("/login") == true)
            try await browser.signIn(as: persona, purpose)
            let page = try await browser.get(address(person))
            #expect(page.status == 403)
            #expect(!page.text.contains("C-case-1") && !page.text.contains("ICD10:C50.9"))
            let token = try await browser.get(SiteURL.start.path).token
            #expect(try await browser.post(SiteURL.people.path, [("person", number)], token: token).location == nil)
            #expect(
                try await browser.post(address(person) + "/statements", [("kind", "biobank"), ("answer", "given")], token: token)
                    .status == 403)
            #expect(try site.partition.records.consentEvents(of: person).isEmpty)
        }
    }
}
