package import ClinicalModel
package import Questions
package import StructuredText

/// An enquiry as somebody writes it, before it is registered.
package struct EnquiryDraft: Hashable, Sendable {
    package var title: String
    package var sponsor: String
    /// A count; its criteria are frozen before anything runs.
    package var question: Question
    package var plannedStudy: String
    package var contact: String
    /// The last day for answers.
    package var deadline: CivilDate

    package init(
        title: String, sponsor: String, question: Question, plannedStudy: String, contact: String, deadline: CivilDate
    ) {
        self.title = title
        self.sponsor = sponsor
        self.question = question
        self.plannedStudy = plannedStudy
        self.contact = contact
        self.deadline = deadline
    }

    /// Reads `{"title", "sponsor", "criteria", "plannedStudy", "contact", "deadline"}`; the criteria are a text of the cohort language or its
    /// JSON form, the deadline is `2026-12-31`.
    package init(json: JSONValue) throws(EnquiryError) {
        guard json.members != nil else { throw EnquiryError(.wrongType, place: "enquiry") }
        guard let criteria = json["criteria"] else { throw EnquiryError(.text(.missing), place: "criteria") }
        let question: Question
        do throws(QuestionError) {
            question = if let text = criteria.string { try Question.parse(text) } else { try Question(json: criteria) }
        } catch {
            throw EnquiryError(.criteria(error), place: "criteria")
        }
        guard let deadline = CivilDate(try EnquiryText.read(json, "deadline")) else {
            throw EnquiryError(json["deadline"] == nil ? .text(.missing) : .wrongType, place: "deadline")
        }
        self.init(
            title: try EnquiryText.read(json, "title"), sponsor: try EnquiryText.read(json, "sponsor"), question: question,
            plannedStudy: try EnquiryText.read(json, "plannedStudy"), contact: try EnquiryText.read(json, "contact"),
            deadline: deadline)
    }
}
