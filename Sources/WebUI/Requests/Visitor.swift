package import AccessModel
package import Identification

/// Who is looking, and for which purpose: a session that is in force.
package struct Visitor: Sendable {
    package let session: BrowserSession
    /// Of the cookie, for what changes the session.
    package let identifier: SessionIdentifier

    package init(session: BrowserSession, identifier: SessionIdentifier) {
        self.session = session
        self.identifier = identifier
    }

    package var actor: Actor { session.credential.actor }
    /// Nil until one has been chosen.
    package var purpose: Purpose? { session.purpose }
}
