package import StructuredText

/// What stays of a submission about several people when everything about one of them has been destroyed: its manifest and its receipt
/// without that person.
package struct RemainingSubmission: Sendable {
    /// Without identity numbers, as ever.
    package let manifest: String
    package let receipt: JSONValue

    package init(manifest: String, receipt: JSONValue) {
        self.manifest = manifest
        self.receipt = receipt
    }
}
