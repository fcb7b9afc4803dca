import AccessModel
import ClinicalModel
import Identification
import StructuredText
import Testing

struct ResearchClaimTests {
    let provider = TestProvider()

    func verify(_ changes: [String: JSONValue?]) async throws -> Credential {
        let key = try await TestKey.make(.es256, "1")
        provider.publish([key], at: Research.keySet)
        return try await provider.verifier([try Research.issuer()]).verify(
            try key.token(Research.claims(provider.clock.now, changes)))
    }

    @Test func `A researcher by ORCID, affiliation and assurance`() async throws {
        let actor = try await verify([:]).actor
        #expect(actor.identity == "0000-0002-1825-0097")
        #expect(actor.role == .researcher)
        #expect(actor.region?.description == "03")
        #expect(actor.provider?.text == "SE03-UPPSALA-UNIVERSITET")
        #expect(actor.purposes == [.research, .feasibility])
        #expect(actor.projects.isEmpty)
        let abroad = try await verify(["eduperson_scoped_affiliation": "staff@abroad.example"]).actor
        #expect(abroad.region == nil)
        #expect(abroad.provider == nil)
    }

    @Test func `Without an ORCID the home organisation's own identifier`() async throws {
        #expect(
            try await verify(["orcid": nil, "eduperson_unique_id": "AB12@uu.se"]).actor.identity == "ab12@uu.se")
        #expect(
            try await verify(["orcid": nil, "eduperson_orcid": ["0000-0002-1694-233X"]]).actor.identity == "0000-0002-1694-233X")
        for value in [nil, "ab12", "a@b@c", 7] as [JSONValue?] {
            await #expect(throws: TokenError(.claims, detail: "orcid")) {
                try await verify(["orcid": nil, "eduperson_unique_id": value])
            }
        }
    }

    @Test(
        arguments: [
            ("orcid", "0000-0002-1825-0098"), ("orcid", "0000-0002-1825"), ("eduperson_scoped_affiliation", nil),
            ("eduperson_scoped_affiliation", "student@uu.se"), ("eduperson_scoped_affiliation", "faculty@foreign.example"),
            ("eduperson_scoped_affiliation", "faculty@uu.se@foreign.example"), ("eduperson_assurance", nil),
            ("eduperson_assurance", ["https://refeds.org/assurance/IAP/low"]), ("samsyn_purpose", "own-patient-care"),
            ("ga4gh_passport_v1", "a visa"), ("sub", nil),
            ("ga4gh_passport_v1", JSONValue([String](repeating: "a.b.c", count: 65))),
        ] as [(String, JSONValue?)])
    func `A claim that is missing or does not do is named`(_ claim: String, _ value: JSONValue?) async throws {
        await #expect(throws: TokenError(.claims, detail: claim)) { try await verify([claim: value]) }
    }

    /// ISO 7064 finds every wrong character and every exchange of neighbours.
    @Test(arguments: ["0000-0002-1825-0097", "0000-0001-5109-3700", "0000-0002-1694-233X"])
    func `The check character of an ORCID finds slips of the pen`(_ text: String) throws {
        #expect(ORCID(text)?.text == text)
        #expect(ORCID("http://orcid.org/" + text)?.text == text)
        let characters = Array(text)
        for place in characters.indices where characters[place] != "-" {
            for digit in "0123456789X" where digit != characters[place] {
                var other = characters
                other[place] = digit
                #expect(ORCID(String(other)) == nil)
            }
        }
        #expect(ORCID("") == nil)
        #expect(ORCID(text + " ") == nil)
        #expect(ORCID("https://orcid.example/" + text) == nil)
    }
}
