package import ClinicalModel
package import Operations
internal import WebUI

/// A node that holds every region of a demonstration, for acts without a network: nothing listens, and nobody else is asked.
package func demonstrationNode(
    _ partitions: [RegionCode: Partition], regulations: Regulations, resources: NodeResources
) throws -> RunningNode {
    let printing = try PrintReport(folder: resources.web, templates: try PageTemplates(folder: resources.web + "/templates"))
    return RunningNode(
        name: "demonstration", partitions: partitions, regulations: regulations,
        sources: partitions.values.map { .partition($0, regulations) },
        templates: try LoadTemplates(directory: resources.templates).run(),
        printing: { try await printing.run($0, $1) })
}
