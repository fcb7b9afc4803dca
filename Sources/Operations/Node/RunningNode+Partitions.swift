package import AccessModel
package import ClinicalModel
package import StructuredText

extension RunningNode {
    /// The partition of a region that this node holds, where the actor may do this there under this purpose. Throws
    /// `AdministrativeRefusal`, or `ProblemFacts` for a region that is not here.
    package func partition(
        _ region: RegionCode?, for act: AdministrativeAct, by actor: Actor, purpose: Purpose, in language: Language
    ) throws -> Partition {
        let partition = try partition(region, in: language)
        if let refusal = AdministrativeRights.refusal(of: act, for: actor, purpose: purpose, in: partition.layout.region) {
            throw refusal
        }
        return partition
    }

    /// The partition of a region that this node holds. Throws `ProblemFacts` for one that is not here.
    package func partition(_ region: RegionCode?, in language: Language) throws -> Partition {
        guard let region, let partition = partitions[region] else {
            throw ProblemFacts(
                404, "region-not-here",
                LocalizedText(
                    sv: "Den här noden har inte regionens uppgifter.", en: "This node does not hold the region's partition."),
                remedy: LocalizedText(
                    sv: "Gå till regionens egen nod.",
                    en: "Ask the region's own node. GET /api/v1/regions says which regions are here."), language)
        }
        return partition
    }
}
