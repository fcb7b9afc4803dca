/// A diagnosis in one code of one version of one system.
package struct Diagnosis: Hashable, Sendable {
    package enum Status: String, Sendable, CaseIterable {
        case affected
        /// Carries the cause of the disease without having it: followed in full, counted apart.
        case carrierWithoutDisease = "carrier-without-disease"
    }

    package let person: Pseudonym
    package let code: Code
    /// The edition that the code was taken from: `2025`, `20250131`.
    package let systemVersion: String
    package let status: Status
    package let onset: CivilDate?

    package init(person: Pseudonym, code: Code, systemVersion: String, status: Status, onset: CivilDate?) {
        self.person = person
        self.code = code
        self.systemVersion = systemVersion
        self.status = status
        self.onset = onset
    }
}
