/// An identity provider that a node trusts, and what it is trusted with.
package struct OpenIDIssuer: Hashable, Sendable {
    /// Which tokens may be used once only. They have to bear a `jti`.
    package enum SingleUse: Hashable, Sendable {
        case none, all
        /// Those with this claim set to true.
        case claimed(String)
    }

    /// As `iss` writes it, character by character.
    package let url: String
    /// A token names one of these in `aud`.
    package let audiences: Set<String>
    package let keySet: KeySetAddress
    package let claims: ClaimMapping
    package var algorithms = Set(TokenAlgorithm.allCases)
    /// How much the issuer's clock may differ from the node's.
    package var clockSkew = Duration.seconds(30)
    package var singleUse = SingleUse.claimed("single_use")
    /// One of these has to stand in `acr`, such as `http://id.sambi.se/loa/loa3`. Empty where it does not matter.
    package var assuranceLevels: Set<String> = []

    package init(url: String, audiences: Set<String>, keySet: KeySetAddress, claims: ClaimMapping) {
        self.url = url
        self.audiences = audiences
        self.keySet = keySet
        self.claims = claims
    }

    /// The same provider, for tokens made for others.
    package func with(audiences: Set<String>) -> OpenIDIssuer {
        var issuer = OpenIDIssuer(url: url, audiences: audiences, keySet: keySet, claims: claims)
        issuer.algorithms = algorithms
        issuer.clockSkew = clockSkew
        issuer.singleUse = singleUse
        issuer.assuranceLevels = assuranceLevels
        return issuer
    }
}
