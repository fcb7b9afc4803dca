/// The gaps between the durable writes of the intake: where a crash can fall. Tests stop the work at each of them.
package enum IntakePoint: String, Sendable, CaseIterable {
    case manifestSealed, fileStored, filesSettled, submissionRecorded
    case checksPassed, staged, identitiesWritten, identityStepRecorded, indexCommitted
    case recordsAccepted, receiptWritten, ledgerWritten, auditMarked, manifestForgotten
    case quarantineRecorded, filesQuarantined
    case inboxEmptied
}
