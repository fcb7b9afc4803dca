/// Reads the name of a variant of one gene as CIViC writes it, in either case of letters.
struct VariantNameParser {
    let gene: String

    /// The whole name: several features where it names several, the text where it is not understood.
    func profile(_ name: String) -> MolecularProfile {
        let name = repeatedGeneLeftOut(name)
        if let profile = SignatureNameParser.profile(name: gene, state: name) { return profile }
        if let profile = whole(name) { return profile }
        // `V600E and V600M`, `EML4-ALK and AMPLIFICATION`.
        let joint = split(name, by: " and ")
        if joint.count > 1 {
            let parts = joint.compactMap { whole($0) }
            if parts.count == joint.count { return .all(parts) }
        }
        return fusionAndMore(name) ?? .unreadable(text(name))
    }

    /// One name that means one feature, or several of one kind (`G12/G13`).
    private func whole(_ name: String) -> MolecularProfile? {
        // Words before fusions: `AR-V7` is no fusion of AR.
        alternatives(name) ?? VariantNameWords.alteration(name, gene: gene).map { feature($0, name) } ?? fusion(name)
    }

    func feature(_ alteration: Alteration, _ name: String) -> MolecularProfile {
        .feature(ProfileFeature(gene: gene, alteration, text: text(name)))
    }

    private func text(_ name: String) -> String { gene + " " + name }

    /// `PRPS1 PRPS1 MUTATION`.
    private func repeatedGeneLeftOut(_ name: String) -> String {
        let words = name.split(separator: " ")
        return words.count > 1 && words[0].uppercased() == gene
            ? words.dropFirst().joined(separator: " ") : NamedRow.trimmed(name)
    }

    /// `G12/G13`, `Q157P/R`: either will do.
    private func alternatives(_ name: String) -> MolecularProfile? {
        let parts = name.split(separator: "/").map(String.init)
        guard parts.count > 1, let first = VariantNameWords.alteration(parts[0], gene: gene) else { return nil }
        var found = [feature(first, parts[0])]
        for part in parts.dropFirst() {
            // A letter alone is another residue at the same codon.
            let whole = part.utf8.count == 1 ? String(parts[0].dropLast()) + part : part
            guard let next = VariantNameWords.alteration(whole, gene: gene) else { return nil }
            found.append(feature(next, whole))
        }
        return .any(found)
    }

    private func fusion(_ name: String) -> MolecularProfile? {
        let upper = name.uppercased()
        if ["FUSION", "FUSIONS", "FSUION", "\(gene) FUSIONS", "\(gene) FUSION"].contains(upper) {
            return FusionNameParser.anyFusion(of: gene, text(name))
        }
        if name.contains("::") {
            let words = name.split(separator: " ", maxSplits: 1).map(String.init)
            let profile = FusionNameParser.profile(genes: words[0], variant: words.count > 1 ? words[1] : "")
            return profile.isReadable ? profile : nil
        }
        return FusionNameParser.hyphenated(name, gene: gene).map { FusionNameParser.feature($0, text(name)) }
    }

    /// `BCR-ABL T315I`, `EML4-ALK e6-e20`, `ALK FUSION G1202R`, `BCR-ABL L248R F359I`: a fusion that carries more.
    private func fusionAndMore(_ name: String) -> MolecularProfile? {
        var words = name.split(separator: " ").map(String.init)
        guard words.count > 1 else { return nil }
        let carrier: MolecularProfile
        if let fusion = FusionNameParser.hyphenated(words[0], gene: gene) {
            if words.count == 2, let exons = FusionNameParser.exons(words[1]) {
                return FusionNameParser.feature(
                    Fusion(fivePrime: fusion.fivePrime, threePrime: fusion.threePrime, exons: exons), text(name))
            }
            carrier = FusionNameParser.feature(fusion, text(words[0]))
        } else if words[0].uppercased() == "FUSION" {
            carrier = FusionNameParser.anyFusion(of: gene, text(words[0]))
        } else {
            return nil
        }
        words.removeFirst()
        let rest = words.filter { $0.lowercased() != "and" }.flatMap { $0.split(separator: "-").map(String.init) }
        let parts = rest.compactMap { whole($0) }
        return parts.count == rest.count ? .all([carrier] + parts) : nil
    }

    private func split(_ text: String, by separator: String) -> [String] {
        text.split(separator: separator).map { NamedRow.trimmed($0) }
    }
}
