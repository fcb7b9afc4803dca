internal import AccessModel
internal import ClinicalModel
internal import Operations
internal import Records
internal import StructuredText

extension Site {
    /// The partition of the actor's own region. Throws where this node does not hold it: its pages are on the region's own node.
    func home(of actor: Actor, _ language: Language) throws -> Partition {
        guard let partition = actor.region.flatMap({ node.partitions[$0] }) else {
            throw ProblemFacts(
                404, "region-not-here",
                LocalizedText(
                    sv: "Noden har inte din regions uppgifter.", en: "This node does not hold your region's data."),
                remedy: LocalizedText(sv: "Öppna regionens egen nod.", en: "Open the region's own node."), language)
        }
        return partition
    }

    /// Names of organisations by their codes.
    func units(of partition: Partition) throws -> [String: String] {
        Dictionary(
            try partition.records.organisations().map { ($0.code.text, $0.name) }, uniquingKeysWith: { first, _ in first })
    }
}
