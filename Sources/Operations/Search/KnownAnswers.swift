internal import AccessModel
internal import ClinicalModel
internal import Questions
internal import StructuredText
internal import Synchronization

/// What has been worked out from one state of the records, kept as long as that state lasts: it belongs to the `CohortSnapshot`, and
/// everything in it follows from that state and its key alone. A statement, a policy or a call set that comes makes a new snapshot.
final class KnownAnswers: Sendable {
    /// One question as it was put, but for what only names this asking of it.
    struct Asking: Hashable, Sendable {
        let asked: AskedQuestion
        let edition: Int
        /// The state of the index; 0 where no variant is asked about.
        let index: Int

        init(_ asked: AskedQuestion, _ regulations: Regulations, index: Int) {
            var asked = asked
            asked.identifier = ""
            asked.process = ""
            asked.regions = []
            asked.deadline = nil
            self.asked = asked
            edition = regulations.edition
            self.index = index
        }
    }

    /// An answer with what the ledger says of it.
    struct Answered: Sendable {
        let reply: RegionReply
        let entry: LedgerEntry
    }

    /// What decides which rows a question may count.
    struct Selection: Hashable, Sendable {
        let decisions: [Decision]
        let controllers: [OrganisationCode]
        let purpose: Purpose
        let date: CivilDate
        let edition: Int
    }

    private struct Held: Sendable {
        var policies: [OrganisationCode: PolicyBook] = [:]
        var statements: [Set<ConsentKind>: [Pseudonym: [ConsentEvent]]] = [:]
        var selections: [Selection: RowSet] = [:]
        var answers: [Asking: Answered] = [:]
    }

    /// Above it everything is forgotten and begins anew.
    private static let most = 4096

    private let held = Mutex(Held())

    func policies(of controller: OrganisationCode, _ find: () throws -> PolicyBook) rethrows -> PolicyBook {
        if let known = held.withLock({ $0.policies[controller] }) { return known }
        let found = try find()
        held.withLock { $0.policies[controller] = found }
        return found
    }

    func statements(
        _ kinds: Set<ConsentKind>, _ find: () throws -> [Pseudonym: [ConsentEvent]]
    ) rethrows -> [Pseudonym: [ConsentEvent]] {
        if let known = held.withLock({ $0.statements[kinds] }) { return known }
        let found = try find()
        held.withLock { $0.statements[kinds] = found }
        return found
    }

    func rows(of selection: Selection, _ find: () throws -> RowSet) rethrows -> RowSet {
        if let known = held.withLock({ $0.selections[selection] }) { return known }
        let found = try find()
        held.withLock { held in
            if held.selections.count >= KnownAnswers.most { held.selections = [:] }
            held.selections[selection] = found
        }
        return found
    }

    func answer(to asking: Asking) -> Answered? { held.withLock { $0.answers[asking] } }

    func keep(_ answered: Answered, for asking: Asking) {
        held.withLock { held in
            if held.answers.count >= KnownAnswers.most { held.answers = [:] }
            held.answers[asking] = answered
        }
    }
}
