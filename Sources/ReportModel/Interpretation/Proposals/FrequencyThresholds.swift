package import StructuredText

/// From which frequencies on the criteria of frequency hold. Data: a gene's own specification goes before the general one.
package struct FrequencyThresholds: Hashable, Sendable {
    /// BA1 above this share.
    package let standAlone: Double
    /// BS1 above this share; nil where nobody has derived it from the disease, and then it is left to humans.
    package let strong: Double?
    /// PM2 at or below this share in every population; 0 means absent.
    package let rare: Double
    /// The strength at which PM2 is used.
    package let rareStrength: EvidenceStrength
    /// Alleles that a population must have shown before its frequency counts.
    package let leastAlleles: Int
    package let source: String

    /// Nil unless 0 ≤ rare < strong < standAlone ≤ 1.
    package init?(
        standAlone: Double, strong: Double?, rare: Double, rareStrength: EvidenceStrength, leastAlleles: Int, source: String
    ) {
        guard rare >= 0, standAlone <= 1, rare < strong ?? standAlone, strong ?? 0 < standAlone, leastAlleles > 0,
            rareStrength != .standAlone
        else { return nil }
        self.standAlone = standAlone
        self.strong = strong
        self.rare = rare
        self.rareStrength = rareStrength
        self.leastAlleles = leastAlleles
        self.source = source
    }

    /// BA1 above 5 % in a general continental population with at least 2,000 alleles (Ghosh et al. 2018, doi:10.1002/humu.23642); PM2 for
    /// absence at supporting strength (ClinGen SVI, *Recommendation for absence/rarity (PM2)*, version 1.0, 2020); no BS1, whose threshold
    /// is the disease's (Whiffin et al. 2017, doi:10.1038/gim.2017.26).
    package static let general = FrequencyThresholds(
        unchecked: 0.05, strong: nil, rare: 0, rareStrength: .supporting, leastAlleles: 2000,
        source: "Ghosh et al. 2018 (BA1); ClinGen SVI PM2 v1.0 (PM2)")

    private init(
        unchecked standAlone: Double, strong: Double?, rare: Double, rareStrength: EvidenceStrength, leastAlleles: Int,
        source: String
    ) {
        self.standAlone = standAlone
        self.strong = strong
        self.rare = rare
        self.rareStrength = rareStrength
        self.leastAlleles = leastAlleles
        self.source = source
    }
}

extension FrequencyThresholds: ReportJSONForm {
    package var json: JSONValue {
        JSONValue(members: [
            ("standAlone", .number(standAlone)), ("strong", .number(strong)), ("rare", .number(rare)),
            ("rareStrength", .word(rareStrength)), ("leastAlleles", .integer(leastAlleles)), ("source", .text(source)),
        ])
    }

    package init(json: JSONValue) throws(ReportJSONError) {
        let members = try ReportJSONMembers(
            json, "thresholds", known: ["standAlone", "strong", "rare", "rareStrength", "leastAlleles", "source"])
        guard
            let made = FrequencyThresholds(
                standAlone: try members.number("standAlone"), strong: try members.optional("strong", members.number),
                rare: try members.number("rare"), rareStrength: try members.word("rareStrength"),
                leastAlleles: try members.integer("leastAlleles"), source: try members.text("source"))
        else { throw members.fault("strong") }
        self = made
    }
}
