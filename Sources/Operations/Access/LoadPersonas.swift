package import AccessModel
internal import ClinicalModel

/// Reads a file of actors for development: people who do not exist, by the names under which `--as` knows them.
package enum LoadPersonas {
    package static func read(_ path: String) throws(AccessFileError) -> [String: Actor] {
        try personas(AccessFile.root(of: path))
    }

    package static func parse(_ text: String, file: String) throws(AccessFileError) -> [String: Actor] {
        try personas(AccessFile.root(parsing: text, file: file))
    }

    private static func personas(_ root: AccessFileNode) throws(AccessFileError) -> [String: Actor] {
        var personas: [String: Actor] = [:]
        var identities = Set<String>()
        for (key, node) in try root.fields(["personas"])["personas"].members() {
            let fields = try node.fields([
                "identity", "name", "role", "region", "provider", "care-unit", "purposes", "projects", "selves",
            ])
            let identified = fields.optional("identity") ?? key
            let identity = try identified.text()
            guard identities.insert(identity).inserted else { throw identified.error(.identityTwice) }
            personas[try key.text()] = try Actor(
                identity: identity, name: fields["name"].text(), role: fields["role"].one(of: Actor.Role.self),
                region: fields.optional("region")?.region(), provider: fields.optional("provider")?.organisation(),
                careUnit: fields.optional("care-unit")?.organisation(),
                purposes: Set(fields["purposes"].several(of: Purpose.self)),
                projects: Set(
                    fields.optional("projects")?.list().map { node throws(AccessFileError) in try node.text() } ?? []),
                selves: selves(fields.optional("selves")))
        }
        return personas
    }

    /// A patient's pseudonyms by region; filled in once the people have been registered.
    private static func selves(_ node: AccessFileNode?) throws(AccessFileError) -> [RegionCode: Pseudonym] {
        var selves: [RegionCode: Pseudonym] = [:]
        for (key, value) in try node?.members() ?? [] {
            guard let pseudonym = Pseudonym(try value.text()) else { throw value.error(.badPseudonym) }
            selves[try key.region()] = pseudonym
        }
        return selves
    }
}
