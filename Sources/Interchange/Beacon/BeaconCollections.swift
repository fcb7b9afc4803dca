package import ClinicalModel
internal import GenomeModel
package import StructuredText

/// Datasets and cohorts as Beacon's collections. No number of people is in them: it is asked for like any other.
package enum BeaconCollections {
    /// What a region is called; nil for a region that does not exist.
    private static func name(_ region: RegionCode) -> String { Region.of(region)?.name ?? "Region \(region)" }

    package static func json(_ dataset: BeaconDataset, isLocal: Bool) -> JSONValue {
        let name = name(dataset.region)
        let words = dataset.part.map { "\($0.origin.rawValue) call sets in \($0.assembly.rawValue)" } ?? "all call sets"
        let info = JSONValue(members: [
            ("region", JSONValue(.string(dataset.region.description))),
            ("assembly", dataset.part.map { JSONValue(.string($0.assembly.rawValue)) }),
            ("origin", dataset.part.map { JSONValue(.string($0.origin.rawValue)) }),
            ("held", isLocal ? "here" : "by another node"),
        ])
        return JSONValue(members: [
            ("id", JSONValue(.string(dataset.identifier))), ("name", JSONValue(.string("\(name): \(words)"))),
            (
                "description",
                JSONValue(
                    .string(
                        "The \(words.replacing("all call sets", with: "call sets")) of \(name). The region decides about every question itself."
                    ))
            ),
            ("info", info),
        ])
    }

    package static func cohort(_ region: RegionCode, isLocal: Bool) -> JSONValue {
        let name = name(region)
        return JSONValue(members: [
            ("id", JSONValue(.string(BeaconDataset(region).identifier))), ("name", JSONValue(.string(name))),
            ("cohortType", "beacon-defined"),
            ("cohortDataTypes", JSONValue([BeaconEntryWriter.term("OBI:0000070", "genotyping assay")])),
            (
                "info",
                JSONValue(members: [
                    ("region", JSONValue(.string(region.description))),
                    ("description", JSONValue(.string("The people with call sets in \(name)."))),
                    ("held", isLocal ? "here" : "by another node"),
                ])
            ),
        ])
    }
}
