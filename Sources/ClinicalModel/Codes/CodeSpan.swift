/// Codes from one to another, both ends with all that lies beneath them: `ICD10:C00..C97`. A single code is the span from it to
/// itself.
package struct CodeSpan: Hashable, Sendable {
    package let first: Code
    package let last: Code

    package init(_ code: Code) {
        first = code
        last = code
    }

    /// Nil unless both are of one of `rangedSystems`, written to the same number of characters, and in order: whether C50 lies in
    /// C49..C50.4 has no answer.
    package init?(_ first: Code, _ last: Code) {
        guard CodeSpan.rangedSystems.contains(first.system), first.system == last.system,
            first.value.utf8.count == last.value.utf8.count, first.value <= last.value
        else { return nil }
        self.first = first
        self.last = last
    }

    /// The systems whose codes stand in an order that means something.
    package static let rangedSystems: Set<CodeSystem> = [.icd10, .icdOTopography]

    package var isSingle: Bool { first == last }

    /// Whether the code's own characters place it in the span: by prefix for a single code, by order of the prefixes for a range.
    func holdsByPrefix(_ code: Code) -> Bool {
        guard code.system == first.system else { return false }
        if isSingle { return code.value.utf8.starts(with: first.value.utf8) }
        let head = code.value.prefix(first.value.count)
        return head >= first.value && head <= last.value
    }
}
