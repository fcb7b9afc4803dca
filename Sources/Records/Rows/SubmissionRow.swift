package import ClinicalModel

/// One submission as it was received, and how far it has come.
package struct SubmissionRow: Hashable, Sendable {
    package enum State: String, Sendable, CaseIterable {
        /// On its way through the steps.
        case received
        case available
        case quarantined
        /// Quarantined, and mended by a later submission that was accepted.
        case superseded
    }

    package enum Kind: String, Sendable, CaseIterable {
        case new, resubmission, correction, replacement, addition
    }

    /// `sub-` and 16 hexadecimal digits.
    package let id: String
    package let kind: Kind
    package let state: State
    /// SHA-256 in 64 hexadecimal digits.
    package let manifestDigest: String
    /// Two submissions with the same key are one.
    package let idempotencyKey: String
    /// The manifest without identity numbers.
    package let manifest: String
    /// The submission that a resubmission mends or a correction corrects; nil for the other kinds.
    package let concerns: String?
    package let caseName: String
    /// As the manifest names it: it may turn out to be unknown.
    package let laboratory: String
    package let received: Timestamp
    /// JSON; nil until the submission is available or quarantined.
    package let receipt: String?
    /// Whether the ledger's event about the outcome has been written.
    package let isAudited: Bool

    /// Its content was destroyed by a decision: what is left is that it came, and when.
    package var isEmptied: Bool { idempotencyKey.hasPrefix("destroyed-") }

    /// A submission that has just arrived.
    package init(
        id: String, kind: Kind, manifestDigest: String, idempotencyKey: String, manifest: String, concerns: String?,
        caseName: String, laboratory: String, received: Timestamp
    ) {
        self.init(
            id: id, kind: kind, state: .received, manifestDigest: manifestDigest, idempotencyKey: idempotencyKey,
            manifest: manifest, concerns: concerns, caseName: caseName, laboratory: laboratory, received: received, receipt: nil,
            isAudited: false)
    }

    init(
        id: String, kind: Kind, state: State, manifestDigest: String, idempotencyKey: String, manifest: String,
        concerns: String?, caseName: String, laboratory: String, received: Timestamp, receipt: String?, isAudited: Bool
    ) {
        self.id = id
        self.kind = kind
        self.state = state
        self.manifestDigest = manifestDigest
        self.idempotencyKey = idempotencyKey
        self.manifest = manifest
        self.concerns = concerns
        self.caseName = caseName
        self.laboratory = laboratory
        self.received = received
        self.receipt = receipt
        self.isAudited = isAudited
    }
}
