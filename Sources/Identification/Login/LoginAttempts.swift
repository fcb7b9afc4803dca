internal import ClinicalModel
internal import Crypto
internal import Synchronization

/// A sign-in that is under way. What proves it stays at the server.
struct LoginAttempt: Sendable {
    let provider: String
    let nonce: SecretText
    let verifier: CodeVerifier
    /// Of the cookie of the browser that began it.
    let binding: SHA256Digest
    let callback: String
    /// A path on this host.
    let next: String?
    let ends: Timestamp
}

/// The sign-ins under way, each good once and for ten minutes. Bounded: the one that ends first makes room.
final class LoginAttempts: Sendable {
    static let patience = Duration.seconds(600)

    private let attempts = Mutex<[SHA256Digest: LoginAttempt]>([:])
    private let capacity: Int

    init(capacity: Int) { self.capacity = max(1, capacity) }

    var count: Int { attempts.withLock { $0.count } }

    func add(_ attempt: LoginAttempt, state: SecretText, now: Timestamp) {
        attempts.withLock { attempts in
            if attempts.count >= capacity { attempts = attempts.filter { now < $0.value.ends } }
            if attempts.count >= capacity, let oldest = attempts.min(by: { $0.value.ends < $1.value.ends }) {
                attempts[oldest.key] = nil
            }
            attempts[state.digest] = attempt
        }
    }

    /// The attempt of that state, for the browser that began it: afterwards it is gone. One that another browser asks for is gone too, since
    /// its state has become known.
    func take(_ state: String, binding: String?, now: Timestamp) throws(LoginError) -> LoginAttempt {
        let digest = SHA256.hash(data: Array(state.utf8))
        guard let attempt = attempts.withLock({ $0.removeValue(forKey: digest) }), now < attempt.ends else {
            throw LoginError(.state)
        }
        guard let binding, SHA256.hash(data: Array(binding.utf8)) == attempt.binding else { throw LoginError(.otherBrowser) }
        return attempt
    }
}
