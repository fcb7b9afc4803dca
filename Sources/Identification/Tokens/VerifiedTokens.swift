internal import ClinicalModel
internal import Crypto
internal import Synchronization

/// A token that was found good, and for how long that may be believed.
struct VerifiedToken: Sendable {
    let credential: Credential
    /// When it has to be looked at anew, with the issuer's clock skew.
    let until: Timestamp
    /// When the token itself is over, with the issuer's clock skew.
    let end: Timestamp
    /// Identifies a token that may be used once.
    let oneTime: SHA256Digest?
}

/// The tokens that have been found good, by their SHA-256: the tokens themselves are not kept.
///
/// Bounded by two generations: when the younger is full the older is dropped, and what is used moves to the younger.
/// Cost of a hit: a lock and a lookup.
final class VerifiedTokens: Sendable {
    private final class Entry: Sendable {
        let credential: Credential
        let until: Timestamp

        init(_ credential: Credential, until: Timestamp) {
            self.credential = credential
            self.until = until
        }
    }

    private struct Generations {
        var young: [SHA256Digest: Entry] = [:]
        var old: [SHA256Digest: Entry] = [:]
    }

    private let limit: Int
    private let generations = Mutex(Generations())

    /// Keeps at most `capacity`.
    init(capacity: Int) { limit = max(1, capacity / 2) }

    var count: Int { generations.withLock { $0.young.count + $0.old.count } }

    func credential(of token: SHA256Digest, now: Timestamp) -> Credential? {
        let entry = generations.withLock { generations -> Entry? in
            if let entry = generations.young[token] { return entry }
            guard let entry = generations.old.removeValue(forKey: token) else { return nil }
            add(entry, for: token, to: &generations)
            return entry
        }
        guard let entry, now < entry.until else { return nil }
        return entry.credential
    }

    func insert(_ credential: Credential, of token: SHA256Digest, until: Timestamp) {
        let entry = Entry(credential, until: until)
        generations.withLock { add(entry, for: token, to: &$0) }
    }

    private func add(_ entry: Entry, for token: SHA256Digest, to generations: inout Generations) {
        if generations.young.count >= limit {
            generations.old = generations.young
            generations.young = [:]
        }
        generations.young[token] = entry
    }
}
