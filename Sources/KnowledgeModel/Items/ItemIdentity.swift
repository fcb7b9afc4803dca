/// What one piece of knowledge is called by its publisher, so that it can be found again in the next version.
///
/// | source | key |
/// |---|---|
/// | ClinVar | Variation ID: `12375` |
/// | CIViC | evidence item `EID1409`, assertion `AID2` |
/// | gene list | the list's name and the gene's HGNC identifier or, without one, its symbol: `Ärftlig bröstcancer/HGNC:1100` |
/// | guideline | the guideline's name and the section's anchor: `lungcancer#egfr` |
package struct ItemIdentity: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let source: KnowledgeSource
    package let key: String

    package init(_ source: KnowledgeSource, _ key: String) {
        self.source = source
        self.key = key
    }

    /// Reads what `description` writes; nil for anything else.
    package init?(_ text: String) {
        let parts = text.split(separator: ":", maxSplits: 1)
        guard parts.count == 2, let source = KnowledgeSource(rawValue: String(parts[0])) else { return nil }
        self.init(source, String(parts[1]))
    }

    package var description: String { source.rawValue + ":" + key }

    /// By source, then shorter before longer, then by bytes: numbers without leading zeros stand in their order.
    package static func < (a: ItemIdentity, b: ItemIdentity) -> Bool {
        if a.source != b.source { return a.source < b.source }
        let (first, second) = (a.key.utf8.count, b.key.utf8.count)
        if first != second { return first < second }
        return a.key.utf8.lexicographicallyPrecedes(b.key.utf8)
    }
}
