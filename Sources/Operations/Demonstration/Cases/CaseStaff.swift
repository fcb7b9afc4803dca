internal import AccessModel
internal import ClinicalModel

/// Who does what in a region of the demonstration, out of its people by their roles; always the same for the same people.
struct CaseStaff: Sendable {
    /// Interpret, fill and sign: two where the laboratory asks for two signatures.
    let signers: [Actor]
    /// Reviews what the signers have written.
    let reviewer: Actor
    /// Speaks for the clinics, and tells the patients.
    let physician: Actor
    let stewards: [Actor]

    /// Throws `DemonstrationError.staffMissing` where a region lacks somebody.
    init(of region: RegionCode, among personas: [String: Actor]) throws {
        let people = personas.values.filter { $0.region == region }.sorted { $0.identity < $1.identity }
        func all(_ roles: Actor.Role...) -> [Actor] { people.filter { roles.contains($0.role) } }
        signers = all(.clinicalGeneticist, .molecularPathologist).filter { $0.purposes.contains(.laboratoryOperation) }
        stewards = all(.dataSteward)
        guard let reviewer = all(.bioinformatician, .laboratoryScientist).first, let physician = all(.physician).first,
            !signers.isEmpty, stewards.count >= 2
        else { throw DemonstrationError(.staffMissing, region.description) }
        self.reviewer = reviewer
        self.physician = physician
    }
}
