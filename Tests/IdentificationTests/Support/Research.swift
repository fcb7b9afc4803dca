import ClinicalModel
import Identification
import StructuredText
import Testing

/// Claims and settings of research as the tests use them.
enum Research {
    static let url = "https://login.example"
    static let keySet = "https://login.example/keys"
    static let visaURL = "https://permits.example"
    static let visaKeySet = "https://permits.example/keys"
    static let project = "2025-01234-01"

    static func issuer() throws -> OpenIDIssuer {
        let mapping = ResearchClaims(homes: [
            "uu.se": ResearchClaims.Home(
                region: RegionCode("03"), organisation: OrganisationCode("SE03-UPPSALA-UNIVERSITET")),
            "abroad.example": ResearchClaims.Home(region: nil, organisation: nil),
        ])
        return OpenIDIssuer(
            url: url, audiences: ["samsyn"], keySet: try #require(KeySetAddress(keySet)), claims: .research(mapping))
    }

    static func visaIssuer() throws -> VisaIssuer {
        VisaIssuer(
            url: visaURL, keySet: try #require(KeySetAddress(visaKeySet)),
            projectPrefixes: ["https://samsyn.example/projects/"])
    }

    static func claims(_ now: Timestamp, visas: [String] = [], _ changes: [String: JSONValue?] = [:]) -> JSONValue {
        let seconds = now.milliseconds / 1000
        let usual: [String: JSONValue] = [
            "iss": JSONValue(.string(url)), "aud": "samsyn", "sub": "tove@login.example",
            "iat": JSONValue(integerLiteral: seconds),
            "exp": JSONValue(integerLiteral: seconds + 300), "name": "Tove Test",
            "orcid": "https://orcid.org/0000-0002-1825-0097",
            "eduperson_scoped_affiliation": ["student@uu.se", "Faculty@UU.se"],
            "eduperson_assurance": ["https://refeds.org/assurance", "https://refeds.org/assurance/IAP/medium"],
            "ga4gh_passport_v1": JSONValue(visas),
        ]
        let all = usual.mapValues { Optional($0) }.merging(changes) { $1 }
        return JSONValue(members: all.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
    }

    /// The claims of a visa for one project, with changes to the claims and to the visa object; nil takes one away.
    static func visa(
        _ now: Timestamp, _ changes: [String: JSONValue?] = [:], object: [String: JSONValue?] = [:]
    ) -> JSONValue {
        let seconds = now.milliseconds / 1000
        let usual: [String: JSONValue] = [
            "type": "ControlledAccessGrants", "value": JSONValue(.string("https://samsyn.example/projects/" + project)),
            "source": "https://etik.example", "asserted": JSONValue(integerLiteral: seconds - 86_400), "by": "dac",
        ]
        let visa = usual.mapValues { Optional($0) }.merging(object) { $1 }
        let claims: [String: JSONValue?] = [
            "iss": JSONValue(.string(visaURL)), "sub": "tove@login.example", "iat": JSONValue(integerLiteral: seconds - 60),
            "exp": JSONValue(integerLiteral: seconds + 3600),
            "ga4gh_visa_v1": JSONValue(members: visa.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }),
        ]
        return JSONValue(members: claims.merging(changes) { $1 }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
    }
}
