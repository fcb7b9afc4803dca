extension SiteURL {
    /// A name and a value of a query; no value leaves it out.
    package struct Item: Hashable, Sendable {
        package let name: String
        package let value: String?

        package init(_ name: String, _ value: String?) {
            self.name = name
            self.value = value
        }
    }

    /// `?a=b&c=d` of those that have a value, in the order given; empty where none has.
    package static func query(_ items: [Item]) -> String {
        let written = items.compactMap { item in item.value.map { escaped(item.name) + "=" + escaped($0) } }
        return written.isEmpty ? "" : "?" + written.joined(separator: "&")
    }
}

extension SiteURL {
    /// A gene by its symbol, or a range as `17:43044295-43125364`.
    package enum Stretch: Hashable, Sendable {
        case gene(String)
        case range(String)

        package var text: String {
            switch self {
            case .gene(let symbol): symbol
            case .range(let notation): notation
            }
        }

        var path: String {
            switch self {
            case .gene(let symbol): "/gene/" + SiteURL.escaped(symbol)
            case .range(let notation): "/range/" + SiteURL.escaped(notation)
            }
        }
    }

    /// Without the query: where a form leads that sends the query itself.
    package var pathOnly: String { String(path.prefix { $0 != "?" }) }
}
