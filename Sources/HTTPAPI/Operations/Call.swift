package import AccessModel
package import ClinicalModel
internal import HTTPTypes
package import Hummingbird
internal import Identification
package import Operations
package import StructuredText

/// One request for an operation, held against the operation's description: what the handler sees is what was described.
package struct Call: Sendable {
    package let request: Request
    package let context: APIContext
    package let node: RunningNode
    package let operation: APIOperation
    /// By name; those of the query and the header fields that were left out are missing.
    package let parameters: [String: JSONValue]
    /// JSON's null where the operation has no JSON body.
    package let body: JSONValue
    /// The text where the operation takes one.
    package let text: String

    package func parameter(_ name: String) -> String? { parameters[name]?.string }

    package func number(_ name: String) -> Int? { parameters[name]?.integer }

    package var language: Language { request.language }

    package func terms() throws -> AskingTerms { try AskingTerms(request, context) }

    /// Who is asking, where no purpose is needed.
    package func actor() throws -> Actor {
        guard let credential = context.credential else {
            throw Problem(
                .unauthorized, "token-missing", LocalizedText(sv: "Ingen är inloggad.", en: "Nobody is signed in."),
                remedy: LocalizedText(sv: "Skicka ett intyg (bearer token).", en: "Send a bearer token."))
        }
        return credential.actor
    }

    /// The partition that the path names. A region that this node does not hold is not found here.
    package func partition() throws -> Partition {
        try node.partition(parameter("region").flatMap { RegionCode($0) }, in: language)
    }

    /// The partition, where the actor may do this there under the purpose of the request.
    package func partition(for act: AdministrativeAct) throws -> (partition: Partition, actor: Actor) {
        let terms = try terms()
        let partition = try node.partition(
            parameter("region").flatMap { RegionCode($0) }, for: act, by: terms.actor, purpose: terms.purpose, in: language)
        return (partition, terms.actor)
    }

    /// The person of the path.
    package func person() throws -> Pseudonym {
        guard let person = parameter("person").flatMap({ Pseudonym($0) }) else {
            throw Problem(
                .badRequest, "pseudonym-malformed", LocalizedText(sv: "Det är ingen pseudonym.", en: "This is no pseudonym."),
                remedy: LocalizedText(
                    sv: "En pseudonym har 32 hexadecimala siffror.", en: "A pseudonym has 32 hexadecimal digits."))
        }
        return person
    }
}
