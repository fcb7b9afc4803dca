package import StructuredText

/// Where a value is not what its schema says. It never repeats the value.
package struct SchemaFault: Error, Hashable, Sendable {
    /// As JavaScript would reach it: `files[0].name`; empty for the value as a whole.
    package let path: String
    /// Line 0 where the value was not read from a text.
    package let place: SourcePlace
    /// What would have been right: "text of 1 to 64 characters".
    package let expected: LocalizedText
}
