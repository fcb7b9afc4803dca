/// One of the 21 regions as a care principal.
///
/// Source: county codes and names of Statistics Sweden, healthcare regions by the regions' own agreements. Halland lies in two:
/// Halmstad, Hylte and Laholm in Södra, Falkenberg, Kungsbacka and Varberg in Västra.
package struct Region: Hashable, Sendable {
    package let code: RegionCode
    /// As the authority calls itself.
    package let name: String
    /// The first is where most of its people belong.
    package let healthcareRegions: [HealthcareRegion]
    /// Inhabitants at the end of 2017, nil where the stored source is cut: for proportions, not for citing.
    package let population2017: Int?
    /// Nil for the fourteen without one.
    package let universityHospital: UniversityHospital?

    package struct UniversityHospital: Hashable, Sendable {
        package let name: String
        /// The university with which the region runs its genomic medicine centre.
        package let university: String
    }

    package static let all: [Region] = [
        region(
            "01", "Region Stockholm", [.stockholmGotland], 2_308_143, "Karolinska Universitetssjukhuset", "Karolinska Institutet"),
        region("03", "Region Uppsala", [.mellansverige], 368_971, "Akademiska sjukhuset", "Uppsala universitet"),
        region("04", "Region Sörmland", [.mellansverige], 291_341),
        region(
            "05", "Region Östergötland", [.sydostra], 457_496, "Universitetssjukhuset i Linköping", "Linköpings universitet"),
        region("06", "Region Jönköpings län", [.sydostra], 357_237),
        region("07", "Region Kronoberg", [.sodra], 197_519),
        region("08", "Region Kalmar län", [.sydostra], 243_536),
        region("09", "Region Gotland", [.stockholmGotland], 58_595),
        region("10", "Region Blekinge", [.sodra], 159_371),
        region("12", "Region Skåne", [.sodra], 1_344_689, "Skånes universitetssjukhus", "Lunds universitet"),
        region("13", "Region Halland", [.sodra, .vastra], 324_825),
        region(
            "14", "Västra Götalandsregionen", [.vastra], 1_690_782, "Sahlgrenska Universitetssjukhuset", "Göteborgs universitet"),
        region("17", "Region Värmland", [.mellansverige], 280_399),
        region("18", "Region Örebro län", [.mellansverige], 298_907, "Universitetssjukhuset Örebro", "Örebro universitet"),
        region("19", "Region Västmanland", [.mellansverige], 271_095),
        region("20", "Region Dalarna", [.mellansverige], 286_165),
        region("21", "Region Gävleborg", [.mellansverige], 285_637),
        region("22", "Region Västernorrland", [.norra], nil),
        region("23", "Region Jämtland Härjedalen", [.norra], nil),
        region("24", "Region Västerbotten", [.norra], 268_465, "Norrlands universitetssjukhus", "Umeå universitet"),
        region("25", "Region Norrbotten", [.norra], 251_295),
    ].compactMap { $0 }

    package static func of(_ code: RegionCode) -> Region? { all.first { $0.code == code } }

    /// The seven with a university hospital: NGP's parties.
    package static var withUniversityHospital: [Region] { all.filter { $0.universityHospital != nil } }

    package static func regions(in healthcareRegion: HealthcareRegion) -> [Region] {
        all.filter { $0.healthcareRegions.contains(healthcareRegion) }
    }

    private static func region(
        _ code: String, _ name: String, _ healthcareRegions: [HealthcareRegion], _ population: Int?,
        _ hospital: String? = nil, _ university: String? = nil
    ) -> Region? {
        RegionCode(code).map { code in
            Region(
                code: code, name: name, healthcareRegions: healthcareRegions, population2017: population,
                universityHospital: hospital.flatMap { hospital in
                    university.map { UniversityHospital(name: hospital, university: $0) }
                })
        }
    }
}
