package import AccessModel
package import ClinicalModel
internal import HTTPTypes
package import Hummingbird
internal import Identification
package import Operations
package import Questions

/// On what terms a request is made: who, why and for what. The purpose is part of every request.
///
/// Header fields: `Samsyn-Purpose`, `Samsyn-Scope` (nation where absent), `Samsyn-Project`, `Samsyn-Study` (feasibility), `Samsyn-Register`,
/// `Samsyn-Patient` (a pseudonym of the actor's own region).
package struct RequestTerms: Sendable {
    package let actor: Actor
    package let purpose: Purpose
    package var scope = SearchScope.nation
    package var project: String?
    package var study: String?
    package var register: String?
    package var patient: Pseudonym?

    /// Throws a `Problem` for terms that are missing, unknown or not the actor's.
    package init(_ request: Request, _ context: APIContext) throws {
        guard let credential = context.credential else {
            throw Problem(.unauthorized, "token-missing", "Nobody is signed in.", remedy: "Send a bearer token.")
        }
        actor = credential.actor
        func field(_ name: String) -> String? { HTTPField.Name(name).flatMap { request.headers[$0] } }
        let named = field("Samsyn-Purpose")
        let list = Purpose.allCases.map(\.rawValue).joined(separator: ", ")
        if let named {
            guard let purpose = Purpose(rawValue: named) else {
                throw Problem(
                    .badRequest, "purpose-unknown", "The purpose of the request is not known.",
                    remedy: "Samsyn-Purpose is one of: \(list).")
            }
            guard credential.purpose == nil || credential.purpose == purpose else {
                throw Problem(
                    .forbidden, "purpose-not-of-token", "The token is bound to another purpose.",
                    remedy: "Ask for the token's own purpose, or take a token for this one.")
            }
            self.purpose = purpose
        } else {
            guard let purpose = credential.purpose else {
                throw Problem(
                    .badRequest, "purpose-missing", "The request names no purpose.",
                    remedy: "Send Samsyn-Purpose with one of: \(list).")
            }
            self.purpose = purpose
        }
        if let text = field("Samsyn-Scope") {
            guard let scope = SearchScope(rawValue: text) else {
                throw Problem(
                    .badRequest, "scope-unknown", "The scope of the request is not known.",
                    remedy: "Samsyn-Scope is one of: \(SearchScope.allCases.map(\.rawValue).joined(separator: ", ")).")
            }
            self.scope = scope
        }
        project = field("Samsyn-Project")
        study = field("Samsyn-Study")
        register = field("Samsyn-Register")
        if let text = field("Samsyn-Patient") {
            guard let patient = Pseudonym(text) else {
                throw Problem(
                    .badRequest, "patient-malformed", "Samsyn-Patient is no pseudonym.",
                    remedy: "A pseudonym has 32 hexadecimal digits.")
            }
            self.patient = patient
        }
    }

    /// The question on these terms. A care relation is looked up where the patient is: in a partition of this node.
    package func asked(_ question: Question, process: String, at node: RunningNode) throws -> AskedQuestion {
        var asked = AskedQuestion(
            actor: actor, purpose: purpose, date: node.now().date, question: question, process: process)
        asked.project = project
        asked.plannedStudy = study
        asked.register = register.map { QualityRegister(name: $0, holder: actor.identity) }
        if let patient, let home = actor.region, let partition = node.partitions[home] {
            asked.hasCareRelation = try CareRelationCheck(partition: partition, actor: actor, patient: patient).run(
                on: asked.date)
        }
        return asked
    }
}
