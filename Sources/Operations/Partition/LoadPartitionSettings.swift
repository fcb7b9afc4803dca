internal import ClinicalModel

/// Reads `partition.yaml`. Throws `AccessFileError` with line and remedy; an absent file means the defaults.
package enum LoadPartitionSettings {
    package static func run(path: String) throws(AccessFileError) -> PartitionSettings {
        var settings = PartitionSettings()
        let fields = try AccessFile.root(of: path).fields([
            "default-controller", "reserve-number-formats", "file-limit-gib", "expansion-limit", "settle-seconds", "wait-hours",
        ])
        if let node = fields.optional("default-controller") { settings.defaultController = try node.organisation() }
        if let node = fields.optional("reserve-number-formats") {
            for item in try node.list() {
                guard let format = ReserveNumberFormat(try item.text()) else {
                    throw item.error(.unknownValue(try item.text(), known: ["TF99999999", "9999999A999"]))
                }
                settings.reserveNumberFormats.append(format)
            }
        }
        if let node = fields.optional("file-limit-gib") { settings.fileLimit = min(try node.number(), 1 << 20) << 30 }
        if let node = fields.optional("expansion-limit") { settings.expansionLimit = try node.number() }
        if let node = fields.optional("settle-seconds") { settings.settleSeconds = try node.number() }
        if let node = fields.optional("wait-hours") { settings.waitHours = try node.number() }
        return settings
    }
}
