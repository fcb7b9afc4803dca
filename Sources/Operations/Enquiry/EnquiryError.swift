package import AccessModel
package import Questions
package import StructuredText

/// Why an enquiry cannot be registered, asked, answered or shown. It repeats nothing that somebody wrote.
package struct EnquiryError: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Code: Hashable, Sendable {
        /// There is none of this name, or none that concerns the actor.
        case unknown
        /// The actor's commission holds no feasibility enquiries.
        case purpose
        /// What is done is done for another purpose than feasibility.
        case otherPurpose
        case notRegistrant, notSteward
        /// The region was not asked.
        case notAsked
        case closed
        // What is wrong with what was written; `place` names the member.
        case text(WrittenTextFault)
        case tooMany, wrongType, unknownValue, passedDeadline, notACount
        case criteria(QuestionError)
    }

    package let code: Code
    /// The enquiry, or the member of what was written.
    package let place: String

    package init(_ code: Code, place: String) {
        self.code = code
        self.place = place
    }

    package var message: LocalizedText {
        switch code {
        case .unknown: LocalizedText(sv: "Förfrågan finns inte.", en: "There is no such enquiry.")
        case .purpose:
            LocalizedText(
                sv: "Uppdraget omfattar inte antalsberäkningar inför forskning.",
                en: "The commission does not hold feasibility enquiries.")
        case .otherPurpose:
            LocalizedText(
                sv: "En förfrågan görs för antalsberäkning och inget annat.",
                en: "An enquiry is made for feasibility and nothing else.")
        case .notRegistrant:
            LocalizedText(
                sv: "Bara den som har registrerat förfrågan kan ställa eller avsluta den.",
                en: "Only whoever registered the enquiry can ask or close it.")
        case .notSteward:
            LocalizedText(
                sv: "En regions svar ges av dess dataförvaltare.", en: "A region's answer is given by its data steward.")
        case .notAsked:
            LocalizedText(sv: "Regionen har inte fått förfrågan.", en: "The region has not been asked.")
        case .closed: LocalizedText(sv: "Förfrågan är avslutad.", en: "The enquiry is closed.")
        case .text(let fault): fault.message
        case .tooMany:
            LocalizedText(
                sv: "Du har redan \(KeepQuestions.limit) sparade frågor.",
                en: "You keep \(KeepQuestions.limit) questions already.")
        case .wrongType: LocalizedText(sv: "Uppgiften har fel form.", en: "This has the wrong form.")
        case .unknownValue: LocalizedText(sv: "Värdet är okänt.", en: "The value is not known.")
        case .passedDeadline: LocalizedText(sv: "Svarsdagen har redan passerat.", en: "The deadline has already passed.")
        case .notACount:
            LocalizedText(
                sv: "En förfrågan räknar personer; frekvenser kan den inte be om.",
                en: "An enquiry counts people; it cannot ask for frequencies.")
        case .criteria(let error): error.message
        }
    }

    package var remedy: LocalizedText {
        switch code {
        case .unknown: LocalizedText(sv: "Se listan över förfrågningar.", en: "See the list of enquiries.")
        case .purpose:
            LocalizedText(sv: "Använd ett uppdrag som omfattar dem.", en: "Use a commission that does.")
        case .otherPurpose:
            LocalizedText(
                sv: "Byt ändamål till antalsberäkning (Samsyn-Purpose: feasibility).",
                en: "Change the purpose to feasibility (Samsyn-Purpose: feasibility).")
        case .notRegistrant: LocalizedText(sv: "Be den personen.", en: "Ask that person to do it.")
        case .notSteward:
            LocalizedText(
                sv: "Be en dataförvaltare i regionen att svara.", en: "Ask a data steward of the region to answer.")
        case .notAsked:
            LocalizedText(sv: "Vänta tills förfrågan har ställts till regionen.", en: "Wait until the region has been asked.")
        case .closed: LocalizedText(sv: "Registrera en ny förfrågan.", en: "Register a new enquiry.")
        case .text(let fault):
            fault.remedy(
                LocalizedText(
                    sv: "bara antal och regionens egna ord lämnas ut.",
                    en: "only a number and the region's own words are given out."))
        case .tooMany: LocalizedText(sv: "Ta bort någon av dem.", en: "Remove one of them.")
        case .wrongType: LocalizedText(sv: "Se beskrivningen av gränssnittet.", en: "See the description of the interface.")
        case .unknownValue: LocalizedText(sv: "Välj yes, no eller condition.", en: "Choose yes, no or condition.")
        case .passedDeadline: LocalizedText(sv: "Ange en kommande dag.", en: "Give a day to come.")
        case .notACount: LocalizedText(sv: "Skriv bara villkoren.", en: "Write the criteria only.")
        case .criteria(let error): error.remedy
        }
    }

    /// Of what whoever asks does: it is done under the purpose that the law speaks of (PDL 5 kap. 7 §), and no other.
    package static func requireFeasibility(_ purpose: Purpose) throws(EnquiryError) {
        guard purpose == .feasibility else { throw EnquiryError(.otherPurpose, place: "enquiry") }
    }

    package var description: String { "\(place): \(message.en) \(remedy.en)" }
}
