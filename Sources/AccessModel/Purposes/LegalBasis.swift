package import StructuredText

/// What a rule rests on, in words and as a lawyer would look it up.
package struct LegalBasis: Hashable, Sendable {
    package let text: LocalizedText
    /// Such as `PDL 4 kap. 1 §`.
    package let reference: String

    package init(text: LocalizedText, reference: String) {
        self.text = text
        self.reference = reference
    }
}
