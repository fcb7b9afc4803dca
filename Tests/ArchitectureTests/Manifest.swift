/// What `Package.swift` declares: its targets, and the doors each of them may use.
///
/// Read from the text, because `swift package dump-package` takes seconds and a lock that the running build holds.
struct Manifest {
    enum Kind: String, CaseIterable {
        case target, executableTarget, testTarget, systemLibrary
    }

    struct Target {
        let name: String
        let kind: Kind
        /// Targets and products, by name.
        let dependencies: Set<String>
    }

    /// By name.
    let targets: [String: Target]

    init(text: String) {
        let letters = Array(text.withoutComments)
        var targets: [String: Target] = [:]
        for kind in Kind.allCases {
            for block in Manifest.calls(of: ".\(kind.rawValue)(", in: letters) {
                guard let name = Manifest.string(after: "name:", in: block) else { continue }
                targets[name] = Target(name: name, kind: kind, dependencies: Manifest.dependencies(in: block))
            }
        }
        self.targets = targets
    }

    /// The arguments of every call of `opening`, by balanced parentheses.
    private static func calls(of opening: String, in letters: [Character]) -> [String] {
        let pattern = Array(opening)
        var found: [String] = []
        var index = 0
        while index + pattern.count <= letters.count {
            guard Array(letters[index..<index + pattern.count]) == pattern else {
                index += 1
                continue
            }
            let start = index + pattern.count
            var (end, depth) = (start, 1)
            while end < letters.count, depth > 0 {
                if letters[end] == "(" { depth += 1 }
                if letters[end] == ")" { depth -= 1 }
                end += 1
            }
            found.append(String(letters[start..<max(start, end - 1)]))
            index = end
        }
        return found
    }

    private static func string(after label: String, in text: String) -> String? {
        guard let label = text.firstRange(of: label) else { return nil }
        let parts = text[label.upperBound...].split(separator: "\"", maxSplits: 2, omittingEmptySubsequences: false)
        return parts.count == 3 ? String(parts[1]) : nil
    }

    private static func dependencies(in block: String) -> Set<String> {
        guard let label = block.firstRange(of: "dependencies:"), let open = block[label.upperBound...].firstIndex(of: "[")
        else { return [] }
        var (end, depth) = (block.index(after: open), 1)
        while end < block.endIndex, depth > 0 {
            if block[end] == "[" { depth += 1 }
            if block[end] == "]" { depth -= 1 }
            end = block.index(after: end)
        }
        var list = String(block[open..<end])
        var names: Set<String> = []
        while let product = list.firstRange(of: ".product("), let close = list[product.upperBound...].firstIndex(of: ")") {
            if let name = string(after: "name:", in: String(list[product.upperBound..<close])) { names.insert(name) }
            list.removeSubrange(product.lowerBound...close)
        }
        let quoted = list.split(separator: "\"", omittingEmptySubsequences: false)
        for (place, part) in quoted.enumerated() where place % 2 == 1 { names.insert(String(part)) }
        return names
    }
}
