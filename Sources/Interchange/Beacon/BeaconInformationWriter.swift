package import StructuredText

/// Writes what the Beacon tells of itself.
package struct BeaconInformationWriter: Sendable {
    package let identity: BeaconIdentity
    /// Where the Beacon lies, without a slash at the end: `https://node-24.example/beacon`.
    package let address: String

    package init(identity: BeaconIdentity, address: String) {
        self.identity = identity
        self.address = address
    }

    private func text(_ text: String) -> JSONValue { JSONValue(.string(text)) }

    private func response(_ schema: String, _ content: JSONValue) -> JSONValue {
        let schemas = JSONValue([JSONValue(members: [("entityType", "info"), ("schema", text(schema))])])
        let meta = JSONValue(members: [
            ("beaconId", text(identity.identifier)), ("apiVersion", text(BeaconIdentity.apiVersion)),
            ("returnedSchemas", schemas),
        ])
        return JSONValue(members: [("meta", meta), ("response", content)])
    }

    // MARK: Who this is

    package var info: JSONValue {
        response(
            "beacon-info-v2.0.0",
            JSONValue(members: [
                ("id", text(identity.identifier)), ("name", text("Samsyn " + identity.node)),
                ("apiVersion", text(BeaconIdentity.apiVersion)), ("version", text("v" + identity.version)),
                ("environment", text(identity.isDevelopment ? "dev" : "prod")),
                (
                    "organization",
                    JSONValue(members: [("id", text("se.samsyn")), ("name", text("Samsyn, the regions' common search"))])
                ),
                (
                    "description",
                    text(
                        "Genomic and clinical findings of Swedish care. Every region answers for itself, by its own decision. Questions need a "
                            + "bearer token and a purpose.")
                ), ("welcomeUrl", text(address)),
                (
                    "info",
                    JSONValue(members: [
                        (
                            "extensions",
                            JSONValue(["or", "not", "alsoCarries", "aggregate", "regions", "elapsed_ms", "dataRelease"])
                        )
                    ])
                ),
            ]))
    }

    /// GA4GH's service-info, which has no envelope.
    package var serviceInfo: JSONValue {
        JSONValue(members: [
            ("id", text(identity.identifier)), ("name", text("Samsyn " + identity.node)),
            (
                "type",
                JSONValue(members: [("group", "org.ga4gh"), ("artifact", "beacon"), ("version", text(BeaconIdentity.apiVersion))])
            ),
            ("description", "Beacon v2 over the regions' findings."),
            ("organization", JSONValue(members: [("name", "Samsyn"), ("url", text(address))])),
            ("environment", text(identity.isDevelopment ? "dev" : "prod")), ("version", text(identity.version)),
        ])
    }

    // MARK: What it holds

    package var configuration: JSONValue {
        response(
            "beacon-configuration-v2.0.0",
            JSONValue(members: [
                ("$schema", text(BeaconIdentity.schemas + "framework/json/configuration/beaconConfigurationSchema.json")),
                (
                    "maturityAttributes",
                    JSONValue(members: [("productionStatus", text(identity.isDevelopment ? "DEV" : "PROD"))])
                ),
                (
                    "securityAttributes",
                    JSONValue(members: [("defaultGranularity", "count"), ("securityLevels", JSONValue(["CONTROLLED"]))])
                ), ("entryTypes", definitions),
            ]))
    }

    package var entryTypes: JSONValue {
        response("beacon-entry-types-v2.0.0", JSONValue(members: [("entryTypes", definitions)]))
    }

    private var definitions: JSONValue {
        JSONValue(members: BeaconEntryType.allCases.map { ($0.rawValue, definition($0)) })
    }

    private func definition(_ type: BeaconEntryType) -> JSONValue {
        let schema = JSONValue(members: [
            ("id", text(type.schema)), ("name", text("Default schema of \(type.rawValue)")),
            (
                "referenceToSchemaDefinition",
                text(BeaconIdentity.schemas + "models/json/beacon-v2-default-model/\(type.folder)/defaultSchema.json")
            ), ("schemaVersion", "v2.0.0"),
        ])
        let collects = type.collects.map { member in
            JSONValue([JSONValue(members: [("id", text(member.rawValue)), ("name", text(member.name))])])
        }
        let term = type.ontologyTerm
        return JSONValue(members: [
            ("id", text(type.rawValue)), ("name", text(type.name)), ("description", text(type.summary)),
            ("ontologyTermForThisType", BeaconEntryWriter.term(term.id, term.label)),
            ("partOfSpecification", text("Beacon " + BeaconIdentity.apiVersion)), ("defaultSchema", schema),
            ("additionallySupportedSchemas", JSONValue([JSONValue]())), ("aCollectionOf", collects),
            ("nonFilteredQueriesAllowed", JSONValue(type != .genomicVariant)),
        ])
    }

    // MARK: Where it is

    package var map: JSONValue {
        response(
            "beacon-map-v2.0.0",
            JSONValue(members: [
                ("$schema", text(BeaconIdentity.schemas + "framework/json/configuration/beaconMapSchema.json")),
                (
                    "endpointSets",
                    JSONValue(members: BeaconEntryType.allCases.map { ($0.rawValue, endpoints(of: $0)) })
                ),
            ]))
    }

    private func endpoints(of type: BeaconEntryType) -> JSONValue {
        func url(_ shape: BeaconEndpoint.Shape) -> JSONValue { text(address + "/" + BeaconEndpoint(type, shape).path) }
        let shapes = BeaconEndpoint.all.filter { $0.entryType == type }.map(\.shape)
        let related = shapes.compactMap { shape -> (String, JSONValue?)? in
            guard case .nested(let other) = shape else { return nil }
            return (
                other.rawValue,
                JSONValue(members: [("returnedEntryType", text(other.rawValue)), ("url", url(shape))])
            )
        }
        let terms = shapes.first { $0 == .terms || $0 == .termsOfSingle }
        return JSONValue(members: [
            ("entryType", text(type.rawValue)), ("rootUrl", url(.list)), ("singleEntryUrl", url(.single)),
            ("filteringTermsUrl", terms.map(url)), ("endpoints", JSONValue(members: related)),
        ])
    }
}
