package import ClinicalModel

/// As much of a question as deciding about it takes.
package struct QuestionSummary: Hashable, Sendable {
    /// How much the asker wants; more than is allowed is answered with what is.
    package var asked: Granularity
    /// The person asked about, by the pseudonym of the region that is asked; nil for a question about many.
    package var patient: Pseudonym?
    package var dataKinds: Set<DataKind>
    /// Whether criteria, asker and planned study were laid down before anything ran.
    package var isFrozen: Bool
    /// What the planned study is called, for a feasibility enquiry.
    package var plannedStudy: String?
    /// To whom the answer would be passed on, where that is not the asker.
    package var passedOnTo: Recipient?

    package init(
        asked: Granularity, patient: Pseudonym? = nil, dataKinds: Set<DataKind> = [.clinical, .genomic], isFrozen: Bool = false,
        plannedStudy: String? = nil, passedOnTo: Recipient? = nil
    ) {
        self.asked = asked
        self.patient = patient
        self.dataKinds = dataKinds
        self.isFrozen = isFrozen
        self.plannedStudy = plannedStudy
        self.passedOnTo = passedOnTo
    }
}
