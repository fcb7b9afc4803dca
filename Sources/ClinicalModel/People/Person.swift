package import GenomeModel

/// A person as the clinical record knows them: without name or number.
package struct Person: Hashable, Sendable {
    package let pseudonym: Pseudonym
    /// As it decides ploidy.
    package let sex: Sex
    package let birth: YearMonth?
    /// Where the person lives; nil for somebody from outside the country.
    package let homeRegion: RegionCode?
    package let municipalityGroup: MunicipalityGroup?

    package init(
        pseudonym: Pseudonym, sex: Sex, birth: YearMonth?, homeRegion: RegionCode?, municipalityGroup: MunicipalityGroup?
    ) {
        self.pseudonym = pseudonym
        self.sex = sex
        self.birth = birth
        self.homeRegion = homeRegion
        self.municipalityGroup = municipalityGroup
    }
}

/// The three main groups in which Sweden's municipalities are sorted (SKR 2023), for following whether care is equal.
package enum MunicipalityGroup: String, Sendable, CaseIterable {
    case largeCity = "large-city"
    case mediumTown = "medium-town"
    case smallTownOrRural = "small-town-or-rural"
}
