package import AccessModel
package import ClinicalModel
package import Records

/// What a partition holds about one person, as far as somebody may see it: the answer of `ShowPerson`.
package struct PersonRecord: Sendable {
    /// How much of the record a purpose needs (PDL 4 kap. 2 §).
    package enum Extent: String, Sendable, CaseIterable {
        /// For the person's care, and for the person.
        case whole
        /// For the work with specimens and analyses, and for carrying out decisions: without findings, treatments and relatives.
        case laboratory

        package init(_ purpose: Purpose) {
            switch purpose {
            case .ownPatientCare, .sharedDocumentation, .anotherPatientsCare, .ownAccess, .research, .qualityRegister,
                .ehdsSecondaryUse:
                self = .whole
            case .laboratoryOperation, .ownProviderComparison, .feasibility, .qualityFollowUp, .statistics,
                .classificationSharing:
                self = .laboratory
            }
        }
    }

    package let extent: Extent
    package let person: Person
    package let specimens: [Specimen]
    package let callSets: [RecordedCallSet]
    /// Empty where the extent leaves them out, as are the three after it.
    package let diagnoses: [Diagnosis]
    package let phenotypes: [Phenotype]
    package let treatments: [Treatment]
    package let relations: [FamilyRelation]
    /// In the order in which they were recorded.
    package let statements: [ConsentEvent]
    /// What the statements amount to today.
    package let consents: ConsentState
    package let copies: [ReleasedCopy]
    package let endings: [Ending]
    package let hasStoppedUse: Bool
    package let hasStoppedShowing: Bool

    /// Throws `PartitionError.unknownPerson`. Whether it may be read, and that it was, is the caller's to decide and to log.
    init(_ person: Pseudonym, in partition: Partition, extent: Extent, under regime: Regime, on date: CivilDate) throws {
        let records = partition.records
        guard let known = try records.person(person) else { throw PartitionError(.unknownPerson, place: "person") }
        let isWhole = extent == .whole
        self.extent = extent
        self.person = known
        specimens = try records.specimens(of: person)
        callSets = try records.callSets(of: person)
        diagnoses = isWhole ? try records.diagnoses(of: person) : []
        phenotypes = isWhole ? try records.phenotypes(of: person) : []
        treatments = isWhole ? try records.treatments(of: person) : []
        relations = isWhole ? try records.relations(of: person) : []
        statements = try records.consentEvents(of: person)
        consents = ConsentState(statements, under: regime, on: date)
        copies = try records.copies(of: person)
        endings = try records.endings(of: person)
        hasStoppedUse = try records.hasStoppedUse(person)
        hasStoppedShowing = try records.hasStoppedShowing(person)
    }
}
