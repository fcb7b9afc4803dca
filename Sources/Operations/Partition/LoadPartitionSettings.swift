internal import ClinicalModel
internal import ReportModel

/// Reads `partition.yaml`. Throws `AccessFileError` with line and remedy; an absent file means the defaults.
package enum LoadPartitionSettings {
    package static func run(path: String) throws(AccessFileError) -> PartitionSettings {
        var settings = PartitionSettings()
        let fields = try AccessFile.root(of: path).fields([
            "default-controller", "reserve-number-formats", "file-limit-gib", "expansion-limit", "settle-seconds", "wait-hours",
            "recall-high-days", "recall-raised-days", "recall-low-days",
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
        if let node = fields.optional("recall-high-days") { settings.recallDays[.high] = try node.number() }
        if let node = fields.optional("recall-raised-days") { settings.recallDays[.raised] = try node.number() }
        if let node = fields.optional("recall-low-days") {
            settings.recallDays[.low] = try node.number()
            settings.recallsLow = true
        } else {
            settings.recallDays[.low] = max(settings.recallDays[.low] ?? 0, settings.recallDays[.raised] ?? 0)
        }
        guard settings.recallRule != nil else {
            throw fields.whole.error(
                .other(
                    "the days of recalls are not in order.", remedy: "Give the more urgent recalls no more days than the others.")
            )
        }
        return settings
    }
}
