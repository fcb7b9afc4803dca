package import ClinicalModel
package import Records

extension Partition {
    /// Every event that concerned a patient, oldest first, as the patient reads it. A recall becomes visible as one once the patient has been
    /// told by a person; what somebody did before stands there all the same, by its purpose.
    package func patientView(_ patient: Pseudonym) throws -> [PatientAccess] {
        try ledger.patientView(patient, told: RecallReference.told(try records.recalls(of: patient)))
    }
}
