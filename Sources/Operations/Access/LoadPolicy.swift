package import AccessModel
internal import ClinicalModel
internal import GenomeModel
internal import StructuredText

/// Reads a controller's policy file with its versions, each of which states what changes. The first fault is thrown with its place.
package enum LoadPolicy {
    package static func read(_ path: String) throws(AccessFileError) -> PolicyBook { try book(AccessFile.root(of: path)) }

    package static func parse(_ text: String, file: String) throws(AccessFileError) -> PolicyBook {
        try book(AccessFile.root(parsing: text, file: file))
    }

    private static func book(_ root: AccessFileNode) throws(AccessFileError) -> PolicyBook {
        let fields = try root.fields(["region", "controller", "versions"])
        let region = try fields["region"].region()
        let controller = try fields["controller"].organisation()
        var versions: [Policy] = []
        var earlier: AccessFileFields?
        for node in try fields["versions"].list() {
            let given = try node.fields(keys)
            // These two are never taken over: somebody answers for each version, from a day of its own.
            _ = try (given["published-by"], given["valid-from"])
            let fields = earlier.map(given.over) ?? given
            let policy = try version(fields, region: region, controller: controller)
            if let last = versions.last {
                guard policy.version > last.version, let from = policy.validFrom, let before = last.validFrom, from > before
                else { throw node.error(.order) }
            }
            versions.append(policy)
            earlier = fields
        }
        return PolicyBook(region: region, controller: controller, versions: versions)
    }

    private static let keys = [
        "version", "valid-from", "published-by", "suppress-below", "band-for", "data-sets", "released", "rows",
        "membership-risk",
    ]

    private static func version(
        _ fields: AccessFileFields, region: RegionCode, controller: OrganisationCode
    ) throws(AccessFileError) -> Policy {
        let publishers = try fields["published-by"].list().map { node throws(AccessFileError) in try node.text() }
        guard Set(publishers).count >= 2 else { throw try fields["published-by"].error(.twoPublishers) }
        let limit = try fields["suppress-below"].number()
        guard limit >= Policy.leastSuppression else { throw try fields["suppress-below"].error(.suppressionTooLow) }
        let dataSets = try dataSets(fields["data-sets"])
        let names = Set(dataSets.map(\.name))
        let released = try fields["released"].byName(Purpose.self) { node throws(AccessFileError) in
            var chosen = Set<String>()
            for element in try node.list() {
                let name = try element.text()
                guard names.contains(name) else { throw element.error(.unknownDataSet(name)) }
                guard chosen.insert(name).inserted else { throw element.error(.valueTwice(name)) }
            }
            return chosen
        }
        return try Policy(
            region: region, controller: controller, version: fields["version"].number(),
            validFrom: fields["valid-from"].date(), publishers: publishers,
            rows: fields["rows"].byName(Purpose.self) { node throws(AccessFileError) in
                try node.byName(Recipient.self) { node throws(AccessFileError) in try node.one(of: Granularity.self) }
            },
            suppressBelow: limit, bandFor: Set(fields.optional("band-for")?.several(of: Purpose.self) ?? []),
            dataSets: dataSets, released: released, membershipRisk: risk(fields.optional("membership-risk")))
    }

    /// `off`, or the budget in nats; the default where nothing stands.
    private static func risk(_ node: AccessFileNode?) throws(AccessFileError) -> Double? {
        guard let node else { return Policy.defaultMembershipRisk }
        let text = try node.text()
        if text == "off" { return nil }
        guard let risk = Double(text), risk > 0, risk.isFinite else { throw node.error(.badRisk) }
        return risk
    }

    private static func dataSets(_ node: AccessFileNode) throws(AccessFileError) -> [ReleasedDataSet] {
        try node.members().map { key, value throws(AccessFileError) in
            let fields = try value.fields(["sv", "en", "areas", "origins", "assays"])
            return try ReleasedDataSet(
                name: key.text(), title: LocalizedText(sv: fields["sv"].text(), en: fields["en"].text()),
                areas: Set(fields["areas"].several(of: Area.self)), origins: Set(fields["origins"].several(of: Origin.self)),
                assayKinds: Set(fields["assays"].several(of: AssayVersion.Kind.self)))
        }
    }
}
