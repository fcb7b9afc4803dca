internal import ClinicalModel
internal import Identification
internal import Operations

/// Reads the parts of a node's configuration that say whose tokens and visas it takes.
enum LoadIdentityProviders {
    static func run(
        _ providers: AccessFileNode?, visas: AccessFileNode?
    ) throws(AccessFileError) -> (providers: [OpenIDIssuer], visaIssuers: [VisaIssuer]) {
        var issuers: [OpenIDIssuer] = []
        for node in try providers?.list() ?? [] {
            let issuer = try issuer(node)
            guard !issuers.contains(where: { $0.url == issuer.url }) else { throw node.error(.valueTwice(issuer.url)) }
            issuers.append(issuer)
        }
        var visaIssuers: [VisaIssuer] = []
        for node in try visas?.list() ?? [] { visaIssuers.append(try visaIssuer(node)) }
        return (issuers, visaIssuers)
    }

    private static func issuer(_ node: AccessFileNode) throws(AccessFileError) -> OpenIDIssuer {
        let fields = try node.fields([
            "issuer", "audience", "keys", "algorithms", "clock-skew-seconds", "assurance-levels", "care", "research",
            "sign-in",
        ])
        let claims: ClaimMapping
        switch (fields.optional("care"), fields.optional("research")) {
        case (let care?, nil): claims = .care(try careClaims(care))
        case (nil, let research?): claims = .research(try researchClaims(research))
        default:
            throw node.error(
                .other(
                    "whom the provider knows is not said.",
                    remedy: "Give care (staff by HSA identity) or research, one of the two."))
        }
        var issuer = OpenIDIssuer(
            url: try fields["issuer"].text(), audiences: Set(try fields["audience"].texts()), keySet: try keySet(fields),
            claims: claims)
        if let node = fields.optional("algorithms") { issuer.algorithms = Set(try node.several(of: TokenAlgorithm.self)) }
        if let node = fields.optional("clock-skew-seconds") { issuer.clockSkew = .seconds(try node.number(upTo: 3600)) }
        if let node = fields.optional("assurance-levels") { issuer.assuranceLevels = Set(try node.texts()) }
        return issuer
    }

    /// Where `keys` says, else where the issuer itself says.
    private static func keySet(_ fields: AccessFileFields) throws(AccessFileError) -> KeySetAddress {
        if let node = fields.optional("keys") { return try node.keySet() }
        let issuer = try fields["issuer"]
        guard let address = KeySetAddress(discoveredFrom: try issuer.text()) else {
            throw issuer.error(
                .other(
                    "nothing can be asked at this issuer for its keys.",
                    remedy: "Give keys: where they are. An issuer of https:// is asked by itself."))
        }
        return address
    }

    private static func careClaims(_ node: AccessFileNode) throws(AccessFileError) -> CareClaims {
        let fields = try node.fields(["providers", "units", "claim-prefix"])
        var providers: [String: CareClaims.Provider] = [:]
        for (key, value) in try fields["providers"].members() {
            let provider = try value.fields(["organisation", "region"])
            providers[try key.text()] = CareClaims.Provider(
                code: try provider["organisation"].organisation(), region: try provider["region"].region())
        }
        var claims = CareClaims(providers: providers)
        if let units = fields.optional("units") {
            for (key, value) in try units.members() { claims.units[try key.text()] = try value.organisation() }
        }
        if let prefix = fields.optional("claim-prefix") { claims.names = CareClaims.Names(prefix: try prefix.text()) }
        return claims
    }

    private static func researchClaims(_ node: AccessFileNode) throws(AccessFileError) -> ResearchClaims {
        let fields = try node.fields(["homes", "affiliations", "assurances"])
        var homes: [String: ResearchClaims.Home] = [:]
        for (key, value) in try fields["homes"].members() {
            let home = try value.fields(["region", "organisation"])
            homes[try key.text()] = ResearchClaims.Home(
                region: try home.optional("region")?.region(), organisation: try home.optional("organisation")?.organisation())
        }
        var claims = ResearchClaims(homes: homes)
        if let node = fields.optional("affiliations") { claims.affiliations = Set(try node.texts()) }
        if let node = fields.optional("assurances") { claims.assurances = Set(try node.texts()) }
        return claims
    }

    private static func visaIssuer(_ node: AccessFileNode) throws(AccessFileError) -> VisaIssuer {
        let fields = try node.fields(["issuer", "keys", "project-prefixes", "sources", "subjects-of", "may-link"])
        var issuer = VisaIssuer(
            url: try fields["issuer"].text(), keySet: try keySet(fields),
            projectPrefixes: try fields["project-prefixes"].texts())
        if let node = fields.optional("sources") { issuer.sources = Set(try node.texts()) }
        issuer.subjectsOf = try fields.optional("subjects-of")?.text()
        if let node = fields.optional("may-link") { issuer.mayLink = try node.bool() }
        return issuer
    }
}
