package import AccessModel
package import ClinicalModel
package import Questions
package import Records

/// The questions that somebody keeps at this node to ask again: nobody else sees them, and asking again is asking anew.
package struct KeepQuestions: Sendable {
    package let database: EnquiryDatabase
    package let actor: Actor

    package init(database: EnquiryDatabase, actor: Actor) {
        self.database = database
        self.actor = actor
    }

    /// How many one person may keep.
    package static let limit = 200

    /// By name.
    package func list() throws -> [SavedQuestion] { try database.savedQuestions(of: actor.identity) }

    /// Throws `EnquiryError.unknown`, also for one of somebody else's.
    package func question(_ id: Int) throws -> SavedQuestion {
        guard let found = try database.savedQuestion(id, of: actor.identity) else {
            throw EnquiryError(.unknown, place: "question")
        }
        return found
    }

    /// Keeps a question; one of the same name is replaced. Throws `EnquiryError` for a name that cannot stand and where there are too many.
    package func save(_ question: Question, as name: String, now: Timestamp) throws -> SavedQuestion {
        let name = try EnquiryText.checked(name, "name", longest: 200)
        let saved = try database.saveQuestion(
            question.text, as: name, of: actor.identity, limit: KeepQuestions.limit, time: now)
        guard let saved else { throw EnquiryError(.tooMany, place: "name") }
        return saved
    }

    /// Throws `EnquiryError.unknown`, also for one of somebody else's.
    package func remove(_ id: Int) throws {
        guard try database.removeSavedQuestion(id, of: actor.identity) else { throw EnquiryError(.unknown, place: "question") }
    }
}
