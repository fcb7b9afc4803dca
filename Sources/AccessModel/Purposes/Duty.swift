/// What a purpose's rule asks of whoever answers, before the region's policy and the request have been put in.
package enum Duty: String, Sendable, CaseIterable {
    case pseudonymise
    case logForPatient = "log-for-patient"
    case figureOnly = "figure-only"
    /// Only people whose yes to the study is in effect, where the approval asks for it.
    case consentingOnly = "consenting-only"
    /// Records are asked for separately, and the care provider that holds them decides about each.
    case holderDecidesOnRecords = "holder-decides-on-records"
    case secureEnvironment = "secure-environment"
}
