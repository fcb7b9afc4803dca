/// One gene (or short tandem repeat, or region) of a gene list.
package struct GeneListEntry: KnowledgeItem {
    package enum Entity: String, Sendable, CaseIterable {
        case gene, str, region
    }

    /// The list's name, as `KnowledgeSeries` has it.
    package let list: String
    package let entity: Entity
    /// HGNC's symbol; for a region or a repeat the name that the list gives it.
    package let symbol: String
    /// `HGNC:1100`; empty where the list gives none.
    package let hgnc: String
    package let confidence: GeneConfidence?
    /// As the list says it: `BIALLELIC, autosomal or pseudoautosomal`; empty where it says nothing.
    package let inheritance: String
    package let phenotypes: [String]
    /// Who put the gene on the list.
    package let sources: [String]

    package init(
        list: String, entity: Entity = .gene, symbol: String, hgnc: String = "", confidence: GeneConfidence? = nil,
        inheritance: String = "", phenotypes: [String] = [], sources: [String] = []
    ) {
        self.list = list
        self.entity = entity
        self.symbol = symbol
        self.hgnc = hgnc
        self.confidence = confidence
        self.inheritance = inheritance
        self.phenotypes = phenotypes
        self.sources = sources
    }

    package var identity: ItemIdentity {
        // Regions can have their gene's identifier; the name tells them apart from it.
        ItemIdentity(.geneList, list + "/" + (entity == .gene && !hgnc.isEmpty ? hgnc : symbol))
    }

    package var fields: [ItemField] {
        [
            ItemField("symbol", symbol), ItemField("hgnc", hgnc), ItemField("entity", entity.rawValue),
            ItemField("confidence", confidence?.rawValue ?? ""), ItemField("inheritance", inheritance),
            ItemField("phenotypes", phenotypes.joined(separator: "; ")), ItemField("sources", sources.joined(separator: "; ")),
        ]
    }

    package var statement: ItemStatement {
        ItemStatement(
            direction: "listed", scope: inheritance.lowercased(),
            strengths: confidence.map { [ItemStrength("confidence", $0.strength)] } ?? [])
    }

    /// How the inheritance that the list states is read; nil where it says nothing or something else.
    package var inheritanceMode: InheritanceMode? { InheritanceMode(words: inheritance) }
}

/// PanelApp's ratings, `GEL_Status` of its exports: 3 and above green, 2 amber, below red (<https://panelapp.genomicsengland.co.uk>, handbook).
package enum GeneConfidence: String, Sendable, CaseIterable {
    case green, amber, red

    package init(status: Int) {
        self = status >= 3 ? .green : status == 2 ? .amber : .red
    }

    var strength: Int {
        switch self {
        case .green: 3
        case .amber: 2
        case .red: 1
        }
    }
}

/// How a disorder of a gene is inherited, read from PanelApp's words.
package enum InheritanceMode: String, Sendable, CaseIterable {
    case monoallelic, biallelic, monoallelicAndBiallelic, xLinked, mitochondrial, other

    /// PanelApp's terms begin with one of a few words. Nil for an empty text or `Unknown`.
    package init?(words text: String) {
        let upper = text.uppercased()
        guard !upper.isEmpty, upper != "UNKNOWN" else { return nil }
        if upper.hasPrefix("BOTH MONOALLELIC AND BIALLELIC") {
            self = .monoallelicAndBiallelic
        } else if upper.hasPrefix("MONOALLELIC") {
            self = .monoallelic
        } else if upper.hasPrefix("BIALLELIC") {
            self = .biallelic
        } else if upper.hasPrefix("X-LINKED") {
            self = .xLinked
        } else if upper.hasPrefix("MITOCHONDRIAL") {
            self = .mitochondrial
        } else {
            self = .other
        }
    }
}
