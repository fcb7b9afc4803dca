package import ClinicalModel
package import GenomeModel
package import ReportModel

/// What a laboratory sends: the content of `manifest.json` (`schemas/submission.schema.json`), read and checked by itself.
package struct SubmissionManifest: Hashable, Sendable {
    package static let format = "samsyn-submission/1"

    package enum Kind: String, Sendable, CaseIterable {
        case new, resubmission, correction, replacement, addition
    }

    package struct File: Hashable, Sendable {
        package enum Role: String, Sendable, CaseIterable {
            case variants, targets, report, other
        }

        package let name: String
        /// 64 hexadecimal digits.
        package let sha256: String
        package let bytes: Int
        package let role: Role
    }

    package struct Assay: Hashable, Sendable {
        package let name: String
        package let version: String
        package let kind: AssayVersion.Kind
        package let isAccredited: Bool
        package let status: AssayVersion.RegulatoryStatus
        /// The BED file; nil for a genome.
        package let targets: String?
    }

    package struct Person: Hashable, Sendable {
        package struct Diagnosis: Hashable, Sendable {
            package let code: Code
            package let version: String
            package let status: ClinicalModel.Diagnosis.Status
            package let onset: CivilDate?
        }

        package struct Phenotype: Hashable, Sendable {
            package let code: Code
            package let version: String
            package let isPresent: Bool
        }

        package struct Treatment: Hashable, Sendable {
            package let drug: Code
            package let line: Int?
            package let start: CivilDate
            package let stop: CivilDate?
            package let outcome: ClinicalModel.Treatment.Outcome?
        }

        package struct Relation: Hashable, Sendable {
            package let kind: FamilyRelation.Kind
            /// The `id` of the other.
            package let of: String
        }

        package let id: String
        package let identityNumber: String
        package let sex: Sex
        package let birth: YearMonth?
        package let homeRegion: RegionCode?
        package let municipalityGroup: MunicipalityGroup?
        package let diagnoses: [Diagnosis]
        package let phenotypes: [Phenotype]
        package let treatments: [Treatment]
        package let relations: [Relation]
    }

    package struct Specimen: Hashable, Sendable {
        package let name: String
        /// The `id` of a person.
        package let person: String
        package let kind: ClinicalModel.Specimen.Kind
        package let bodySite: Code?
        package let sampled: CivilDate?
        package let tumourCellContent: Double?
        package let biobankReference: String?
    }

    /// The file of a call set's structural calls.
    package struct Structural: Hashable, Sendable {
        package let file: String
        /// The column; the file's only one where absent.
        package let sample: String?
        /// What these calls look at, where it is not what the assay's small variants do: the BED file.
        package let targets: String?
    }

    package struct CallSet: Hashable, Sendable {
        package let name: String
        /// These four are nil only in a correction, which may leave them as they are.
        package let specimen: String?
        package let file: String?
        package let origin: Origin?
        package let analysed: CivilDate?
        package let sample: String?
        package let structural: Structural?
        package let replaces: String?
        package let metrics: [QualityMetric]
    }

    package let kind: Kind
    /// The submission that this one mends or corrects.
    package let concerns: String?
    package let caseName: String
    package let laboratory: OrganisationCode
    package let orderingProvider: OrganisationCode?
    package let controller: OrganisationCode?
    package let area: Area?
    package let assembly: Assembly?
    package let assay: Assay?
    package let files: [File]
    package let people: [Person]
    package let specimens: [Specimen]
    package let callSets: [CallSet]
    /// What the laboratory found, with the names of specimens and call sets that the manifest has.
    package let findings: [Finding]

    func file(named name: String?) -> File? { name.flatMap { name in files.first { $0.name == name } } }

    /// The files as they are stored.
    var names: [(name: String, sha256: String)] { files.map { ($0.name, $0.sha256) } }
}

extension SubmissionManifest.CallSet {
    /// The columns of a file that are this call set's, small variants and structural calls; nil for the file's only one.
    func columns(in name: String) -> [String?] {
        var columns: [String?] = []
        if file == name { columns.append(sample) }
        if let structural, structural.file == name { columns.append(structural.sample) }
        return columns
    }
}
