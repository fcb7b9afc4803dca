import AccessModel
import ClinicalModel
import Identification
import StructuredText
import Testing

struct CareClaimTests {
    let provider = TestProvider()

    func verify(_ changes: [String: JSONValue?], _ issuer: OpenIDIssuer? = nil) async throws -> Credential {
        let key = try await TestKey.make(.edDSA, "1")
        provider.publish([key])
        return try await provider.verifier([try issuer ?? Care.issuer()]).verify(
            try key.token(Care.claims(provider.clock.now, changes)))
    }

    @Test(
        arguments: [
            (
                "Vård och behandling", "samsyn;physician",
                [.ownPatientCare, .sharedDocumentation, .anotherPatientsCare, .ownProviderComparison]
            ),
            (
                "VÅRD OCH BEHANDLING", "samsyn;bioinformatician",
                [.ownPatientCare, .sharedDocumentation, .anotherPatientsCare, .ownProviderComparison, .laboratoryOperation]
            ),
            ("Kvalitetsregister", "samsyn;laboratory-scientist", [.qualityRegister]),
            ("Kvalitetssäkring", "samsyn;physician", [.qualityFollowUp]),
            ("Statistik", "samsyn;nurse", [.statistics]),
            ("Forskning", "samsyn;researcher", [.research, .feasibility]),
            ("Administration", "samsyn;physician", [.qualityFollowUp]),
            ("Administration", "samsyn;data-steward", [.qualityFollowUp, .laboratoryOperation, .statistics, .feasibility]),
        ] as [(String, String, Set<Purpose>)])
    func `A commission gives its purposes, and one alone binds the token`(
        _ commission: String, _ role: String, _ purposes: Set<Purpose>
    ) async throws {
        let credential = try await verify([
            "commissionPurpose": JSONValue(.string(commission)), "systemRole": JSONValue(.string(role)),
        ])
        #expect(credential.actor.purposes == purposes)
        #expect(credential.purpose == (purposes.count == 1 ? purposes.first : nil))
        #expect(credential.actor.projects.isEmpty)
    }

    @Test func `A token's own purpose binds it, and has to be the commission's`() async throws {
        #expect(try await verify(["samsyn_purpose": "shared-documentation"]).purpose == .sharedDocumentation)
        for purpose in ["research", "quality-register", "no-purpose", ["own-patient-care"], 1] as [JSONValue] {
            await #expect(throws: TokenError(.claims, detail: "samsyn_purpose")) {
                try await verify(["samsyn_purpose": purpose])
            }
        }
        await #expect(throws: TokenError(.claims, detail: "samsyn_purpose")) {
            try await verify(["commissionPurpose": "Statistik", "samsyn_purpose": "own-patient-care"])
        }
    }

    @Test(
        arguments: [
            ("employeeHsaId", nil), ("employeeHsaId", "198001012384"), ("employeeHsaId", "SE2321000222"),
            ("employeeHsaId", "SE2321000222-å"), ("employeeHsaId", ["SE2321000222-1A2B"]),
            ("employeeHsaId", JSONValue(.string("SE2321000222-" + String(repeating: "A", count: 19)))),
            ("healthCareProviderHsaId", nil), ("healthCareProviderHsaId", "SE5555555555-0001"), ("healthCareProviderHsaId", 1),
            ("healthCareUnitHsaId", "a unit"), ("healthCareUnitHsaId", 7),
            ("commissionHsaId", nil), ("commissionHsaId", ""), ("commissionPurpose", nil), ("commissionPurpose", "Övrigt"),
            ("commissionPurpose", ["Vård och behandling", "Statistik"]), ("commissionPurpose", []),
            ("systemRole", nil), ("systemRole", "samsyn;patient"), ("systemRole", "samsyn;system"), ("systemRole", "physician!"),
            ("healthCareProviderOrgNo", "2321000016"), ("healthCareProviderOrgNo", "5555555555"), ("regionCode", "01"),
            ("regionCode", 24),
        ] as [(String, JSONValue?)])
    func `A claim that is missing, unknown or in contradiction is named`(_ claim: String, _ value: JSONValue?) async throws {
        await #expect(throws: TokenError(.claims, detail: claim)) { try await verify([claim: value]) }
    }

    @Test func `Identities are compared as the directory does, without regard to case`() async throws {
        let credential = try await verify([
            "employeeHsaId": " se2321000222-1a2b", "healthCareProviderHsaId": "se2321000222-0001",
            "healthCareProviderOrgNo": "232100-0222", "regionCode": "24", "commissionPurpose": ["Vård och behandling"],
        ])
        #expect(credential.actor.identity == "SE2321000222-1A2B")
        #expect(credential.actor.provider?.text == "SE24-NUS")
    }

    @Test func `The organisation number serves where there is no HSA identity of the provider`() async throws {
        let credential = try await verify(["healthCareProviderHsaId": nil, "healthCareProviderOrgNo": "2321000222"])
        #expect(credential.actor.region?.description == "24")
    }

    @Test func `Units have a table, and licences say a role where there is no system role`() async throws {
        var issuer = try Care.issuer()
        guard case .care(var mapping) = issuer.claims else { return #expect(Bool(false)) }
        mapping.units = ["se2321000222-kgen": try #require(OrganisationCode("SE24-NUS-KLINGEN"))]
        issuer = OpenIDIssuer(url: issuer.url, audiences: issuer.audiences, keySet: issuer.keySet, claims: .care(mapping))
        let credential = try await verify(["systemRole": nil, "healthcareProfessionalLicense": ["XX", "LK"]], issuer)
        #expect(credential.actor.careUnit?.text == "SE24-NUS-KLINGEN")
        #expect(credential.actor.role == .physician)
        #expect(try await verify(["healthCareUnitHsaId": nil]).actor.careUnit == nil)
    }

    @Test func `A federation's prefix before every attribute`() async throws {
        let prefix = "http://sambi.se/attributes/1/"
        var issuer = try Care.issuer()
        guard case .care(var mapping) = issuer.claims else { return #expect(Bool(false)) }
        mapping.names = CareClaims.Names(prefix: prefix)
        issuer = OpenIDIssuer(url: issuer.url, audiences: issuer.audiences, keySet: issuer.keySet, claims: .care(mapping))
        let own = ["iss", "aud", "sub", "iat", "exp", "name"]
        let members = try #require(Care.claims(provider.clock.now).members)
        let claims = JSONValue(members: members.map { ((own.contains($0.name) ? "" : prefix) + $0.name, $0.value) })
        let key = try await TestKey.make(.edDSA, "1")
        provider.publish([key])
        let credential = try await provider.verifier([issuer]).verify(try key.token(claims))
        #expect(credential.actor.role == .clinicalGeneticist)
    }

    @Test func `The name is put together, or the identity stands for it`() async throws {
        #expect(try await verify(["name": nil, "given_name": "Karin", "family_name": "Test"]).actor.name == "Karin Test")
        #expect(try await verify(["name": nil]).actor.name == "SE2321000222-1A2B")
    }
}
