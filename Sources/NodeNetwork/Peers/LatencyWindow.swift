/// How long the latest answers of a peer took, in milliseconds.
package struct LatencyWindow: Hashable, Sendable {
    private static let size = 64
    private var values: [Double] = []
    private var next = 0

    package init() {}

    package mutating func add(_ milliseconds: Double) {
        if values.count < LatencyWindow.size {
            values.append(milliseconds)
        } else {
            values[next] = milliseconds
            next = (next + 1) % LatencyWindow.size
        }
    }

    package var count: Int { values.count }

    /// The value that `share` of the answers do not exceed (nearest rank); nil before there is one.
    package func quantile(_ share: Double) -> Double? {
        guard !values.isEmpty else { return nil }
        let rank = Int((share * Double(values.count)).rounded(.up)) - 1
        return values.sorted()[min(max(rank, 0), values.count - 1)]
    }
}
