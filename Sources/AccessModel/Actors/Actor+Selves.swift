package import ClinicalModel

extension Actor {
    /// The same actor, known as a patient by these pseudonyms: a file of people for development cannot hold them before the people
    /// have been registered.
    package func known(as selves: [RegionCode: Pseudonym]) -> Actor {
        Actor(
            identity: identity, name: name, role: role, region: region, provider: provider, careUnit: careUnit,
            purposes: purposes,
            projects: projects, selves: selves)
    }
}
