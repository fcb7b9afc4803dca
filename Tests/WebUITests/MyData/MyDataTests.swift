import AccessModel
import ClinicalModel
import Foundation
import HTTPTypes
import Operations
import Records
import StructuredText
import Testing
import WebUI

struct MyDataTests {
    @Test func `A patient reads every kind of yes and no, what it stops, what nobody can refuse, and who looked`() async throws {
        let patient = try await PatientSite.make()
        try await patient.read(
            patient.person, by: "nils", unit: "SE12-SUS", decision: .refused, detail: ["against": "prerequisite:care-relation"])
        try await patient.site.test { client in
            let browser = TestBrowser(client)
            try await browser.signIn(as: "patient-umea", .ownAccess)
            let page = try await browser.get("/me")
            #expect(page.status == 200)
            for kind in ConsentKind.allCases { #expect(page.text.contains("id=\"\(kind.rawValue)\""), "\(kind)") }
            #expect(page.text.contains("Kvalitetsregister, statistik och etikgodkänd forskning."))
            #expect(page.text.contains("Det här kan du inte säga nej till"))
            #expect(page.text.contains("Statistik om hälso- och sjukvården"))
            #expect(page.text.contains("PDL 3 kap. 17 §"))
            #expect(page.text.contains("Du får inte spärra ditt barns uppgifter."))
            #expect(page.text.contains("Klinisk genetik") && page.text.contains("Din vård"))
            #expect(page.text.contains("Stoppat. De deltar inte i din vård."))
            // Units, and nobody's name.
            #expect(!page.text.contains("ingrid") && !page.text.contains("nils"))
            #expect(!page.text.contains(patient.person.text) && !page.text.contains(patient.stranger.text))
            let english = try await browser.get("/me?lang=en")
            #expect(english.text.contains("What you cannot refuse") && english.text.contains("They take no part in your care."))
            let model = try await browser.get("/me", accept: "application/json")
            #expect(try model.json["regions"]?.array?.first?["statements"]?.array?.count == 11)
        }
        // Each reading of the page is in the list that is read next.
        let own = try patient.site.partition.ledger.patientView(patient.person).filter(\.isOwnDoing)
        #expect(own.count == 3 && own.allSatisfy { $0.purpose.sv == "Du läste den här listan" })
    }

    @Test func `A no is said and taken back by form, and holds from the same day`() async throws {
        let patient = try await PatientSite.make()
        try await patient.site.test { client in
            let browser = TestBrowser(client)
            try await browser.signIn(as: "patient-umea", .ownAccess)
            let page = try await browser.get("/me")
            func say(_ kind: ConsentKind, _ answer: String, _ more: [(String, String)] = []) async throws -> PageAnswer {
                try await browser.post(
                    "/me/statements", [("region", "24"), ("kind", kind.rawValue), ("answer", answer)] + more, token: page.token)
            }
            #expect(try await say(.qualityRegisterObjection, "give").location == "/me?saved=in-force")
            #expect(try await browser.get("/me?saved=in-force").text.contains("Du sa nej den 21 november 2026."))
            #expect(try await say(.qualityRegisterObjection, "take-back").location == "/me?saved=in-force")
            #expect(try await browser.get("/me").text.contains("Du tog tillbaka nej den 21 november 2026."))
            #expect(try await say(.precisionDatabaseObjection, "give").location == "/me?saved=without-effect")
            #expect(try await say(.study, "give", [("study", "2025-01234-01")]).location == "/me?saved=in-force")
            #expect(try await browser.get("/me").text.contains("2025-01234-01"))
            #expect(try await say(.study, "give").status == 403)
            #expect(try await say(.study, "give", [("study", "\"><script>alert(1)</script>")]).status == 400)
            #expect(try await say(.biobank, "maybe").status == 404)
        }
        let said = try patient.events(of: patient.person)
        #expect(said.map(\.isGiven) == [true, false, true, true] && said.allSatisfy { $0.giver == .patient })
        #expect(try patient.events(of: patient.stranger).isEmpty)
    }

    @Test func `Nobody speaks or asks about somebody else, without the form's token, or in another role`() async throws {
        let patient = try await PatientSite.make()
        let (own, foreign) = (try patient.event(about: patient.person), try patient.event(about: patient.stranger))
        try await patient.site.test { client in
            let browser = TestBrowser(client)
            try await browser.signIn(as: "patient-umea", .ownAccess)
            let token = try await browser.get("/me").token
            let fields = [("region", "24"), ("kind", "quality-register-objection"), ("answer", "give")]
            #expect(try await browser.post("/me/statements", fields, token: nil).status == 403)
            #expect(try await browser.post("/me/statements", fields, token: "wrong").status == 403)
            #expect(try await browser.post("/me/question/24/\(own)", [("words", "x")], token: nil).status == 403)
            let crossSite = try await browser.post("/me/statements", fields, token: token, ["Sec-Fetch-Site": "cross-site"])
            #expect(crossSite.status == 403)
            // A region that does not know the patient tells nothing, and a person of the form's choosing is nobody.
            #expect(try await browser.post("/me/statements", [("region", "12")] + fields.dropFirst(), token: token).status == 404)
            #expect(
                try await browser.post("/me/statements", fields + [("person", patient.stranger.text)], token: token).status == 303
            )
            #expect(try await browser.get("/me/question/24/\(foreign)").status == 403)
            #expect(try await browser.post("/me/question/24/\(foreign)", [("words", "x")], token: token).status == 403)
            #expect(try await browser.get("/me/question/12/\(own)").status == 404)
            #expect(try await browser.get("/me/question/24/nothing").status == 403)
            for (persona, purpose) in [
                ("genetiker-skane", Purpose.ownPatientCare), ("forvaltare-vasterbotten-1", .laboratoryOperation),
                ("logggranskare-vasterbotten", .laboratoryOperation),
            ] {
                let other = TestBrowser(client)
                try await other.signIn(as: persona, purpose)
                #expect(try await other.get("/me").status == 403, "\(persona)")
                #expect(try await other.get("/me/question/24/\(own)").status == 403)
                let token = try await other.get("/help").token
                #expect(try await [403, 404].contains(other.post("/me/statements", fields, token: token).status))
            }
            #expect(try await TestBrowser(client).get("/me").location == "/login?next=%2Fme")
        }
        #expect(try patient.events(of: patient.person).count == 1)
        #expect(try patient.events(of: patient.stranger).isEmpty)
        #expect(try patient.records.accessCases().isEmpty)
    }

    @Test func `A question goes from the patient to the reviewer and back, whatever its words`() async throws {
        let patient = try await PatientSite.make()
        let event = try patient.event(about: patient.person)
        let hostile = "\"\u{301}><script>alert(1)</script>"
        try await patient.site.test { client in
            let browser = TestBrowser(client)
            try await browser.signIn(as: "patient-umea", .ownAccess)
            let form = try await browser.get("/me/question/24/\(event)")
            #expect(form.text.contains("Klinisk genetik") && form.text.contains("inom 30 dagar"))
            let sent = try await browser.post("/me/question/24/\(event)", [("words", hostile)], token: form.token)
            #expect(sent.location == "/me?saved=question")
            let waiting = try await browser.get("/me?saved=question")
            #expect(
                waiting.text.contains("Väntar. Du får svar senast 21 december 2026.") && waiting.text.contains("Du har frågat"))
            #expect(!waiting.text.contains("<script>alert"))
            #expect(try await browser.post("/me/question/24/\(event)", [("words", "")], token: form.token).status == 409)

            let reviewer = TestBrowser(client)
            try await reviewer.signIn(as: "logggranskare-vasterbotten", .laboratoryOperation)
            #expect(try await reviewer.get("/ledger").text.contains("1 patientfråga att besvara"))
            #expect(try await reviewer.get("/ledger/cases").text.contains("/ledger/cases/1"))
            let asked = try await reviewer.get("/ledger/cases/1")
            #expect(
                asked.text.contains("&lt;script&gt;") && !asked.text.contains("<script>alert") && asked.text.contains("ingrid"))
            let early = [("act", "answer"), ("finding", "justified"), ("text", "Svar")]
            #expect(try await reviewer.post("/ledger/cases/1", early, token: asked.token).status == 409)
            #expect(try await reviewer.post("/ledger/cases/1", [("act", "take")], token: nil).status == 403)
            #expect(try await reviewer.post("/ledger/cases/1", [("act", "take")], token: asked.token).status == 303)
            let words = "Läkaren hade fel patient uppe. " + hostile
            let answer = [("act", "answer"), ("finding", "unjustified"), ("text", words)]
            #expect(
                try await reviewer.post("/ledger/cases/1", [("act", "answer"), ("text", "x")], token: asked.token).status == 400)
            #expect(try await reviewer.post("/ledger/cases/1", answer, token: asked.token).status == 303)
            #expect(try await reviewer.get("/ledger/cases/2").status == 404)

            let answered = try await browser.get("/me")
            #expect(
                answered.text.contains("Det fanns inget skäl att titta.") && answered.text.contains("Läkaren hade fel patient"))
            #expect(!answered.text.contains("<script>alert") && !answered.text.contains("logggranskare"))
        }
    }

    @Test func `Whoever looked does not answer for it, and only the region's reviewer answers`() async throws {
        let patient = try await PatientSite.make()
        let event = try await patient.read(patient.person, by: "LOGGGRANSKARE-vasterbotten", unit: nil)
        try await patient.site.test { client in
            let browser = TestBrowser(client)
            try await browser.signIn(as: "patient-umea", .ownAccess)
            let token = try await browser.get("/me").token
            #expect(try await browser.post("/me/question/24/\(event)", [], token: token).status == 303)
            let reviewer = TestBrowser(client)
            try await reviewer.signIn(as: "logggranskare-vasterbotten", .laboratoryOperation)
            let page = try await reviewer.get("/ledger/cases/1")
            #expect(page.text.contains("Frågan gäller din egen åtkomst.") && !page.text.contains("value=\"take\""))
            #expect(try await reviewer.post("/ledger/cases/1", [("act", "take")], token: page.token).status == 403)
            for persona in ["forvaltare-vasterbotten-1", "bioinformatiker-umea", "forvaltare-skane-1"] {
                let other = TestBrowser(client)
                try await other.signIn(as: persona, .laboratoryOperation)
                #expect(try await other.get("/ledger/cases").status == 403, "\(persona)")
                #expect(try await other.get("/ledger/cases/1").status == 403, "\(persona)")
                #expect(try await other.get("/ledger/samples").status == 403, "\(persona)")
            }
        }
        #expect(try patient.records.accessCase(1)?.state == .opened)
    }
}
