internal import ClinicalModel
internal import GenomeModel
internal import ReportModel

/// A case of the demonstration that goes the whole way: whom it is about, what was found, what that means, and what the report says.
struct DemonstrationCase: Sendable {
    /// How far its report comes.
    enum Report: String, Sendable, CaseIterable {
        /// Findings alone.
        case none
        case draft, reviewed, signed
        /// Signed, and signed again after one of its findings had been classified anew.
        case amended
    }

    struct Patient: Sendable {
        let sex: Sex
        /// In whole years when the sample is taken.
        let ages: ClosedRange<Int>
        /// Each with its system's prefix.
        let codes: [String]
        let present: [String]
        let drugs: [String]
        /// SNOMED CT; of the specimen with the tumour.
        let bodySite: String?
    }

    /// Of the patient, beside those that were sequenced.
    struct OwnSpecimen: Sendable {
        let name: String
        let kind: Specimen.Kind
        /// SNOMED CT
        let bodySite: String?
        /// 0–1
        let tumourCells: Double?
    }

    struct Kept: Sendable {
        let finding: Finding
        /// Written by somebody, where the others come with the submission.
        let isByHand: Bool
        /// What it was taken for before it was classified anew.
        let earlier: InterpretationContent?
        let interpretation: InterpretationContent?
    }

    /// The laboratory's number of it.
    let name: String
    let region: RegionCode
    let laboratory: OrganisationCode
    /// `ReportTemplate.identifier`
    let template: String
    let area: Area
    /// Whose unit orders: the ending of its code.
    let department: String
    let patient: Patient
    /// Share of the cells of the tumour's specimen, 0–1; nil for an inherited disease.
    let tumourCells: Double?
    /// Whether both parents are examined too; what was found is then new in the child.
    let isTrio: Bool
    let specimens: [OwnSpecimen]
    let report: Report
    let findings: [Kept]
    let values: [String: ItemValue]
    let notExamined: [NotExamined]
    /// What the report cites of the knowledge in force.
    let citations: [CiteEvidence.Pick]
    /// Items that say something else in the amended report.
    let amendedValues: [String: ItemValue]
    let amendmentReason: String
    /// What its laboratory says where another classifies one of its findings differently.
    let thread: String?

    /// The day on which the laboratory wrote what it had found.
    static let found = RegionComposer.today.adding(days: -2)

    var profile: DiseaseProfile {
        DiseaseProfile(
            name: name, area: area, weight: 1, ages: patient.ages, women: patient.sex == .female ? 1 : 0, codes: patient.codes,
            present: patient.present, drugs: patient.drugs, bodySite: patient.bodySite)
    }

    /// The small variants that its call file has, each with the share of the reads that show it.
    var calls: [SmallVariantFinding] { findings.compactMap(\.finding.content.smallVariant) }
}
