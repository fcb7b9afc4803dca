/// Reads what CIViC says of measures of the whole tumour, which stand where a gene's symbol stands elsewhere.
enum SignatureNameParser {
    /// In upper case. CIViC's own names of 2026, and the usual other ones of the same measures.
    private static let names: [String: String] = [
        "TMB": "TMB", "MSI": "MSI", "HRD": "HRD", "KATAEGIS": "Kataegis", "CK": "Complex karyotype", "METHYLATION": "Methylation",
    ]

    /// Nil where `name` is no signature's or the state is not understood.
    static func profile(name: String, state: String) -> MolecularProfile? {
        guard let signature = names[name.uppercased()] else { return nil }
        let text = name + " " + state
        let upper = state.uppercased()
        if signature == "Methylation" {
            // `Methylation signature ST-EPN-ZFTA`: the class that a classifier gave.
            guard upper.hasPrefix("SIGNATURE "), let group = state.split(separator: " ").last else { return nil }
            return feature("Methylation class " + group, .present, text)
        }
        switch upper {
        case "HIGH", "H-BTMB", "MTMB": return feature(signature, .high, text)
        case "LOW": return feature(signature, .low, text)
        case "POSITIVE", "PRESENT": return feature(signature, .present, text)
        default: return nil
        }
    }

    private static func feature(_ signature: String, _ state: SignatureState, _ text: String) -> MolecularProfile {
        .feature(ProfileFeature(gene: signature.uppercased(), .signature(signature, state), text: text))
    }
}
