/// Which kind of body decides that data may be used for a purpose. The platform applies the decision, it never takes it.
package enum Decider: String, Sendable, CaseIterable {
    /// The care provider whose data it is.
    case provider
    /// The care provider that holds the record found by a search in a shared database.
    case careProviderThatHolds = "care-provider-that-holds"
    case registerHolder = "register-holder"
    /// The ethics review authority, and after it each region by its own disclosure decision.
    case ethicsAuthorityAndRegion = "ethics-authority-and-region"
    case accessBody = "access-body"
    case authority
    case patient
}
