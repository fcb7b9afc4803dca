internal import AccessModel
internal import ClinicalModel
internal import GenomeModel
internal import Operations
internal import Questions
internal import StructuredText

extension CriterionRow.Subject {
    var title: LocalizedText {
        switch self {
        case .carries: LocalizedText(sv: "Bär en variant", en: "Carries a variant")
        case .field(let field):
            switch field {
            case .region: LocalizedText(sv: "Bor i region", en: "Lives in region")
            case .provider: LocalizedText(sv: "Beställande vårdgivare", en: "Ordering provider")
            case .laboratory: LocalizedText(sv: "Laboratorium", en: "Laboratory")
            case .assay: LocalizedText(sv: "Metod med version", en: "Assay with version")
            case .assayKind: LocalizedText(sv: "Slag av metod", en: "Kind of assay")
            case .area: LocalizedText(sv: "Område", en: "Area")
            case .diagnosis: LocalizedText(sv: "Diagnos (sjuk)", en: "Diagnosis (affected)")
            case .carrier: LocalizedText(sv: "Frisk bärare av", en: "Healthy carrier of")
            case .phenotype: LocalizedText(sv: "Fenotyp", en: "Phenotype")
            case .phenotypeExcluded: LocalizedText(sv: "Fenotyp, utesluten", en: "Phenotype, excluded")
            case .sex: LocalizedText(sv: "Kön", en: "Sex")
            case .age: LocalizedText(sv: "Ålder", en: "Age")
            case .origin: LocalizedText(sv: "Arvsmassans ursprung", en: "Origin of the DNA")
            case .treatment: LocalizedText(sv: "Läkemedel", en: "Drug")
            }
        }
    }

    /// What may be written, as an example.
    var example: String {
        switch self {
        case .carries: "17-43093464-G-A"
        case .field(let field):
            switch field {
            case .provider: "SE24-NUS"
            case .laboratory: "SE24-NUS-GMC"
            case .assay: "genome@1"
            case .diagnosis, .carrier: "ICD10:C50, ORPHA:558"
            case .phenotype, .phenotypeExcluded: "HP:0001250"
            case .treatment: "ATC:L01EA01"
            case .region, .assayKind, .area, .sex, .age, .origin: ""
            }
        }
    }
}

/// The words of fields that have few, as people say them.
enum CohortWordText {
    static func title(_ field: CohortField, _ word: String, _ language: Language) -> String {
        switch field {
        case .region: RegionCode(word).flatMap(Region.of)?.name ?? word
        case .sex: Sex(rawValue: word)?.title.text(language) ?? word
        case .origin: OriginText.title(word, language)
        case .assayKind:
            switch AssayVersion.Kind(rawValue: word) {
            case .panel: language(sv: "panel", en: "panel")
            case .exome: language(sv: "exom", en: "exome")
            case .genome: language(sv: "helgenom", en: "genome")
            case .rna: "RNA"
            case nil: word
            }
        case .area:
            switch Area(rawValue: word) {
            case .rare: language(sv: "sällsynta sjukdomar", en: "rare diseases")
            case .solid: language(sv: "solida tumörer", en: "solid tumours")
            case .haematology: language(sv: "hematologi", en: "haematology")
            case .childhoodCancer: language(sv: "barncancer", en: "childhood cancer")
            case .infection: language(sv: "infektion", en: "infection")
            case nil: word
            }
        case .provider, .laboratory, .assay, .age, .diagnosis, .carrier, .phenotype, .phenotypeExcluded, .treatment: word
        }
    }
}

extension SearchScope {
    var cohortTitle: LocalizedText {
        switch self {
        case .region: LocalizedText(sv: "Den egna regionen", en: "The own region")
        case .healthcareRegion: LocalizedText(sv: "Den egna sjukvårdsregionen", en: "The own healthcare region")
        case .nation: LocalizedText(sv: "Hela landet", en: "The whole country")
        }
    }
}

extension RegionState {
    var cohortTitle: LocalizedText {
        switch self {
        case .answered: LocalizedText(sv: "svarade", en: "answered")
        case .suppressed: LocalizedText(sv: "visas inte", en: "not shown")
        case .refused: LocalizedText(sv: "avböjde", en: "refused")
        case .late: LocalizedText(sv: "för sent", en: "late")
        case .unreachable: LocalizedText(sv: "nås inte", en: "unreachable")
        }
    }
}
