internal import StructuredText

extension CodeHierarchy {
    /// OncoTree as its service publishes it: JSON objects nested by `children`, each with its `code` and `parent`. The file does
    /// not say its own version. Cost: one pass over the JSON.
    package static func oncotree(_ bytes: [UInt8], version: String) throws(CodeHierarchyError) -> CodeHierarchy {
        let root: JSONValue
        do throws(JSONSyntaxError) {
            root = try JSONReader.read(bytes)
        } catch {
            throw CodeHierarchyError(.notJSON, system: .oncotree, line: error.place.line)
        }
        guard let members = root.members else { throw fault(root) }
        var terms: [Code] = []
        var names: [String] = []
        var seen = Set<Code>()
        var parents: [(child: Int, parent: Int)] = []
        // The reader refuses nesting that could exhaust the stack, and this does not recurse.
        var waiting = members.map { (member: $0, parent: Int?.none) }
        while let (member, parent) = waiting.popLast() {
            let node = member.value
            guard let text = node["code"]?.string, text == member.name, let code = Code(.oncotree, text),
                let children = node["children"]?.members, node["parent"]?.string == parent.map({ terms[$0].value })
            else { throw fault(node) }
            guard seen.insert(code).inserted else {
                throw CodeHierarchyError(.repeatedTerm, system: .oncotree, line: member.place.line)
            }
            let number = terms.count
            terms.append(code)
            names.append(node["name"]?.string ?? text)
            if let parent { parents.append((number, parent)) }
            waiting.append(contentsOf: children.map { ($0, number) })
        }
        return try CodeHierarchy(
            system: .oncotree, version: version, terms: terms, names: names, alternatives: [], parents: parents)
    }

    private static func fault(_ node: JSONValue) -> CodeHierarchyError {
        CodeHierarchyError(.notOncoTree, system: .oncotree, line: node.place.line)
    }
}
