/// The members of one mapping by name.
package struct AccessFileFields {
    private(set) var values: [String: AccessFileNode]
    /// The mapping itself: where an absent member is missing.
    package let whole: AccessFileNode

    init(values: [String: AccessFileNode], whole: AccessFileNode) {
        self.values = values
        self.whole = whole
    }

    /// The member of that name, which has to be there.
    package subscript(_ name: String) -> AccessFileNode {
        get throws(AccessFileError) {
            guard let value = values[name] else { throw whole.error(.missingKey(name)) }
            return value
        }
    }

    package func optional(_ name: String) -> AccessFileNode? { values[name] }

    /// These members, and of the earlier ones those that are not given here.
    func over(_ earlier: AccessFileFields) -> AccessFileFields {
        AccessFileFields(values: earlier.values.merging(values) { _, later in later }, whole: whole)
    }
}
