/// Reads the names of fusions: `EML4::ALK Fusion`, `v::ALK Fusion`, `EML4::ALK e6::e20`, and the older `EML4-ALK e6-e20` and `ALK FUSIONS`.
enum FusionNameParser {
    /// `genes` is two with `::` between, `variant` what follows.
    static func profile(genes: String, variant: String) -> MolecularProfile {
        let text = variant.isEmpty ? genes : genes + " " + variant
        let partners = genes.split(separator: ":", omittingEmptySubsequences: true).map { partner(String($0)) }
        guard partners.count == 2, partners.contains(where: { $0.symbol != nil }) else { return .unreadable(text) }
        let exons = exons(variant)
        guard exons != nil || ["", "FUSION", "FUSIONS", "REARRANGEMENT"].contains(variant.uppercased()) else {
            return .unreadable(text)
        }
        return feature(Fusion(fivePrime: partners[0], threePrime: partners[1], exons: exons), text)
    }

    /// Any fusion that has `gene` on either side.
    static func anyFusion(of gene: String, _ text: String) -> MolecularProfile {
        feature(Fusion(fivePrime: .any, threePrime: .gene(gene), isOrdered: false), text)
    }

    /// Two genes with a hyphen between, one of which is `gene`; nil for any other word. `BCR-ABL` is of ABL1.
    static func hyphenated(_ word: String, gene: String) -> Fusion? {
        let parts = word.uppercased().split(separator: "-").map(String.init)
        guard parts.count == 2, parts.allSatisfy(isSymbol) else { return nil }
        let current = parts.map { formerNames[$0] ?? $0 }
        guard current.contains(gene) else { return nil }
        return Fusion(fivePrime: .gene(current[0]), threePrime: .gene(current[1]))
    }

    static func feature(_ fusion: Fusion, _ text: String) -> MolecularProfile {
        guard let gene = fusion.symbols.first else { return .unreadable(text) }
        return .feature(ProfileFeature(gene: gene, .fusion(fusion), text: text))
    }

    /// `e6::e20` or `e6-e20`.
    static func exons(_ text: String) -> Fusion.Exons? {
        let parts = text.replacing("::", with: "-").split(separator: "-")
        guard parts.count == 2 else { return nil }
        let numbers = parts.compactMap { $0.first == "e" ? Int($0.dropFirst()) : nil }
        return numbers.count == 2 ? Fusion.Exons(fivePrime: numbers[0], threePrime: numbers[1]) : nil
    }

    private static func partner(_ name: String) -> Fusion.Partner {
        switch name {
        case "v": .any
        case "?": .unknown
        default: .gene(name.uppercased())
        }
    }

    private static func isSymbol(_ text: String) -> Bool {
        text.utf8.count >= 2 && text.utf8.contains { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
            && text.utf8.allSatisfy {
                (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
            }
    }

    /// What older names of fusions call their partners, and HGNC's symbol (genenames.org, previous and alias symbols).
    private static let formerNames = [
        "ABL": "ABL1", "NPM": "NPM1", "MLL": "KMT2A", "RARALPHA": "RARA", "ZNF198": "ZMYM2", "MGEA5": "OGA", "RCSD": "RCSD1",
    ]
}
