package import AccessModel
package import ClinicalModel
package import Records
internal import StructuredText

/// Ends data about a person on somebody's order, where that is the actor's to do: a data steward of the region carries out decisions. A
/// destruction is confirmed by naming its decision twice.
package struct OrderEnding: Sendable {
    package let partition: Partition
    package let actor: Actor
    package let purpose: Purpose
    package let person: Pseudonym
    package let act: Ending.Act
    package let decision: String
    /// For *delete copy*: the project or register; nil for every copy.
    package var copyReference: String?
    /// For *destroy*: the decision's reference once more.
    package var confirmation = ""

    package init(
        partition: Partition, actor: Actor, purpose: Purpose, person: Pseudonym, act: Ending.Act, decision: String
    ) {
        self.partition = partition
        self.actor = actor
        self.purpose = purpose
        self.person = person
        self.act = act
        self.decision = decision
    }

    /// What was found when the act was proved: empty where it holds. Throws `AdministrativeRefusal` and `PersonRefusal`.
    package func run() async throws -> [EndingFault] {
        if let refusal = AdministrativeRights.refusal(
            of: .endData, for: actor, purpose: purpose, in: partition.layout.region)
        {
            throw refusal
        }
        let named = decision.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard (1...200).contains(named.unicodeScalars.count), !IdentityNumber.looksLikeOne(named),
            named.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F })
        else { throw PersonRefusal(.decisionMissing) }
        if act == .destroy {
            guard confirmation.split(whereSeparator: \.isWhitespace).joined(separator: " ") == named else {
                throw PersonRefusal(.notConfirmed)
            }
        }
        var end = EndData(partition: partition, person: person, act: act, decision: named, actor: actor.identity)
        end.copyReference = copyReference
        return try await end.run()
    }
}
