package import ClinicalModel
package import GenomeModel

/// The name of a dataset or a cohort: a region, `SE24`, or what it holds of one assembly and one origin, `SE24-GRCh38-germline`.
package struct BeaconDataset: Hashable, Sendable {
    package let region: RegionCode
    /// Both or none.
    package let part: Part?

    package struct Part: Hashable, Sendable {
        package let assembly: Assembly
        package let origin: Origin
    }

    package init(_ region: RegionCode, part: Part? = nil) {
        self.region = region
        self.part = part
    }

    package init?(_ text: String) {
        let words = text.split(separator: "-", omittingEmptySubsequences: false)
        guard let head = words.first, head.hasPrefix("SE"), let region = RegionCode(head.dropFirst(2)) else { return nil }
        switch words.count {
        case 1: self.init(region)
        case 3:
            guard let assembly = Assembly(rawValue: String(words[1])), let origin = Origin(rawValue: String(words[2])) else {
                return nil
            }
            self.init(region, part: Part(assembly: assembly, origin: origin))
        default: return nil
        }
    }

    package var identifier: String {
        "SE\(region)" + (part.map { "-\($0.assembly.rawValue)-\($0.origin.rawValue)" } ?? "")
    }

    /// Every dataset of some regions: each region's whole, then its parts.
    package static func all(of regions: [RegionCode]) -> [BeaconDataset] {
        regions.flatMap { region in
            [BeaconDataset(region)]
                + Assembly.allCases.flatMap { assembly in
                    Origin.allCases.map { BeaconDataset(region, part: Part(assembly: assembly, origin: $0)) }
                }
        }
    }
}
