/// The 28 criteria of Richards et al. 2015 (doi:10.1038/gim.2015.30), tables 3 and 4.
package enum ACMGCriterion: String, Sendable, CaseIterable {
    case pvs1 = "PVS1"
    case ps1 = "PS1"
    case ps2 = "PS2"
    case ps3 = "PS3"
    case ps4 = "PS4"
    case pm1 = "PM1"
    case pm2 = "PM2"
    case pm3 = "PM3"
    case pm4 = "PM4"
    case pm5 = "PM5"
    case pm6 = "PM6"
    case pp1 = "PP1"
    case pp2 = "PP2"
    case pp3 = "PP3"
    case pp4 = "PP4"
    case pp5 = "PP5"
    case ba1 = "BA1"
    case bs1 = "BS1"
    case bs2 = "BS2"
    case bs3 = "BS3"
    case bs4 = "BS4"
    case bp1 = "BP1"
    case bp2 = "BP2"
    case bp3 = "BP3"
    case bp4 = "BP4"
    case bp5 = "BP5"
    case bp6 = "BP6"
    case bp7 = "BP7"

    package enum Direction: String, Sendable, CaseIterable {
        case pathogenic, benign
    }

    /// The first letter of the code.
    package var direction: Direction { rawValue.hasPrefix("P") ? .pathogenic : .benign }

    /// The strength that the code names by its letters.
    package var defaultStrength: EvidenceStrength {
        switch rawValue.dropFirst().prefix(while: \.isLetter) {
        case "VS": .veryStrong
        case "S": .strong
        case "M": .moderate
        case "A": .standAlone
        default: .supporting
        }
    }

    /// Whether it may be used at that strength: any but stand-alone, which is BA1's own, and BA1's only one (Ghosh et al. 2018,
    /// doi:10.1002/humu.23642).
    package func mayBeUsed(at strength: EvidenceStrength) -> Bool { (strength == .standAlone) == (self == .ba1) }
}
