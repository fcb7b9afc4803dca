internal import HTTPTypes
package import Hummingbird
internal import StructuredText

extension Request {
    /// A text of the query, decoded. Nil where it is absent, given twice, or has an escape that is none.
    package func queryText(_ name: String) -> String? {
        let fields = FormText.fields(uri.query ?? "") ?? []
        let found = fields.filter { $0.name == name }
        return found.count == 1 ? found[0].value : nil
    }

    /// Every value of a name in the query, in their order.
    package func queryTexts(_ name: String) -> [String] {
        (FormText.fields(uri.query ?? "") ?? []).filter { $0.name == name }.map(\.value)
    }

    /// Whether the answer is to be the page's model: JSON is accepted, and HTML is not, or less gladly.
    package var wantsJSON: Bool {
        let accepted = headers[.accept] ?? ""
        return Request.weight("application/json", in: accepted) > Request.weight("text/html", in: accepted)
    }

    /// Whether somebody with a browser asks: HTML is accepted by name, and as gladly as JSON.
    package var isFromBrowser: Bool { (headers[.accept] ?? "").lowercased().contains("text/html") && !wantsJSON }

    /// How gladly a type is taken (RFC 9110 section 12.5.1), types with wildcards left out but for `*/*`.
    private static func weight(_ type: String, in accepted: String) -> Double {
        var wildcard = accepted.isEmpty && type == "text/html" ? 1.0 : 0
        for item in accepted.lowercased().split(separator: ",") {
            let parts = item.split(separator: ";").map { String($0.filter { $0 != " " }) }
            let weight = parts.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) } ?? 1
            if parts.first == type { return weight }
            if parts.first == "*/*" { wildcard = weight }
        }
        return wildcard
    }

    /// The address as somebody comes back to it: path and query.
    package var localAddress: String { head.path ?? "/" }
}
