package import ClinicalModel
package import GenomeModel

/// One entry of an answer at the level of records, or a variant with its figures.
package enum Entry: Hashable, Sendable {
    case individual(IndividualEntry)
    case biosample(BiosampleEntry)
    case callSet(CallSetEntry)
    case variant(VariantEntry)
    case event(EventEntry)
}

/// A person in an answer. Identifiers are the region's pseudonyms to its own care, and the project's own names to everybody else.
package struct IndividualEntry: Hashable, Sendable {
    package struct Diagnosed: Hashable, Sendable {
        package let code: Code
        package let isAffected: Bool
        package let onset: CivilDate?

        package init(code: Code, isAffected: Bool, onset: CivilDate?) {
            self.code = code
            self.isAffected = isAffected
            self.onset = onset
        }
    }

    package struct Sign: Hashable, Sendable {
        package let code: Code
        package let isPresent: Bool

        package init(code: Code, isPresent: Bool) {
            self.code = code
            self.isPresent = isPresent
        }
    }

    package let identifier: String
    package let region: RegionCode
    package let sex: Sex
    package let birth: YearMonth?
    package let homeRegion: RegionCode?
    package let diagnoses: [Diagnosed]
    package let phenotypes: [Sign]
    /// ATC.
    package let treatments: [Code]

    package init(
        identifier: String, region: RegionCode, sex: Sex, birth: YearMonth?, homeRegion: RegionCode?, diagnoses: [Diagnosed],
        phenotypes: [Sign], treatments: [Code]
    ) {
        self.identifier = identifier
        self.region = region
        self.sex = sex
        self.birth = birth
        self.homeRegion = homeRegion
        self.diagnoses = diagnoses
        self.phenotypes = phenotypes
        self.treatments = treatments
    }
}

/// A specimen in an answer.
package struct BiosampleEntry: Hashable, Sendable {
    package let identifier: String
    package let individual: String
    package let region: RegionCode
    package let kind: Specimen.Kind
    /// SNOMED CT.
    package let bodySite: Code?
    package let sampled: CivilDate?

    package init(
        identifier: String, individual: String, region: RegionCode, kind: Specimen.Kind, bodySite: Code?, sampled: CivilDate?
    ) {
        self.identifier = identifier
        self.individual = individual
        self.region = region
        self.kind = kind
        self.bodySite = bodySite
        self.sampled = sampled
    }
}

/// A call set in an answer: Beacon's run and its analysis.
package struct CallSetEntry: Hashable, Sendable {
    package let identifier: String
    package let individual: String
    package let biosample: String
    package let region: RegionCode
    /// `AssayVersion.indexName`.
    package let assay: String
    package let assayKind: AssayVersion.Kind
    package let assembly: Assembly
    package let origin: Origin
    package let area: Area
    package let laboratory: OrganisationCode
    package let analysed: CivilDate

    package init(
        identifier: String, individual: String, biosample: String, region: RegionCode, assay: String,
        assayKind: AssayVersion.Kind, assembly: Assembly, origin: Origin, area: Area, laboratory: OrganisationCode,
        analysed: CivilDate
    ) {
        self.identifier = identifier
        self.individual = individual
        self.biosample = biosample
        self.region = region
        self.assay = assay
        self.assayKind = assayKind
        self.assembly = assembly
        self.origin = origin
        self.area = area
        self.laboratory = laboratory
        self.analysed = analysed
    }
}

/// A variant with the figures that one region tells of it.
package struct VariantEntry: Hashable, Sendable {
    package let variant: Variant
    package let region: RegionCode
    package let figures: FrequencyFigures
    /// By version.
    package let annotations: [VariantAnnotation]

    package init(
        variant: Variant, region: RegionCode, figures: FrequencyFigures, annotations: [VariantAnnotation] = []
    ) {
        self.variant = variant
        self.region = region
        self.figures = figures
        self.annotations = annotations
    }
}

/// A structural event that represents those which match it, with the figures that one region tells of it.
package struct EventEntry: Hashable, Sendable {
    package let event: StructuralEvent
    package let region: RegionCode
    package let figures: FrequencyFigures

    package init(event: StructuralEvent, region: RegionCode, figures: FrequencyFigures) {
        self.event = event
        self.region = region
        self.figures = figures
    }
}
