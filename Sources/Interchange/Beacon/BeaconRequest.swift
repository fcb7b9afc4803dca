package import StructuredText

/// How much a client asks for. `aggregate` is an extension: it goes out as count, with the figures in `info`.
package enum BeaconGranularity: String, Sendable, CaseIterable {
    case boolean, count, aggregate, record

    /// As Beacon knows it.
    var standard: BeaconGranularity { self == .aggregate ? .count : self }
}

/// Which regions' result sets a client wants to see.
package enum BeaconInclude: String, Sendable, CaseIterable {
    case hit = "HIT"
    case miss = "MISS"
    case all = "ALL"
    case none = "NONE"
}

/// A request to a Beacon endpoint, read but not yet understood: the parameters of variants and the filters still stand as they came.
package struct BeaconRequest: Sendable {
    /// What the client expects, for the summary of its request.
    package var apiVersion: String?
    package var requestedSchemas: [(entityType: String?, schema: String)] = []
    /// Nil where the client leaves it to the Beacon.
    package var requestedGranularity: BeaconGranularity?
    package var include = BeaconInclude.hit
    /// Pages, not entries, as Beacon has it.
    package var skip = 0
    package var limit = BeaconRequest.defaultLimit
    package var isTest = false
    package var filters: [BeaconFilter] = []
    /// The variant's parameters by name, names as in the default model.
    package var variant: [String: JSONValue] = [:]
    /// Extension: further alleles that the same person carries.
    package var alsoCarries: [[String: JSONValue]] = []
    package var datasets: [String] = []

    package init() {}

    /// As Beacon has it.
    package static let defaultLimit = 10
    /// What a page holds at most, and what a limit of 0 asks for.
    package static let largestLimit = 1000
    static let skipLimit = 1_000_000

    package var granularity: BeaconGranularity { requestedGranularity ?? .count }
}
