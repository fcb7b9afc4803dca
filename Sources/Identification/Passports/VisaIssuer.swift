/// Somebody who says which projects a researcher may use: an issuer of GA4GH Passport visas that a node trusts.
package struct VisaIssuer: Hashable, Sendable {
    /// `iss` of its visas.
    package let url: String
    package let keySet: KeySetAddress
    /// A ControlledAccessGrants visa names a project by one of these followed by its registration number:
    /// `https://samsyn.example/projects/` before `2025-01234-01`.
    package let projectPrefixes: [String]
    package var algorithms = Set(TokenAlgorithm.allCases)
    /// One of these has to be the visa's `source`. Empty where the issuer speaks for every source.
    package var sources: Set<String> = []
    /// Whose subjects its `sub` means: its own, or those of the identity provider named here.
    package var subjectsOf: String?
    /// Whether its LinkedIdentities visas are believed.
    package var mayLink = false

    package init(url: String, keySet: KeySetAddress, projectPrefixes: [String]) {
        self.url = url
        self.keySet = keySet
        self.projectPrefixes = projectPrefixes
    }
}
