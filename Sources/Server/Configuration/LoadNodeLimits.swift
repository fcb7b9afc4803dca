internal import Operations

/// Reads the limits of a configuration. Each has an upper end, so that no sum or conversion made with it overflows.
enum LoadNodeLimits {
    static func run(_ node: AccessFileNode) throws(AccessFileError) -> NodeConfiguration.Limits {
        let fields = try node.fields(limits.map(\.name))
        var read = NodeConfiguration.Limits()
        for limit in limits {
            guard let node = fields.optional(limit.name) else { continue }
            read[keyPath: limit.path] = try node.number(upTo: limit.most)
        }
        return read
    }

    private struct Limit {
        let name: String
        let path: any WritableKeyPath<NodeConfiguration.Limits, Int> & Sendable
        let most: Int
    }

    private static let limits: [Limit] = [
        Limit(name: "patience-ms", path: \.patience, most: 600_000),
        Limit(name: "connections", path: \.connections, most: 1_000_000),
        Limit(name: "idle-seconds", path: \.idle, most: 86_400),
        Limit(name: "body-mib", path: \.bodyMebibytes, most: 1_024),
        Limit(name: "upload-mib", path: \.uploadMebibytes, most: 1_048_576),
        Limit(name: "annotations", path: \.annotations, most: 1_000),
        Limit(name: "peer-failures", path: \.failures, most: 1_000_000),
        Limit(name: "peer-rest-seconds", path: \.rest, most: 86_400),
    ]
}

extension AccessFileNode {
    /// A whole number from 1 to `most`.
    func number(upTo most: Int) throws(AccessFileError) -> Int {
        let number = try number()
        guard number <= most else {
            throw error(.other("\(number) is too much here.", remedy: "Write a number of at most \(most)."))
        }
        return number
    }
}
