package import AccessModel
package import ClinicalModel

/// Who a verified bearer token says is asking.
package struct Credential: Hashable, Sendable {
    package let actor: Actor
    /// The purpose that the token itself is bound to: a commission's. Nil where the request says it.
    package let purpose: Purpose?
    /// `iss`.
    package let issuer: String
    package let expires: Timestamp
    /// Made by the development issuer, for a person who does not exist.
    package let isDevelopment: Bool
    /// When the first of the grants ends that the token carries; nil where it carries none. Whoever has signed in with it is signed out then.
    package let grantsEnd: Timestamp?

    package init(
        actor: Actor, purpose: Purpose?, issuer: String, expires: Timestamp, isDevelopment: Bool, grantsEnd: Timestamp? = nil
    ) {
        self.actor = actor
        self.purpose = purpose
        self.issuer = issuer
        self.expires = expires
        self.isDevelopment = isDevelopment
        self.grantsEnd = grantsEnd
    }
}
