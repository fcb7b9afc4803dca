/// What people do with a partition besides asking about it: the pages and operations that are not open to everybody.
package enum AdministrativeAct: String, Sendable, CaseIterable {
    /// Sending in submissions, and reading their receipts.
    case submit
    /// Reading the ledger, its review and its verification.
    case reviewLedger = "review-ledger"
    /// Proposing and publishing what leaves the region.
    case changePolicy = "change-policy"
    case publishBatch = "publish-batch"
    /// How other nodes are doing.
    case seeNode = "see-node"
    /// Writing down what a person says yes or no to.
    case recordStatement = "record-statement"
    /// Putting on record that one takes part in a person's care.
    case beginCare = "begin-care"
    /// Going from an identity number or a pseudonym to a person whom the region knows.
    case findPerson = "find-person"
    /// Ending data about somebody by decision: stop using, stop showing, delete a copy, destroy.
    case endData = "end-data"
    /// Reading who has looked at one's own data.
    case seeOwnAccesses = "see-own-accesses"
    /// Questioning an access to one's own data.
    case openAccessCase = "open-access-case"
    /// Looking into what a patient questions, and answering it.
    case answerAccessCase = "answer-access-case"
    /// Writing down that the law stood in the way.
    case reportObstacle = "report-obstacle"
    /// Reading the list of legal obstacles, and saying what became of them.
    case handleObstacles = "handle-obstacles"
    /// Asking the region that holds data for more than it answers by itself.
    case askRelease = "ask-release"
    /// Deciding for the region that holds data what becomes of such a request.
    case decideRelease = "decide-release"
    /// Reading what the node knows from ClinVar, CIViC, gene lists and guidelines, and what a new version would change.
    case seeKnowledge = "see-knowledge"
    /// Importing a version of it, and making it the current one.
    case keepKnowledge = "keep-knowledge"
    /// Filling and reviewing reports.
    case prepareReport = "prepare-report"
    /// Signing reports, and withdrawing them.
    case signReport = "sign-report"
    /// Reading a report.
    case readReport = "read-report"
    /// Saying for a clinic or a laboratory that it works by a template.
    case agreeTemplate = "agree-template"
    /// Reading a laboratory's cases: who was examined, what was found, what it means.
    case openCase = "open-case"
    /// Recording findings, and working on interpretations. Who may sign, the laboratory's rule says.
    case interpret
    /// Deciding whether computed proposals are shown in care, and how many sign.
    case governInterpretations = "govern-interpretations"
    /// Reading every region's classifications and their conflicts.
    case seeClassifications = "see-classifications"
    /// Speaking for a laboratory in a conflict.
    case discussConflict = "discuss-conflict"
    /// Reading the region's recalls, and doing something about them.
    case handleRecalls = "handle-recalls"
}
