package import ClinicalModel

/// What may be done with a patient's question about an access, and by whom. Pure.
package enum AccessCaseRules {
    /// Days within which the region answers: the month of the data protection regulation's art. 12.3.
    package static let daysToAnswer = 30
    /// Characters that a question and an answer may have.
    package static let longestText = 4000

    package static func due(opened date: CivilDate) -> CivilDate { date.adding(days: daysToAnswer) }

    /// Whether `person` may question `event`, having questioned those in `earlier`.
    package static func open(
        _ event: AuditEvent, by person: Pseudonym, words: String, earlier: [AccessCase], event number: Int
    ) throws(AccessCaseRefusal) {
        guard event.patients.contains(person) else { throw .init(.notOwnAccess) }
        guard event.purpose != .ownAccess || event.role != Actor.Role.patient.rawValue else { throw .init(.ownDoing) }
        guard words.count <= longestText else { throw .init(.tooLong) }
        guard !earlier.contains(where: { $0.event == number }) else { throw .init(.alreadyAsked) }
    }

    /// Whether `reviewer` may look into it.
    package static func take(_ asked: AccessCase, by reviewer: Actor, accessedBy actor: String?) throws(AccessCaseRefusal) {
        guard asked.state == .opened else { throw .init(asked.state == .answered ? .answered : .taken) }
        try check(reviewer, actor)
    }

    /// Whether `reviewer` may close it with an answer.
    package static func answer(
        _ asked: AccessCase, by reviewer: Actor, text: String, accessedBy actor: String?
    ) throws(AccessCaseRefusal) {
        switch asked.state {
        case .opened: throw .init(.notTaken)
        case .answered: throw .init(.answered)
        case .beingLookedAt: break
        }
        try check(reviewer, actor)
        guard text.contains(where: { !$0.isWhitespace }) else { throw .init(.answerMissing) }
        guard text.count <= longestText else { throw .init(.tooLong) }
    }

    /// Nobody judges what they did themselves.
    private static func check(_ reviewer: Actor, _ actor: String?) throws(AccessCaseRefusal) {
        if let actor, reviewer.isSamePerson(as: actor) { throw .init(.ownAccess) }
    }
}
