package import ClinicalModel
package import GenomeModel

/// One person, as a cohort table takes them: without a name or number of any kind.
package struct CohortPerson: Hashable, Sendable {
    package struct Finding: Hashable, Sendable {
        package let code: Code
        package let status: Diagnosis.Status

        package init(_ code: Code, _ status: Diagnosis.Status) {
            self.code = code
            self.status = status
        }
    }

    package struct Sign: Hashable, Sendable {
        package let code: Code
        package let isPresent: Bool

        package init(_ code: Code, isPresent: Bool) {
            self.code = code
            self.isPresent = isPresent
        }
    }

    package let sex: Sex
    package let birth: YearMonth?
    package let diagnoses: [Finding]
    package let phenotypes: [Sign]
    /// ATC.
    package let treatments: [Code]

    package init(
        sex: Sex, birth: YearMonth?, diagnoses: [Finding] = [], phenotypes: [Sign] = [], treatments: [Code] = []
    ) {
        self.sex = sex
        self.birth = birth
        self.diagnoses = diagnoses
        self.phenotypes = phenotypes
        self.treatments = treatments
    }
}
