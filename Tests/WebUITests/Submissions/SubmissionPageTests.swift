import AccessModel
import ClinicalModel
import Foundation
import HTTPTypes
import Operations
import Records
import StructuredText
import Testing
import WebUI

@Suite("The pages of submissions")
struct SubmissionPageTests {
    private static let laboratory = "bioinformatiker-lund"

    private func open(
        _ site: TestSite, as persona: String = laboratory, _ work: @escaping @Sendable (TestBrowser, String) async throws -> Void
    )
        async throws
    {
        try await site.test { client in
            let browser = TestBrowser(client)
            try await browser.signIn(as: persona, .laboratoryOperation)
            let page = try await browser.get(SiteURL.submissions.path)
            #expect(page.status == 200)
            try await work(browser, try #require(page.token))
        }
    }

    @Test("A submission sent by a plain form has a receipt in words, and is counted by nobody but its owner until it is released")
    func plainForm() async throws {
        let site = try await TestSite(region: "12")
        try await open(site) { browser, token in
            let sent = try await browser.submit(SentSubmission("case-1"), token: token)
            #expect(sent.status == 303)
            let page = try await browser.get(try #require(sent.location))
            #expect(page.status == 200)
            #expect(page.text.contains("Mottaget: 1 person, 1 analys, 1 fil."))
            #expect(page.text.contains("Inte utgiven än: ingen utom ägaren räknar den."))
            let english = try await browser.get(try #require(sent.location) + "?lang=en")
            #expect(english.text.contains("Accepted: 1 person, 1 call set, 1 file."))
            let list = try await browser.get(SiteURL.submissions.path)
            #expect(list.text.contains("case-1"))
            let json = try await browser.get(SiteURL.submissions.path, accept: "application/json").json
            #expect(json["submissions"]?.array?.first?["state"]?.string == "available")
        }
    }

    @Test("A submission with a mistake is mended on its page without its identity number leaving the server, and sent again")
    func mending() async throws {
        let site = try await TestSite(region: "12")
        let number = try SentSubmission.number(0)
        try await open(site) { browser, token in
            let faulty = try await browser.submit(SentSubmission("case-2", laboratory: "SE12-NOBODY-GMC"), token: token)
            let address = try #require(faulty.location)
            let page = try await browser.get(address)
            #expect(page.text.contains("Inget av den har tagits in"))
            #expect(page.text.contains("Regionen känner ingen sådan organisation."))
            #expect(page.text.contains("laboratory"))
            let mend = try await browser.get(address + "/mending")
            #expect(mend.status == 200)
            #expect(!mend.text.contains(number))
            #expect(mend.text.contains("withheld") && mend.text.contains("resubmission"))
            let draft = try #require(
                try await browser.get(address + "/mending", accept: "application/json").json["manifest"]?.string)
            let mended = draft.replacing("SE12-NOBODY-GMC", with: "SE12-SUS-GMC").replacing(
                "SE12-NOBODY-KLINGEN", with: "SE12-SUS-KLINGEN")
            // No file is sent again: the one that came lies in quarantine.
            let again = try await browser.post(
                address + "/mending", parts: [.field("_csrf", token), .field("manifest", mended)])
            #expect(again.status == 303)
            let receipt = try await browser.get(try #require(again.location))
            #expect(receipt.text.contains("Mottaget: 1 person, 1 analys, 1 fil."))
            let old = try await browser.get(address)
            #expect(old.text.contains("En rättad insändning har tagit dess plats"))
            let person = try site.partition.identity.pseudonym(
                of: IdentityNumber.parse(number, today: PageClock.noon.date))
            #expect(try site.partition.records.person(person) != nil)
        }
    }

    @Test("A damaged file is replaced by a mended one, with length and checksum filled in where that is asked for")
    func replacedFile() async throws {
        let site = try await TestSite(region: "12")
        try await open(site) { browser, token in
            var damaged = SentSubmission("case-3")
            damaged.vcf = Array("##fileformat=VCFv4.3\nnot a call file\n".utf8)
            let address = try #require(try await browser.submit(damaged, token: token).location)
            #expect(try await browser.get(address).text.contains("I karantän"))
            let draft = try #require(
                try await browser.get(address + "/mending", accept: "application/json").json["manifest"]?.string)
            let again = try await browser.post(
                address + "/mending",
                parts: [
                    .field("_csrf", token), .field("manifest", draft), .field("measure", "yes"),
                    .file("files", "calls.vcf", SentSubmission.file(1_000_000)),
                ])
            #expect(try await browser.get(try #require(again.location)).text.contains("Mottaget: 1 person"))
        }
    }

    @Test("Faults of a manifest are told by line and value, with the text to be mended on the same page, and nothing is kept")
    func faults() async throws {
        let site = try await TestSite(region: "12")
        try await open(site) { browser, token in
            var sent = SentSubmission("case-4")
            sent.kind = "newish"
            let page = try await browser.submit(sent, token: token)
            #expect(page.status == 422)
            #expect(page.text.contains("Det här är fel i manifestet") && page.text.contains("<code>kind</code>"))
            #expect(page.text.contains("name=\"manifest\""))
            #expect(try site.partition.records.submissions().isEmpty)
            let mended = try SentSubmission("case-4").manifest().indentedText
            let again = try await browser.post(
                SiteURL.submissions.path,
                parts: [.field("_csrf", token), .field("manifest", mended), .file("files", "calls.vcf", sent.vcf)])
            #expect(again.status == 303)
        }
    }

    @Test("Files can come in pieces, with the session's token in each, and go on where they broke off")
    func pieces() async throws {
        let site = try await TestSite(region: "12")
        try await open(site) { browser, token in
            let sent = SentSubmission("case-5")
            let begun = try await browser.post(
                SiteURL.submissions.path,
                parts: [
                    .field("_csrf", token), .file("manifest", "manifest.json", Array(try sent.manifest().indentedText.utf8)),
                ],
                accept: "application/json")
            let id = try #require(try begun.json["submission"]?["submission"]?.string)
            let file = SiteURL.submissionFile(id, sent.fileName).path
            let text = String(decoding: sent.vcf, as: UTF8.self)
            let first = String(text.prefix(40))
            let headers = ["Content-Type": "application/partial-upload", "Accept": "application/json"]
            let foreign = try await browser.send(.patch, file, headers.merging(["Upload-Offset": "0"]) { $1 }, first)
            #expect((foreign.status, foreign.problem) == (403, "foreign-form"))
            let own = headers.merging(["Samsyn-Form": token]) { $1 }
            #expect(try await browser.send(.patch, file, own.merging(["Upload-Offset": "0"]) { $1 }, first).status == 204)
            let wrong = try await browser.send(.patch, file, own.merging(["Upload-Offset": "0"]) { $1 }, first)
            #expect((wrong.status, wrong.problem) == (409, "offset-wrong"))
            let page = try await browser.get(SiteURL.submission(id).path)
            #expect(page.text.contains("Filer saknas"))
            let early = try await browser.post(
                SiteURL.finishSubmission(id).path, [], token: token, ["Accept": "application/json"])
            #expect(early.problem == "upload-incomplete")
            #expect(
                try await browser.send(.patch, file, own.merging(["Upload-Offset": "40"]) { $1 }, String(text.dropFirst(40)))
                    .status == 204)
            let finished = try await browser.post(SiteURL.finishSubmission(id).path, [], token: token)
            #expect(finished.status == 303)
            #expect(try await browser.get(SiteURL.submission(id).path).text.contains("Mottaget: 1 person"))
        }
    }

    @Test("Without the session's token nothing is taken in")
    func foreignForm() async throws {
        let site = try await TestSite(region: "12")
        try await open(site) { browser, _ in
            for token in [nil, String(repeating: "A", count: 43)] {
                let refused = try await browser.submit(SentSubmission("case-6"), token: token)
                #expect(refused.status == 403)
            }
            #expect(UploadSession.all(in: site.partition).isEmpty)
            #expect(try site.partition.records.submissions().isEmpty)
        }
    }

    @Test(
        "Only those whose work it is see submissions, and only their own region's",
        arguments: [
            ("genetiker-skane", Purpose.ownPatientCare), ("genetiker-skane", .feasibility),
            ("bioinformatiker-umea", .laboratoryOperation),
            ("patient-umea", .ownAccess), ("logggranskare-vasterbotten", .laboratoryOperation), ("forskare-uppsala", .research),
        ])
    func others(_ persona: String, _ purpose: Purpose) async throws {
        let site = try await TestSite(region: "12")
        try await open(site) { browser, token in
            let id = try #require(try await browser.submit(SentSubmission("case-7"), token: token).location)
            try await site.test { client in
                let other = TestBrowser(client)
                try await other.signIn(as: persona, purpose)
                for address in [SiteURL.submissions.path, id, id + "/mending"] {
                    #expect([403, 404].contains(try await other.get(address).status), "\(persona) \(address)")
                }
            }
        }
    }

    @Test("What stands in file names and fields of a manifest is text on the page, never markup")
    func hostileText() async throws {
        let site = try await TestSite(region: "12")
        let hostile = "<script>alert(1)</script>"
        try await open(site) { browser, token in
            var sent = SentSubmission("case\"><img src=x onerror=alert(1)>")
            let odd = try await browser.submit(sent, token: token)
            #expect(!odd.text.contains("<img src=x"))
            if let location = odd.location { #expect(!(try await browser.get(location).text.contains("<img src=x"))) }
            sent = SentSubmission("case-8")
            sent.fileName = "\(hostile).vcf"
            let named = try await browser.submit(sent, token: token)
            var page = named
            if let location = named.location { page = try await browser.get(location) }
            #expect(!page.text.contains(hostile))
            sent = SentSubmission("case-9")
            sent.kind = hostile
            #expect(!(try await browser.submit(sent, token: token).text.contains(hostile)))
            #expect(!(try await browser.get(SiteURL.submissions.path).text.contains(hostile)))
        }
    }

    @Test("The manifest with identity numbers is given out by a form alone, and that is in the ledger")
    func original() async throws {
        let site = try await TestSite(region: "12")
        let number = try SentSubmission.number(0)
        try await open(site) { browser, token in
            let address = try #require(
                try await browser.submit(SentSubmission("case-10", laboratory: "SE12-NOBODY-GMC"), token: token).location)
            #expect(try await browser.get(address + "/manifest").status == 405)
            #expect(try await browser.post(address + "/manifest", [], token: nil).status == 403)
            let fetched = try await browser.post(address + "/manifest", [], token: token)
            #expect(fetched.text.contains(number))
            #expect(fetched.headers[.contentDisposition] == "attachment; filename=\"manifest.json\"")
            let events = try site.partition.ledger.events(LedgerFilter(act: .recordRead)).map(\.event)
            #expect(events.last?.process == "intake release" && events.last?.actor == Self.laboratory)
        }
    }
}
