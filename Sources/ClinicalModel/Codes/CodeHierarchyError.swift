/// Why a code system's file gives no hierarchy.
package struct CodeHierarchyError: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Code: String, Sendable, CaseIterable {
        case notOBO, noVersion, badCode, repeatedTerm, notOncoTree, notJSON, empty, cycle
    }

    package let code: Code
    package let system: CodeSystem
    /// 1-based; nil where the fault has no line.
    package let line: Int?

    package init(_ code: Code, system: CodeSystem, line: Int? = nil) {
        self.code = code
        self.system = system
        self.line = line
    }

    package var message: String {
        switch code {
        case .notOBO: "the file is not in OBO format 1.2 or 1.4."
        case .noVersion: "the header has no data-version."
        case .badCode: "an identifier is not a code of \(system.rawValue)."
        case .repeatedTerm: "a term is defined twice."
        case .notOncoTree: "a tumour type lacks its code, its parent or its children, or contradicts its place in the tree."
        case .notJSON: "the file is not JSON."
        case .empty: "the file has no terms of \(system.rawValue)."
        case .cycle: "a term lies under itself."
        }
    }

    package var remedy: String {
        switch code {
        case .notOBO, .noVersion, .badCode, .repeatedTerm, .notOncoTree, .notJSON, .empty:
            "Fetch the edition again from its publisher, unaltered."
        case .cycle: "Take another edition, and tell the publisher: a hierarchy cannot have a cycle."
        }
    }

    package var description: String { (line.map { "line \($0): " } ?? "") + "\(message) \(remedy) (\(code.rawValue))" }
}
