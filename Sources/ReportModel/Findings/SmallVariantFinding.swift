package import StructuredText

/// A substitution, insertion or deletion small enough to be written with its bases.
package struct SmallVariantFinding: Hashable, Sendable {
    package enum Zygosity: String, Sendable, CaseIterable {
        case heterozygous, homozygous, hemizygous
        case compoundHeterozygous = "compound-heterozygous"
        case mosaic, homoplasmic, heteroplasmic
    }

    package let variant: VariantIdentifier
    /// HGNC symbol.
    package let gene: String?
    /// With its version: `NM_007294.4`.
    package let transcript: String?
    /// `c.68_69del`, without the transcript.
    package let coding: String?
    /// `p.(Glu23ValfsTer17)`.
    package let protein: String?
    package let consequences: [SequenceOntologyTerm]
    package let zygosity: Zygosity?
    /// Share of the reads, 0–1.
    package let alleleFraction: Double?
    /// Reads at the place.
    package let depth: Int?

    /// Nil where the fraction is not within 0–1 or the depth below 0.
    package init?(
        variant: VariantIdentifier, gene: String?, transcript: String? = nil, coding: String? = nil, protein: String? = nil,
        consequences: [SequenceOntologyTerm] = [], zygosity: Zygosity? = nil, alleleFraction: Double? = nil, depth: Int? = nil
    ) {
        guard alleleFraction.map({ (0...1).contains($0) }) ?? true, depth ?? 0 >= 0 else { return nil }
        self.variant = variant
        self.gene = gene
        self.transcript = transcript
        self.coding = coding
        self.protein = protein
        self.consequences = consequences
        self.zygosity = zygosity
        self.alleleFraction = alleleFraction
        self.depth = depth
    }
}

extension SmallVariantFinding: ReportJSONForm {
    package var json: JSONValue {
        JSONValue(members: [
            ("variant", .described(variant)), ("gene", .text(gene)), ("transcript", .text(transcript)), ("coding", .text(coding)),
            ("protein", .text(protein)),
            ("consequences", consequences.isEmpty ? .none : .some(JSONValue(consequences.map(\.rawValue)))),
            ("zygosity", .word(zygosity)), ("alleleFraction", .number(alleleFraction)), ("depth", .integer(depth)),
        ])
    }

    package init(json: JSONValue) throws(ReportJSONError) {
        let members = try ReportJSONMembers(
            json, "smallVariant",
            known: [
                "variant", "gene", "transcript", "coding", "protein", "consequences", "zygosity", "alleleFraction", "depth",
            ])
        let zygosity = try members.optional("zygosity") { (name) throws(ReportJSONError) in
            try members.word(name, Zygosity.self)
        }
        guard
            let made = SmallVariantFinding(
                variant: try members.named("variant") { VariantIdentifier($0) },
                gene: try members.optional("gene", members.text),
                transcript: try members.optional("transcript", members.text),
                coding: try members.optional("coding", members.text), protein: try members.optional("protein", members.text),
                consequences: try members.words("consequences"), zygosity: zygosity,
                alleleFraction: try members.optional("alleleFraction", members.number),
                depth: try members.optional("depth", members.integer))
        else { throw members.fault("alleleFraction") }
        self = made
    }
}
