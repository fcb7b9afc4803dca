import AccessModel
import ClinicalModel
import GenomeModel
import ReportModel
import StructuredText

/// Values that many tests begin with.
enum Examples {
    static let words = LocalizedText(sv: "Belägg.", en: "Evidence.")
    static let variant = given(VariantIdentifier("GRCh38:17-43093464-G-A"))
    static let otherVariant = given(VariantIdentifier("GRCh38:13-32340300-GT-G"))
    static let condition = given(Code("ORPHA:145"))
    static let laboratory = given(OrganisationCode("SE2321000016-LAB1"))
    static let stamp = ProposalStamp(
        rules: GermlineProposal.rules, computed: time(0), sources: ["gnomAD v4.1 exomes", "VEP 113"])

    static func time(_ minutes: Int) -> Timestamp {
        Timestamp(milliseconds: given(Timestamp("2026-11-21T08:00:00.000Z")).milliseconds + minutes * 60_000)
    }

    static func actor(_ identity: String, _ role: Actor.Role = .clinicalGeneticist) -> Actor {
        Actor(
            identity: identity, name: "Name of " + identity, role: role, region: RegionCode("01"), provider: nil, careUnit: nil,
            purposes: [])
    }

    /// `PVS1`, `PM2_Supporting`, `PM3_VeryStrong`.
    static func criterion(_ label: String, isProposed: Bool = false) -> AppliedCriterion {
        let parts = label.split(separator: "_")
        let strength = parts.count == 1 ? nil : given(EvidenceStrength.allCases.first { $0.suffix == parts[1] })
        return given(
            AppliedCriterion(
                given(ACMGCriterion(rawValue: String(parts[0]))), at: strength, evidence: words, isProposed: isProposed))
    }

    static func criteria(_ labels: String, isProposed: Bool = false) -> [AppliedCriterion] {
        labels.split(whereSeparator: { $0 == " " || $0 == "," }).map { criterion(String($0), isProposed: isProposed) }
    }

    static func germline(
        _ labels: String = "PVS1 PM2_Supporting PS4_Supporting", variant: VariantIdentifier = variant, isProposed: Bool = false
    ) -> GermlineInterpretation {
        let criteria = criteria(labels, isProposed: isProposed)
        return given(
            try? GermlineInterpretation(
                variant: variant, gene: "BRCA1", condition: condition, specification: "ACMG/AMP 2015", criteria: criteria,
                basis: .points, pathogenicityClass: ACMGClassification(criteria).classByPoints))
    }

    static func oncogenicity(_ labels: String) -> OncogenicityAssessment {
        given(
            try? OncogenicityAssessment(
                labels.split(separator: " ").map {
                    given(OncogenicityAssessment.Applied(given(OncogenicityCriterion(rawValue: String($0))), evidence: words))
                }))
    }

    static func shared(
        _ found: PathogenicityClass, region: String, laboratory: String = "lab", version: Int = 1,
        variant: VariantIdentifier = variant, evaluated: String = "2026-11-01"
    ) -> SharedClassification {
        SharedClassification(
            subject: SharedClassification.Subject(variant: variant, condition: condition), gene: "BRCA1",
            pathogenicityClass: found, criteria: ["PVS1"], method: "ACMG/AMP 2015, points",
            evaluated: given(CivilDate(evaluated)),
            region: given(RegionCode(region)), laboratory: given(OrganisationCode(laboratory)), version: version)
    }

    /// Every order of a few things.
    static func orders<Element>(_ elements: [Element]) -> [[Element]] {
        guard let first = elements.first else { return [[]] }
        return orders(Array(elements.dropFirst())).flatMap { rest in
            (0...rest.count).map { place in Array(rest[..<place]) + [first] + Array(rest[place...]) }
        }
    }
}
