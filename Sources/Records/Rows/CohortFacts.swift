package import ClinicalModel
package import GenomeModel

/// Everything that a cohort question asks about, for a whole partition at one moment.
package struct CohortFacts: Sendable {
    package struct PersonFacts: Sendable {
        /// Stable, and never given to somebody else: what people bitmaps are over.
        package let id: Int
        package let person: Person
        package let useStopped: Bool
        package let showingStopped: Bool
    }

    package struct CallSetFacts: Sendable {
        /// Stable, and never given to another call set.
        package let id: Int
        package let name: String
        /// Number of the specimen that it was made from.
        package let specimen: Int
        /// Into `people`.
        package let person: Int
        /// Into `assays`.
        package let assay: Int
        package let assembly: Assembly
        package let origin: Origin
        package let area: Area
        package let homeRegion: RegionCode?
        package let orderingProvider: OrganisationCode
        package let controller: OrganisationCode
        package let analysed: CivilDate
        /// Nil until published to other regions.
        package let publicationBatch: Int?
    }

    package struct DiagnosisFacts: Sendable {
        /// Into `people`.
        package let person: Int
        package let code: Code
        package let status: Diagnosis.Status
        package let onset: CivilDate?
    }

    package struct PhenotypeFacts: Sendable {
        /// Into `people`.
        package let person: Int
        package let code: Code
        package let isPresent: Bool
    }

    package struct TreatmentFacts: Sendable {
        /// Into `people`.
        package let person: Int
        package let drug: Code
        package let line: Int?
        package let start: CivilDate
        package let stop: CivilDate?
        package let outcome: Treatment.Outcome?
    }

    /// The counter at which this was read: stale when `RecordsDatabase.changeCounter` has moved.
    package let changeCounter: Int
    package let release: String
    /// In the order of their ids.
    package let people: [PersonFacts]
    package let assays: [AssayVersion]
    /// Those that nothing has replaced, in the order in which they came.
    package let callSets: [CallSetFacts]
    package let diagnoses: [DiagnosisFacts]
    package let phenotypes: [PhenotypeFacts]
    package let treatments: [TreatmentFacts]
}
