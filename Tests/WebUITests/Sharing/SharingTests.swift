import AccessModel
import ClinicalModel
import Foundation
import Operations
import Records
import StructuredText
import Testing
import WebUI

struct SharingTests {
    private static let draft = [
        ("controller", "SE24-NUS"), ("from", "2026-12-01"), ("second", "forvaltare-vasterbotten-2"), ("suppress", "5"),
        ("risk", "0,05"),
        ("row.feasibility.other-regions", "count"), ("row.statistics.other-regions", "aggregate"),
        ("released.feasibility", "germline"), ("released.statistics", "germline"), ("band", "feasibility"),
        ("row.research.other-regions", "refused"),
    ]

    private static func example() throws -> String {
        try String(contentsOf: TestSite.root.appendingPathComponent("Examples/policy/24.yaml"), encoding: .utf8)
    }

    /// With a policy in force, by default the example's.
    private static func site(_ written: String? = nil) async throws -> TestSite {
        let site = try await TestSite()
        let steward = Actor(
            identity: "first", name: "First", role: .dataSteward, region: RegionCode("24"),
            provider: OrganisationCode("SE24-NUS"),
            careUnit: nil, purposes: [.laboratoryOperation])
        let second = Actor(
            identity: "second", name: "Second", role: .dataSteward, region: RegionCode("24"),
            provider: OrganisationCode("SE24-NUS"), careUnit: nil, purposes: [.laboratoryOperation])
        let text = try written ?? example()
        _ = try await PublishPolicy(partition: site.partition, actor: steward).propose(text, file: "test")
        _ = try await PublishPolicy(partition: site.partition, actor: second).publish(
            try #require(OrganisationCode("SE24-NUS")))
        return site
    }

    @Test func `A policy is drafted, previewed, proposed by one and signed by another, and shown with what changed`() async throws
    {
        let site = try await Self.site()
        try await site.test { client in
            let first = TestBrowser(client)
            try await first.signIn(as: "forvaltare-vasterbotten-1", .laboratoryOperation)
            let page = try await first.get("/sharing")
            #expect(page.status == 200 && page.text.utf8.count < 100_000)
            #expect(page.text.contains("Version 2 gäller sedan") && page.text.contains("Inget förslag väntar"))
            #expect(page.text.contains("class=\"level-record\"") && page.text.contains("Sedan: antal"))
            let form = try await first.get("/sharing/draft?controller=SE24-NUS")
            #expect(form.text.contains("name=\"row.research.other-regions\"") && form.text.utf8.count < 100_000)
            // What the law does not allow cannot be chosen.
            #expect(
                !form.text.contains("name=\"row.ehds-secondary-use.access-body\"")
                    && !form.text.contains("row.statistics.register"))
            let preview = try await first.post("/sharing/draft", Self.draft + [("act", "preview")], token: form.token)
            #expect(preview.status == 200 && preview.text.contains("Effekt på frågor som har ställts"))
            #expect(preview.text.contains("Forskning, andra regioner: från uppgifter om enskilda till ingenting"))
            #expect(preview.text.contains("Mindre delas") && preview.text.contains("Loggen sparar aldrig vad som söktes."))
            #expect(try site.partition.proposals().isEmpty)
            let proposed = try await first.post("/sharing/draft", Self.draft + [("act", "propose")], token: form.token)
            #expect(proposed.location == "/sharing?controller=SE24-NUS&saved=proposed")

            let own = try await first.get("/sharing")
            let digest = try #require(try site.partition.proposals().first?.digest)
            #expect(own.text.contains("Du föreslog den.") && !own.text.contains("Skriv under och publicera"))
            let sign = [("controller", "SE24-NUS"), ("digest", digest)]
            #expect(try await first.post("/sharing/publication", sign, token: own.token).status == 403)

            let second = TestBrowser(client)
            try await second.signIn(as: "forvaltare-vasterbotten-2", .laboratoryOperation)
            let waiting = try await second.get("/sharing?controller=SE24-NUS&effect=yes")
            #expect(waiting.text.contains("Skriv under och publicera") && waiting.text.contains("Effekt på frågor"))
            #expect(try await second.post("/sharing/publication", sign, token: nil).status == 403)
            let other = [("controller", "SE24-NUS"), ("digest", String(repeating: "0", count: 64))]
            #expect(try await second.post("/sharing/publication", other, token: waiting.token).status == 409)
            #expect(
                try await second.post("/sharing/publication", [("controller", "SE24-NUS")], token: waiting.token).status == 409)
            #expect(try await second.post("/sharing/publication", sign, token: waiting.token).status == 303)
            let version = try await second.get("/sharing/versions/2")
            #expect(version.text.contains("forvaltare-vasterbotten-1") && version.text.contains("forvaltare-vasterbotten-2"))
            #expect(version.text.contains("från uppgifter om enskilda till ingenting"))
            #expect(try await second.get("/sharing/versions/9").status == 404)
        }
        let policy = try site.partition.policies(of: try #require(OrganisationCode("SE24-NUS"))).policy(
            on: try #require(CivilDate("2026-12-01")))
        #expect(policy.version == 3 && policy.limit(.research, for: .otherRegions) == .refused)
        #expect(policy.limit(.statistics, for: .otherRegions) == .aggregate && policy.bandFor == [.feasibility])
    }

    @Test func `The effect is shown for seven, thirty or ninety days, and for no other period`() async throws {
        let site = try await Self.site()
        try await site.test { client in
            let browser = TestBrowser(client)
            try await browser.signIn(as: "forvaltare-vasterbotten-1", .laboratoryOperation)
            let form = try await browser.get("/sharing/draft?controller=SE24-NUS")
            for days in [7, 30, 90] { #expect(form.text.contains("<option value=\"\(days)\"")) }
            // The clock stands on 21 November 2026.
            let periods = [
                ("7", "14 november 2026"), ("30", "22 oktober 2026"), ("90", "23 augusti 2026"), ("36500", "22 oktober 2026"),
                ("-1", "22 oktober 2026"), ("x", "22 oktober 2026"),
            ]
            for (days, first) in periods {
                let page = try await browser.post(
                    "/sharing/draft", Self.draft + [("act", "preview"), ("days", days)], token: form.token)
                #expect(page.text.contains("\(first) – 21 november 2026"), "\(days)")
            }
            #expect(
                try await browser.post("/sharing/draft", Self.draft + [("act", "propose")], token: form.token).status == 303)
            let plain = try await browser.get("/sharing")
            #expect(plain.text.contains("effect=yes&amp;days=7#effect") && plain.text.contains("effect=yes&amp;days=90#effect"))
            for (days, first) in periods {
                let page = try await browser.get("/sharing?controller=SE24-NUS&effect=yes&days=\(days)")
                #expect(page.text.contains("\(first) – 21 november 2026"), "\(days)")
                let choices = try #require(page.part(after: "aria-labelledby=\"effect-periods\"", before: "</ul>"))
                #expect(choices.components(separatedBy: "aria-current=\"true\"").count == 2)
            }
        }
    }

    @Test func `The form goes on beneath what was written by hand; comments that would go are shown before anything is kept`()
        async throws
    {
        let site = try await Self.site()
        let hand = try Self.example()
        try await site.test { client in
            let browser = TestBrowser(client)
            try await browser.signIn(as: "forvaltare-vasterbotten-1", .laboratoryOperation)
            let token = try await browser.get("/sharing/draft?controller=SE24-NUS").token
            #expect(try await browser.post("/sharing/draft", Self.draft + [("act", "propose")], token: token).status == 303)
            let text = try #require(try site.partition.proposals().first?.text)
            #expect(text.hasPrefix(hand) && text.contains("# Everything else is as in version 1."))
        }
        // The same policy, with its head at the end.
        let head = "region: \"24\"\ncontroller: SE24-NUS\n"
        let turned = try await Self.site(hand.replacing(head, with: "") + head + "# <b>the end</b>\n")
        try await turned.test { client in
            let browser = TestBrowser(client)
            try await browser.signIn(as: "forvaltare-vasterbotten-1", .laboratoryOperation)
            let token = try await browser.get("/sharing/draft?controller=SE24-NUS").token
            let shown = try await browser.post("/sharing/draft", Self.draft + [("act", "propose")], token: token)
            #expect(shown.status == 200 && shown.text.contains("de här kommentarerna försvinner"))
            #expect(shown.text.contains("# &lt;b&gt;the end&lt;/b&gt;") && shown.text.contains("name=\"without-comments\""))
            #expect(try turned.partition.proposals().isEmpty)
            let agreed = Self.draft + [("without-comments", "yes"), ("act", "propose")]
            #expect(try await browser.post("/sharing/draft", agreed, token: token).status == 303)
            #expect(try turned.partition.proposals().first?.text.contains("#") == false)
        }
    }

    @Test func `One person with two accounts is one person, and a withdrawn proposal cannot be signed`() async throws {
        let site = try await TestSite { personas in
            guard let steward = personas["forvaltare-vasterbotten-1"] else { return personas }
            let again = Actor(
                identity: steward.identity.uppercased() + " ", name: steward.name, role: steward.role, region: steward.region,
                provider: steward.provider, careUnit: nil, purposes: steward.purposes)
            return personas.merging(["again": again]) { $1 }
        }
        try await site.test { client in
            let first = TestBrowser(client)
            try await first.signIn(as: "forvaltare-vasterbotten-1", .laboratoryOperation)
            let token = try await first.get("/sharing/draft?controller=SE24-NUS").token
            let alone = Self.draft.map { $0.0 == "second" ? ("second", "FORVALTARE-vasterbotten-1") : $0 }
            #expect(try await first.post("/sharing/draft", alone + [("act", "propose")], token: token).status == 400)
            #expect(try await first.post("/sharing/draft", Self.draft + [("act", "propose")], token: token).status == 303)
            let digest = try #require(try site.partition.proposals().first?.digest)
            let again = TestBrowser(client)
            try await again.signIn(as: "again", .laboratoryOperation)
            let page = try await again.get("/sharing")
            let sign = [("controller", "SE24-NUS"), ("digest", digest)]
            let refused = try await again.post("/sharing/publication", sign, token: page.token, ["Accept": "application/json"])
            #expect(refused.status == 403 && refused.problem == "policy-same-person")
            #expect(try await first.post("/sharing/withdrawal", [("controller", "SE24-NUS")], token: token).status == 303)
            let second = TestBrowser(client)
            try await second.signIn(as: "forvaltare-vasterbotten-2", .laboratoryOperation)
            let own = try await second.get("/sharing").token
            #expect(try await second.post("/sharing/publication", sign, token: own).status == 404)
        }
        #expect(try site.partition.records.policies().isEmpty)
    }

    @Test func `What cannot be read is told with its remedy, and hostile text is only text`() async throws {
        let site = try await Self.site()
        try await site.test { client in
            let browser = TestBrowser(client)
            try await browser.signIn(as: "forvaltare-vasterbotten-1", .laboratoryOperation)
            let token = try await browser.get("/sharing/draft?controller=SE24-NUS").token
            for (field, value, code) in [
                ("from", "i morgon", "day-malformed"), ("from", "2026-01-01", "draft-notLater"),
                ("suppress", "x", "number-malformed"),
                ("suppress", "4", "draft-suppressionTooLow"), ("risk", "much", "risk-malformed"),
                ("risk", "-1", "draft-riskNotPositive"),
                ("second", " ", "second-missing"), ("released.statistics", "everything", "draft-unknownDataSet"),
            ] {
                let fields = Self.draft.map { $0.0 == field ? (field, value) : $0 }
                let answer = try await browser.post("/sharing/draft", fields, token: token, ["Accept": "application/json"])
                #expect(answer.status == 400 && answer.problem == code, "\(field) \(value) \(answer.text)")
            }
            let hostile = "\"\u{301}><script>alert(1)</script>"
            let fields = Self.draft.map { $0.0 == "second" ? ("second", hostile) : $0 }
            #expect(try await !browser.post("/sharing/draft", fields, token: token).text.contains("<script>alert"))
            #expect(try await browser.post("/sharing/draft", fields + [("act", "propose")], token: token).status == 303)
            let page = try await browser.get("/sharing?effect=yes&saved=%22%3E%3Cscript%3E")
            #expect(
                page.text.contains("&lt;script&gt;") && !page.text.contains("<script>alert") && !page.text.contains("\"><script>")
            )
            #expect(try await browser.get("/sharing?controller=SE12-SUS").status == 404)
            // A cell that is sent more than the law allows gets what the law allows.
            let wide = Self.draft.map { $0.0 == "row.feasibility.other-regions" ? ($0.0, "record") : $0 }
            #expect(try await browser.post("/sharing/draft", wide + [("act", "propose")], token: token).status == 303)
            let proposed = try #require(try site.partition.proposals().first)
            let policy = try LoadPolicy.parse(proposed.text, file: "p").versions.last
            #expect(policy?.limit(.feasibility, for: .otherRegions) == .count)
        }
    }

    @Test func `A batch waits for enough people`() async throws {
        let site = try await Self.site()
        try await site.test { client in
            let browser = TestBrowser(client)
            try await browser.signIn(as: "forvaltare-vasterbotten-1", .laboratoryOperation)
            let token = try await browser.get("/sharing").token
            #expect(try await browser.post("/sharing/batches", [("controller", "SE24-NUS")], token: nil).status == 403)
            let answer = try await browser.post("/sharing/batches", [("controller", "SE24-NUS")], token: token)
            #expect(answer.location == "/sharing?controller=SE24-NUS&saved=too-few")
        }
    }

    @Test(arguments: [
        ("genetiker-skane", Purpose.ownPatientCare), ("patient-umea", .ownAccess),
        ("logggranskare-vasterbotten", .laboratoryOperation),
        ("forvaltare-vasterbotten-1", .statistics),
    ])
    func `Sharing is closed to other roles and purposes`(_ persona: String, _ purpose: Purpose) async throws {
        let site = try await Self.site()
        try await site.test { client in
            let browser = TestBrowser(client)
            try await browser.signIn(as: persona, purpose)
            for path in ["/sharing", "/sharing/draft?controller=SE24-NUS", "/sharing/versions/1"] {
                #expect(try await browser.get(path).status == 403, "\(path)")
            }
            let token = try await browser.get("/help").token
            for path in ["/sharing/draft", "/sharing/publication", "/sharing/withdrawal", "/sharing/batches"] {
                #expect(try await browser.post(path, Self.draft, token: token).status == 403, "\(path)")
            }
        }
    }

    @Test func `Another region's steward finds no policy here to change`() async throws {
        let site = try await Self.site()
        try await site.test { client in
            let browser = TestBrowser(client)
            try await browser.signIn(as: "forvaltare-skane-1", .laboratoryOperation)
            #expect(try await browser.get("/sharing").status == 404)
            let token = try await browser.get("/help").token
            let answer = try await browser.post("/sharing/draft", Self.draft + [("act", "propose")], token: token)
            #expect(answer.status == 404)
        }
        #expect(try site.partition.proposals().isEmpty)
    }
}
