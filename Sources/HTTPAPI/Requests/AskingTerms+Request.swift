internal import AccessModel
internal import ClinicalModel
internal import HTTPTypes
package import Hummingbird
internal import Identification
package import Operations
internal import StructuredText

extension AskingTerms {
    /// Of the header fields `Samsyn-Purpose`, `Samsyn-Scope` (nation where absent), `Samsyn-Project`, `Samsyn-Study` (feasibility),
    /// `Samsyn-Register`, `Samsyn-Patient` (a pseudonym of the actor's own region). The purpose is part of every request.
    ///
    /// Throws a `Problem` for terms that are missing, unknown or not the actor's.
    package init(_ request: Request, _ context: APIContext) throws {
        guard let credential = context.credential else {
            throw Problem(
                .unauthorized, "token-missing", LocalizedText(sv: "Ingen är inloggad.", en: "Nobody is signed in."),
                remedy: LocalizedText(sv: "Skicka ett intyg (bearer token).", en: "Send a bearer token."))
        }
        let actor = credential.actor
        func field(_ name: String) -> String? { HTTPField.Name(name).flatMap { request.headers[$0] } }
        let named = field("Samsyn-Purpose")
        let list = Purpose.allCases.map(\.rawValue).joined(separator: ", ")
        if let named {
            guard let purpose = Purpose(rawValue: named) else {
                throw Problem(
                    .badRequest, "purpose-unknown",
                    LocalizedText(sv: "Begärans ändamål är okänt.", en: "The purpose of the request is not known."),
                    remedy: LocalizedText(sv: "Samsyn-Purpose är ett av: \(list).", en: "Samsyn-Purpose is one of: \(list)."))
            }
            guard credential.purpose == nil || credential.purpose == purpose else {
                throw Problem(
                    .forbidden, "purpose-not-of-token",
                    LocalizedText(sv: "Intyget är bundet till ett annat ändamål.", en: "The token is bound to another purpose."),
                    remedy: LocalizedText(
                        sv: "Fråga för intygets eget ändamål, eller hämta ett intyg för det här.",
                        en: "Ask for the token's own purpose, or take a token for this one."))
            }
            self.init(actor: actor, purpose: purpose)
        } else {
            guard let purpose = credential.purpose else {
                throw Problem(
                    .badRequest, "purpose-missing",
                    LocalizedText(sv: "Begäran nämner inget ändamål.", en: "The request names no purpose."),
                    remedy: LocalizedText(
                        sv: "Skicka Samsyn-Purpose med ett av: \(list).", en: "Send Samsyn-Purpose with one of: \(list)."))
            }
            self.init(actor: actor, purpose: purpose)
        }
        if let text = field("Samsyn-Scope") {
            guard let scope = SearchScope(rawValue: text) else {
                let scopes = SearchScope.allCases.map(\.rawValue).joined(separator: ", ")
                throw Problem(
                    .badRequest, "scope-unknown",
                    LocalizedText(sv: "Begärans omfattning är okänd.", en: "The scope of the request is not known."),
                    remedy: LocalizedText(sv: "Samsyn-Scope är ett av: \(scopes).", en: "Samsyn-Scope is one of: \(scopes)."))
            }
            self.scope = scope
        }
        project = field("Samsyn-Project")
        study = field("Samsyn-Study")
        register = field("Samsyn-Register")
        if let text = field("Samsyn-Patient") {
            guard let patient = Pseudonym(text) else {
                throw Problem(
                    .badRequest, "patient-malformed",
                    LocalizedText(sv: "Samsyn-Patient är ingen pseudonym.", en: "Samsyn-Patient is no pseudonym."),
                    remedy: LocalizedText(
                        sv: "En pseudonym har 32 hexadecimala siffror.", en: "A pseudonym has 32 hexadecimal digits."))
            }
            self.patient = patient
        }
    }
}
