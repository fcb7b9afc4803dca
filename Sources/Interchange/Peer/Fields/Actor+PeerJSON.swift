internal import AccessModel
internal import ClinicalModel
internal import StructuredText

extension Actor {
    var peerJSON: JSONValue {
        JSONValue(members: [
            ("identity", JSONValue(.string(identity))), ("name", JSONValue(.string(name))),
            ("role", JSONValue(.string(role.rawValue))), ("region", region.map { JSONValue(.string($0.description)) }),
            ("provider", provider.map { JSONValue(.string($0.text)) }),
            ("careUnit", careUnit.map { JSONValue(.string($0.text)) }),
            ("purposes", .words(purposes.map(\.rawValue))), ("projects", .words(projects)),
            (
                "selves",
                JSONValue(
                    selves.sorted { $0.key < $1.key }.map { region, pseudonym in
                        [
                            "region": JSONValue(.string(region.description)), "pseudonym": JSONValue(.string(pseudonym.text)),
                        ] as JSONValue
                    })
            ),
        ])
    }

    init(_ fields: PeerFields) throws(PeerMessageError) {
        var selves: [RegionCode: Pseudonym] = [:]
        for entry in try fields.objects("selves", limit: RegionCode.all.count) {
            selves[try entry.value("region") { RegionCode($0) }] = try entry.value("pseudonym") { Pseudonym($0) }
        }
        self.init(
            identity: try fields.text("identity"), name: try fields.text("name"), role: try fields.word("role"),
            region: try fields.optionalValue("region") { RegionCode($0) },
            provider: try fields.optionalValue("provider") { OrganisationCode($0) },
            careUnit: try fields.optionalValue("careUnit") { OrganisationCode($0) },
            purposes: Set(try fields.words("purposes") as [Purpose]), projects: Set(try fields.texts("projects")),
            selves: selves)
    }
}
