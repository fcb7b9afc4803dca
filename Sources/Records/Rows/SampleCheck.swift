package import ClinicalModel

/// A random sample of the ledger, and what a reviewer found (HSLF-FS 2016:40, 4 kap. 9 §: systematic and recurring).
package struct SampleCheck: Hashable, Sendable {
    package struct Assessment: Hashable, Sendable {
        package let text: String
        package let signer: String
        package let time: Timestamp

        package init(text: String, signer: String, time: Timestamp) {
            self.text = text
            self.signer = signer
            self.time = time
        }
    }

    package let id: Int
    /// Both ends are included.
    package let period: ClosedRange<Timestamp>
    package let seed: UInt64
    /// Numbers of events.
    package let events: [Int]
    package let drawn: Timestamp
    /// Nil until it has been assessed and signed; then it stays as it is.
    package let assessment: Assessment?
}
