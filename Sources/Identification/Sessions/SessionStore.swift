package import AccessModel
package import ClinicalModel
internal import Crypto
internal import Synchronization

/// The sessions of a node, in memory: they are over when it stops.
///
/// Bounded in all and for each person; where there is no room the one that was silent for longest ends. Each sign-in and each change of
/// purpose begins a session under a new identifier, so that an identifier that somebody else planted or read is worth nothing.
/// Cost of finding one: SHA-256 of 43 bytes and a lookup under a lock.
package final class SessionStore: Sendable {
    package struct Limits: Hashable, Sendable {
        /// Without a request for so long, and it is over.
        package var idle = Duration.seconds(30 * 60)
        /// However busy: a working day.
        package var longest = Duration.seconds(10 * 3600)
        package var sessions = 10_000
        package var perPerson = 10

        package init() {}
    }

    package let limits: Limits
    private let sessions = Mutex<[SHA256Digest: BrowserSession]>([:])
    private let now: @Sendable () -> Timestamp
    private let random: RandomBytes

    package init(
        limits: Limits = Limits(), random: RandomBytes = .system, now: @escaping @Sendable () -> Timestamp
    ) {
        self.limits = limits
        self.random = random
        self.now = now
    }

    package var count: Int { sessions.withLock { $0.count } }

    /// Begins a session for somebody whose token has been verified. A purpose that is not theirs is left out, and somebody with one purpose
    /// only has chosen it. `replacing` names the session that the browser had before: it ends.
    package func begin(
        _ credential: Credential, purpose: Purpose?, replacing old: SessionIdentifier? = nil
    ) -> (SessionIdentifier, BrowserSession) {
        let time = now()
        let ends = min(time.adding(limits.longest), credential.grantsEnd ?? time.adding(limits.longest))
        return add(credential, purpose, began: time, ends: ends, replacing: old)
    }

    /// The session of that name, seen now. Nil where there is none, or it is over.
    package func find(_ identifier: SessionIdentifier) -> BrowserSession? {
        let time = now()
        return sessions.withLock { sessions in
            guard var session = sessions[identifier.digest] else { return nil }
            guard isInForce(session, time) else {
                sessions[identifier.digest] = nil
                return nil
            }
            session.seen = max(session.seen, time)
            sessions[identifier.digest] = session
            return session
        }
    }

    /// The same person with another purpose, under a new identifier; the end of the session stays where it was. Nil where the session is
    /// over or the purpose is not among theirs.
    package func change(
        _ identifier: SessionIdentifier, to purpose: Purpose
    ) -> (SessionIdentifier, BrowserSession)? {
        guard let session = find(identifier), session.purposes.contains(purpose) else { return nil }
        return add(session.credential, purpose, began: session.began, ends: session.ends, replacing: identifier)
    }

    package func end(_ identifier: SessionIdentifier) { _ = sessions.withLock { $0.removeValue(forKey: identifier.digest) } }

    private func add(
        _ credential: Credential, _ purpose: Purpose?, began: Timestamp, ends: Timestamp, replacing old: SessionIdentifier?
    ) -> (SessionIdentifier, BrowserSession) {
        let time = now()
        let identifier = SessionIdentifier(random)
        let open = BrowserSession(
            credential: credential, purpose: nil, formToken: SecretText(random), began: began, seen: time, ends: ends)
        let chosen =
            purpose.flatMap { open.purposes.contains($0) ? $0 : nil } ?? (open.purposes.count == 1 ? open.purposes[0] : nil)
        let session = BrowserSession(
            credential: credential, purpose: chosen, formToken: open.formToken, began: began, seen: time, ends: ends)
        sessions.withLock { sessions in
            if let old { sessions[old.digest] = nil }
            makeRoom(&sessions, for: credential, time)
            sessions[identifier.digest] = session
        }
        return (identifier, session)
    }

    private func isInForce(_ session: BrowserSession, _ time: Timestamp) -> Bool {
        time < session.ends && time < session.seen.adding(limits.idle)
    }

    private func makeRoom(_ sessions: inout [SHA256Digest: BrowserSession], for credential: Credential, _ time: Timestamp) {
        let own = sessions.filter {
            $0.value.credential.issuer == credential.issuer && $0.value.credential.actor.identity == credential.actor.identity
        }
        if own.count >= limits.perPerson, let oldest = own.min(by: { $0.value.seen < $1.value.seen }) {
            sessions[oldest.key] = nil
        }
        guard sessions.count >= limits.sessions else { return }
        sessions = sessions.filter { isInForce($0.value, time) }
        if sessions.count >= limits.sessions, let oldest = sessions.min(by: { $0.value.seen < $1.value.seen }) {
            sessions[oldest.key] = nil
        }
    }
}
