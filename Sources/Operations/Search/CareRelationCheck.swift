package import AccessModel
package import ClinicalModel
internal import Records

/// Finds out whether an actor takes part in the care of the patient for whose sake something is asked. Only the patient's own region can tell;
/// it vouches for the actor when others are asked.
package struct CareRelationCheck: Sendable {
    package let partition: Partition
    package let actor: Actor
    package let patient: Pseudonym

    package init(partition: Partition, actor: Actor, patient: Pseudonym) {
        self.partition = partition
        self.actor = actor
        self.patient = patient
    }

    package func run(on date: CivilDate) throws -> Bool {
        guard partition.layout.region == actor.region else { return false }
        return try partition.records.hasCareRelation(actor.identity, with: patient, on: date)
    }
}
