package import ClinicalModel

/// A permit of the health data access body (EHDS art. 68).
package struct AccessPermit: Hashable, Sendable {
    package let number: String
    /// First and last day.
    package let from: CivilDate
    package let to: CivilDate
    package let dataKinds: Set<DataKind>

    package init(number: String, from: CivilDate, to: CivilDate, dataKinds: Set<DataKind>) {
        self.number = number
        self.from = from
        self.to = to
        self.dataKinds = dataKinds
    }
}
