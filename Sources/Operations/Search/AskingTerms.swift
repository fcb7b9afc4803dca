package import AccessModel
package import ClinicalModel
package import Questions

/// On what terms a question is put, over whichever way it comes: who, why and for what.
package struct AskingTerms: Hashable, Sendable {
    package let actor: Actor
    package let purpose: Purpose
    package var scope = SearchScope.nation
    package var project: String?
    /// The planned study of a feasibility question.
    package var study: String?
    package var register: String?
    /// Of the actor's own region.
    package var patient: Pseudonym?

    package init(actor: Actor, purpose: Purpose) {
        self.actor = actor
        self.purpose = purpose
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
