internal import VariantFormats

/// The INFO fields in which an annotation says how often the ALTs of a record are seen.
enum CountFields {
    /// Of one ALT.
    struct Counts {
        let ac: Int
        let an: Int
        let het: Int
        let hom: Int
        let hemi: Int

        /// Nil where no allele could have been seen.
        var af: Double? { an > 0 ? Double(ac) / Double(an) : nil }
    }

    /// `whose` completes "alleles seen in passing calls".
    static func definitions(of whose: String) -> [InfoDefinition] {
        func count(_ id: String, _ meaning: String) -> InfoDefinition {
            InfoDefinition(id: id, number: "A", type: .integer, description: meaning)
        }
        return [
            count("SAMSYN_AC", "Alleles seen in passing calls \(whose)"),
            count("SAMSYN_AN", "Alleles that could have been seen: call sets whose assay covers the variant, by ploidy"),
            InfoDefinition(id: "SAMSYN_AF", number: "A", type: .float, description: "SAMSYN_AC / SAMSYN_AN"),
            count("SAMSYN_HET", "Heterozygous call sets"), count("SAMSYN_HOM", "Homozygous call sets"),
            count("SAMSYN_HEMI", "Hemizygous call sets"), count("Obs", "The number of observations for the variant"),
            count("Hom", "The number of observed homozygotes"), count("Hem", "The number of observed hemizygotes"),
        ]
    }

    /// One value an ALT; `Hom` and `Hem` are left out where zero, as loqusdb does.
    static func write(_ counts: [Counts?], to text: inout InfoText) {
        func list(_ id: String, _ value: (Counts) -> Int) {
            text.begin(id)
            for (place, counts) in counts.enumerated() {
                if place > 0 { text.appendComma() }
                if let counts { text.append(value(counts)) } else { text.appendMissing() }
            }
        }
        list("SAMSYN_AC") { $0.ac }
        list("SAMSYN_AN") { $0.an }
        text.begin("SAMSYN_AF")
        for (place, counts) in counts.enumerated() {
            if place > 0 { text.appendComma() }
            if let af = counts?.af { text.append(af) } else { text.appendMissing() }
        }
        list("SAMSYN_HET") { $0.het }
        list("SAMSYN_HOM") { $0.hom }
        list("SAMSYN_HEMI") { $0.hemi }
        list("Obs") { $0.het + $0.hom + $0.hemi }
        if counts.contains(where: { ($0?.hom ?? 0) > 0 }) { list("Hom") { $0.hom } }
        if counts.contains(where: { ($0?.hemi ?? 0) > 0 }) { list("Hem") { $0.hemi } }
    }
}
