package import AccessModel
package import ClinicalModel

/// What names a session: the cookie's value.
package typealias SessionIdentifier = SecretText

/// Somebody who has signed in with a browser.
package struct BrowserSession: Hashable, Sendable {
    package let credential: Credential
    /// Why they are looking. Nil until they have chosen.
    package let purpose: Purpose?
    /// Stands in every form, so that other sites cannot send one in somebody's name.
    package let formToken: SecretText
    package let began: Timestamp
    /// Of the latest request.
    package var seen: Timestamp
    /// When it is over however busy it is.
    package let ends: Timestamp

    package init(
        credential: Credential, purpose: Purpose?, formToken: SecretText, began: Timestamp, seen: Timestamp, ends: Timestamp
    ) {
        self.credential = credential
        self.purpose = purpose
        self.formToken = formToken
        self.began = began
        self.seen = seen
        self.ends = ends
    }

    /// The purposes that may be chosen: the commission's own, or the one that the token is bound to.
    package var purposes: [Purpose] {
        if let bound = credential.purpose { return [bound] }
        return Purpose.allCases.filter(credential.actor.purposes.contains)
    }
}
