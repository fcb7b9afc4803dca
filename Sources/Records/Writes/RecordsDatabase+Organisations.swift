package import ClinicalModel
internal import GRDB

extension RecordsDatabase {
    /// Registers what all regions share: the six healthcare regions, the 21 regions, for each of them a controller named after
    /// it (`region-24`), and the universities of the seven centres (`university-24`). Doing it again changes nothing.
    package func registerReferenceOrganisations() throws {
        try write { db in
            for healthcareRegion in HealthcareRegion.allCases {
                try db.execute(
                    sql: "INSERT INTO healthcareRegion VALUES (?, ?) ON CONFLICT DO UPDATE SET name = excluded.name",
                    arguments: [healthcareRegion.rawValue, healthcareRegion.name])
            }
            for region in Region.all {
                try db.execute(
                    sql: """
                        INSERT INTO region VALUES (?, ?, ?)
                        ON CONFLICT DO UPDATE SET name = excluded.name, population2017 = excluded.population2017
                        """, arguments: [region.code.description, region.name, region.population2017])
                for (index, healthcareRegion) in region.healthcareRegions.enumerated() {
                    try db.execute(
                        sql: "INSERT INTO regionHealthcareRegion VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                        arguments: [region.code.description, healthcareRegion.rawValue, index + 1])
                }
                for organisation in RecordsDatabase.referenceOrganisations(of: region) { try db.upsert(organisation) }
            }
        }
    }

    /// Registers an organisation, or gives a known one another name or controller. Its controller is to be known already.
    package func register(_ organisation: Organisation) throws {
        try write(organisation.code.text) { try $0.upsert(organisation) }
    }

    /// The controller that stands for a whole region where nobody has registered its boards.
    package static func regionController(_ region: RegionCode) -> OrganisationCode? { OrganisationCode("region-\(region)") }

    private static func referenceOrganisations(of region: Region) -> [Organisation] {
        let controller = regionController(region.code).map {
            Organisation(code: $0, kind: .controller, name: region.name, region: region.code, controller: nil)
        }
        let university = region.universityHospital.flatMap { hospital in
            OrganisationCode("university-\(region.code)").map {
                Organisation(code: $0, kind: .university, name: hospital.university, region: region.code, controller: nil)
            }
        }
        return [controller, university].compactMap { $0 }
    }
}

extension Database {
    fileprivate func upsert(_ organisation: Organisation) throws {
        try execute(
            sql: """
                INSERT INTO organisation VALUES (?, ?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET kind = excluded.kind, name = excluded.name, region = excluded.region,
                    controller = excluded.controller
                """,
            arguments: [
                organisation.code.text, organisation.kind.rawValue, organisation.name, organisation.region.description,
                organisation.controller?.text,
            ])
    }
}
