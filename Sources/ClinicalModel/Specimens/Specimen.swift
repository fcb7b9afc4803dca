/// What was taken from a person and sent to a laboratory.
package struct Specimen: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case blood, saliva, buccal, skin, tumourTissue = "tumour-tissue", ffpe, boneMarrow = "bone-marrow", plasma, other
    }

    /// The laboratory's name for it, unique within the region.
    package let name: String
    package let person: Pseudonym
    package let kind: Kind
    /// SNOMED CT, a concept below 123037004 |Body structure|.
    package let bodySite: Code?
    package let sampled: CivilDate?
    /// Share of the cells that are tumour, 0–1; nil for normal tissue or where nobody looked.
    package let tumourCellContent: Double?
    /// The biobank's reference, as the biobank writes it.
    package let biobankReference: String?

    package init(
        name: String, person: Pseudonym, kind: Kind, bodySite: Code?, sampled: CivilDate?, tumourCellContent: Double?,
        biobankReference: String?
    ) {
        self.name = name
        self.person = person
        self.kind = kind
        self.bodySite = bodySite
        self.sampled = sampled
        self.tumourCellContent = tumourCellContent
        self.biobankReference = biobankReference
    }
}
