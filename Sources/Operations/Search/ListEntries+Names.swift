internal import AccessModel
internal import ClinicalModel
internal import Questions

/// What people, specimens and call sets are called in a listing.
struct EntryNames {
    /// Nil where they are called as the region calls them.
    let project: ProjectNames?

    /// The region's own care, and whoever asks about a patient by name, see the region's names; projects, permits, registers and everybody
    /// else see names of their own, by which nobody can go from one of them to another.
    init(_ decisions: [Decision], asked: AskedQuestion, isAboutPatient: Bool, partition: Partition) {
        let reference = decisions.lazy.compactMap { decision -> String? in
            for case .pseudonymise(let project) in decision.obligations { return project ?? "asker/\(asked.organisation)" }
            switch decision.recipient {
            case .ownProvider, .ownRegion, .patient: return nil
            case .register: return asked.register?.name ?? "asker/\(asked.organisation)"
            case .ownHealthcareRegion, .otherRegions, .authority, .company, .accessBody:
                return isAboutPatient ? nil : "asker/\(asked.organisation)"
            }
        }.first
        project = reference.map { ProjectNames(identity: partition.identity, reference: $0) }
    }

    func person(_ person: Pseudonym) -> String { project?.person(person) ?? person.text }
    func specimen(_ name: String) -> String { project?.specimen(name) ?? name }
    func callSet(_ name: String) -> String { project?.callSet(name) ?? name }
}
