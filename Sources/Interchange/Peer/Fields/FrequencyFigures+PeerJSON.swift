internal import Questions
internal import StructuredText

extension FrequencyFigures {
    var peerJSON: JSONValue {
        [
            "ac": JSONValue(alleleCount), "an": JSONValue(alleleNumber), "het": JSONValue(heterozygous),
            "hom": JSONValue(homozygous), "hemi": JSONValue(hemizygous), "carriers": JSONValue(carriers),
            "covered": JSONValue(covered), "people": JSONValue(people),
        ]
    }

    init(_ fields: PeerFields) throws(PeerMessageError) {
        self.init(
            alleleCount: try fields.number("ac"), alleleNumber: try fields.number("an"),
            heterozygous: try fields.number("het"), homozygous: try fields.number("hom"),
            hemizygous: try fields.number("hemi"), carriers: try fields.number("carriers"),
            covered: try fields.number("covered"), people: try fields.number("people"))
        guard isConsistent else { throw PeerMessageError(.inconsistent, at: fields.path) }
    }

    /// What holds for every cohort: nobody carries who is not covered, and no allele is seen that could not be.
    var isConsistent: Bool { carriers <= covered && covered <= people && alleleCount <= alleleNumber }
}
