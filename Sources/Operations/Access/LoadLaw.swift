package import AccessModel
internal import Foundation

/// Reads a law file: every purpose and every kind of consent with its versions over time. The first fault is thrown with its place.
package enum LoadLaw {
    /// How many files may amend each other in a row.
    static let amendmentLimit = 4

    package static func read(_ path: String) throws(AccessFileError) -> LawBook {
        try complete(draft(of: path, depth: 0))
    }

    /// The same from a text, where `file` is what errors call it. It cannot amend another file.
    package static func parse(_ text: String, file: String) throws(AccessFileError) -> LawBook {
        try complete(draft(AccessFile.root(parsing: text, file: file), base: nil))
    }

    /// A law as far as it has been read: the fields of each version, laid over those before.
    private struct Draft {
        var name: String
        var purposes: [Purpose: [AccessFileFields]] = [:]
        var consents: [ConsentKind: [AccessFileFields]] = [:]
        let root: AccessFileNode
    }

    private static func draft(of path: String, depth: Int) throws(AccessFileError) -> Draft {
        let root = try AccessFile.root(of: path)
        let fields = try root.fields(keys)
        guard let amends = fields.optional("amends") else { return try draft(root, base: nil) }
        guard depth < amendmentLimit else { throw amends.error(.amendsTooDeep) }
        let folder = (path as NSString).deletingLastPathComponent
        let other = try amends.text()
        let base = try draft(
            of: other.hasPrefix("/") || folder.isEmpty ? other : folder + "/" + other, depth: depth + 1)
        return try draft(root, base: base)
    }

    private static let keys = ["law", "amends", "purposes", "consents"]

    private static func draft(_ root: AccessFileNode, base: Draft?) throws(AccessFileError) -> Draft {
        let fields = try root.fields(keys)
        let name = try fields["law"].text()
        if base == nil, let amends = fields.optional("amends") { throw amends.error(.missing) }
        guard base?.name != name else { throw try fields["law"].error(.otherLawNeeded) }
        var draft = Draft(name: name, purposes: base?.purposes ?? [:], consents: base?.consents ?? [:], root: root)
        if let purposes = fields.optional("purposes") {
            try add(purposes, PurposeRule.keys, to: &draft.purposes)
        }
        if let consents = fields.optional("consents") {
            try add(consents, ConsentRule.keys, to: &draft.consents)
        }
        return draft
    }

    private static func add<Key: RawRepresentable & CaseIterable & Hashable>(
        _ node: AccessFileNode, _ keys: [String], to versions: inout [Key: [AccessFileFields]]
    ) throws(AccessFileError) where Key.RawValue == String {
        for (key, list) in try node.members() {
            let name = try key.one(of: Key.self)
            for version in try list.list() {
                let given = try version.fields(keys)
                let force = try given["from"].force()
                let earlier = versions[name] ?? []
                let dates = try earlier.map { fields throws(AccessFileError) in try fields["from"].force().date }
                if let date = force.date, let last = dates.compactMap({ $0 }).last, date <= last {
                    throw try given["from"].error(.order)
                }
                versions[name, default: []].append(earlier.last.map(given.over) ?? given)
            }
        }
    }

    private static func complete(_ draft: Draft) throws(AccessFileError) -> LawBook {
        var purposes: [Purpose: [PurposeRule]] = [:]
        for purpose in Purpose.allCases {
            guard let versions = draft.purposes[purpose], !versions.isEmpty else {
                throw AccessFileError(.notCovered(purpose.rawValue), file: draft.root.file)
            }
            purposes[purpose] = try versions.map { fields throws(AccessFileError) in try PurposeRule(fields) }
        }
        var consents: [ConsentKind: [ConsentRule]] = [:]
        for kind in ConsentKind.allCases {
            guard let versions = draft.consents[kind], !versions.isEmpty else {
                throw AccessFileError(.notCovered(kind.rawValue), file: draft.root.file)
            }
            consents[kind] = try versions.map { fields throws(AccessFileError) in try ConsentRule(fields) }
        }
        return LawBook(name: draft.name, purposes: purposes, consents: consents)
    }
}
