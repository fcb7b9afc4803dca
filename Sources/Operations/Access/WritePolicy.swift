package import AccessModel
internal import ClinicalModel
internal import GenomeModel
internal import StructuredText

/// Writes a controller's policy as the file that `LoadPolicy` reads: every version whole, so that nobody has to look further up to see what
/// it says. `ContinuePolicy` keeps the comments of a file that was written by hand.
package enum WritePolicy {
    package static func text(_ book: PolicyBook) -> String {
        var text = "region: \"\(book.region)\"\ncontroller: \(quoted(book.controller.text))\nversions:\n"
        for policy in book.versions { text += version(policy) }
        return text
    }

    /// An element of the list of versions, with two spaces before its dash.
    static func version(_ policy: Policy) -> String {
        var text = "  - version: \(policy.version)\n"
        if let from = policy.validFrom { text += "    valid-from: \(from)\n" }
        text += "    published-by: \(list(policy.publishers.map(quoted)))\n"
        text += "    suppress-below: \(policy.suppressBelow)\n"
        text += "    membership-risk: \(policy.membershipRisk.map { "\($0)" } ?? "off")\n"
        text += "    band-for: \(list(policy.bandFor.map(\.rawValue).sorted()))\n"
        text += members("data-sets", policy.dataSets) { set in
            "      \(quoted(set.name)):\n        sv: \(quoted(set.title.sv))\n        en: \(quoted(set.title.en))\n"
                + "        areas: \(list(set.areas.map(\.rawValue).sorted()))\n"
                + "        origins: \(list(set.origins.map(\.rawValue).sorted()))\n"
                + "        assays: \(list(set.assayKinds.map(\.rawValue).sorted()))\n"
        }
        text += members("released", Purpose.allCases.filter { policy.released[$0] != nil }) { purpose in
            "      \(purpose.rawValue): \(list((policy.released[purpose] ?? []).sorted().map(quoted)))\n"
        }
        return text
            + members("rows", Purpose.allCases.filter { policy.rows[$0] != nil }) { purpose in
                let row = policy.rows[purpose] ?? [:]
                let cells = Recipient.allCases.compactMap { recipient in
                    row[recipient].map { "\(recipient.rawValue): \($0.rawValue)" }
                }
                return "      \(purpose.rawValue): {\(cells.joined(separator: ", "))}\n"
            }
    }

    private static func members<Element>(_ name: String, _ elements: [Element], _ line: (Element) -> String) -> String {
        elements.isEmpty ? "    \(name): {}\n" : "    \(name):\n" + elements.map(line).joined()
    }

    private static func list(_ elements: [String]) -> String { "[" + elements.joined(separator: ", ") + "]" }

    /// JSON's strings are YAML's too.
    private static func quoted(_ text: String) -> String { JSONValue(.string(text)).canonicalText }
}
