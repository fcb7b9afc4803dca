package import ClinicalModel

/// Who gives care and analyses in the demonstration's regions. The codes are made up, in the form of HSA identities.
package enum DemonstrationOrganisations {
    /// The region's controller first, then its laboratory and its care units; empty for a region without a university hospital.
    package static func of(_ region: RegionCode) -> [Organisation] {
        guard let hospital = Region.of(region)?.universityHospital, let short = shortName(region),
            let controller = OrganisationCode("SE\(region)-\(short)")
        else { return [] }
        let parts: [(String, Organisation.Kind, String)] = [
            ("GMC", .laboratory, "Genomiskt medicinskt centrum"), ("KLINGEN", .careUnit, "Klinisk genetik"),
            ("ONK", .careUnit, "Onkologi"), ("PAT", .careUnit, "Klinisk patologi"), ("LAN", .careUnit, "Länssjukhuset"),
        ]
        return [Organisation(code: controller, kind: .controller, name: hospital.name, region: region, controller: nil)]
            + parts.compactMap { suffix, kind, name in
                OrganisationCode("\(controller)-\(suffix)").map {
                    Organisation(code: $0, kind: kind, name: "\(name), \(hospital.name)", region: region, controller: controller)
                }
            }
    }

    private static func shortName(_ region: RegionCode) -> String? {
        switch region.number {
        case 1: "KAROLINSKA"
        case 3: "AKADEMISKA"
        case 5: "US"
        case 12: "SUS"
        case 14: "SU"
        case 18: "USO"
        case 24: "NUS"
        default: nil
        }
    }
}
