internal import ClinicalModel
internal import Foundation
package import Operations

/// Reads a node's configuration file (YAML). Every fault is an `AccessFileError` with file, line and remedy; the first one ends the reading.
///
/// Nothing that the file names is opened: that is the work of `CheckNode`.
package enum LoadNodeConfiguration {
    package static func read(_ path: String) throws(AccessFileError) -> NodeConfiguration {
        try configuration(AccessFile.root(of: path), folder: (path as NSString).deletingLastPathComponent)
    }

    /// The same from a text, where `file` is what errors call it; paths in it are taken from `folder`.
    package static func parse(_ text: String, file: String, folder: String = "") throws(AccessFileError) -> NodeConfiguration {
        try configuration(AccessFile.root(parsing: text, file: file), folder: folder)
    }

    private static func configuration(_ root: AccessFileNode, folder: String) throws(AccessFileError) -> NodeConfiguration {
        let fields = try root.fields([
            "node", "data", "regions", "key-files", "listen", "metrics", "tls", "trusted-proxies", "public-address",
            "signing-key",
            "peers", "identity-providers", "visa-issuers", "development", "limits", "law", "log-level",
        ])
        let place = ConfigurationPlace(folder: folder)
        let name = try fields["node"].nodeName()
        let regions = try fields.optional("regions", regionList) ?? []
        let entrance = try NodeEntrance(fields, place)
        let peers = try LoadPeerNodes(node: name, regions: regions, place: place).run(fields.optional("peers"))
        guard !regions.isEmpty || !peers.isEmpty else {
            throw root.error(
                .other("the node holds no region and knows no peer.", remedy: "Add regions, or peers that hold some."))
        }
        let (providers, visaIssuers) = try LoadIdentityProviders.run(
            fields.optional("identity-providers"), visas: fields.optional("visa-issuers"))
        let logins = try LoadLogins(place: place).run(fields.optional("identity-providers"))
        let development = try fields.optional("development") { node throws(AccessFileError) in try self.development(node, place) }
        guard !providers.isEmpty || development != nil && entrance.listen.isLoopback else {
            throw root.error(
                .other("nobody can sign in.", remedy: "Add identity-providers, or development and a loopback address for a try."))
        }
        return try NodeConfiguration(
            name: name, data: place.path(fields["data"]), regions: regions,
            keyFiles: keyFiles(fields.optional("key-files"), of: regions, place), listen: entrance.listen,
            metrics: entrance.metrics, tls: entrance.tls, trustedProxies: entrance.trustedProxies,
            publicAddress: entrance.publicAddress, signingKey: place.path(fields["signing-key"]), peers: peers,
            providers: providers, logins: logins, visaIssuers: visaIssuers, development: development,
            limits: fields.optional("limits", LoadNodeLimits.run) ?? .init(), law: fields.optional("law", place.path),
            logLevel: fields.optional("log-level") { node throws(AccessFileError) in
                try node.one(of: NodeConfiguration.LogLevel.self)
            } ?? .info, file: root.file)
    }

    /// Regions, none twice.
    static func regionList(_ node: AccessFileNode) throws(AccessFileError) -> [RegionCode] {
        var regions: [RegionCode] = []
        for element in try node.list() {
            let region = try element.region()
            guard !regions.contains(region) else { throw element.error(.valueTwice(region.description)) }
            regions.append(region)
        }
        return regions
    }

    private static func keyFiles(
        _ node: AccessFileNode?, of regions: [RegionCode], _ place: ConfigurationPlace
    ) throws(AccessFileError) -> [RegionCode: String] {
        var files: [RegionCode: String] = [:]
        for (key, value) in try node?.members() ?? [] {
            let region = try key.region()
            guard regions.contains(region) else {
                throw key.error(
                    .other("the node holds no region \(region).", remedy: "Add it to regions, or take the key file away."))
            }
            files[region] = try place.path(value)
        }
        return files
    }

    private static func development(
        _ node: AccessFileNode, _ place: ConfigurationPlace
    ) throws(AccessFileError) -> NodeConfiguration.Development {
        let fields = try node.fields(["personas", "issuer-key"])
        return try NodeConfiguration.Development(
            personas: place.path(fields["personas"]), issuerKey: place.path(fields["issuer-key"]))
    }
}
