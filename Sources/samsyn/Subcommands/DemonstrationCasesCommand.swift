import AccessModel
import ArgumentParser
import ClinicalModel
import Operations
import Server
import StructuredText

struct DemonstrationCasesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demonstration-cases",
        abstract: "Take the demonstration's cases to their answers, in all its regions; no real person.",
        discussion: """
            For a data directory whose regions have taken in what `demonstration` made, and whose policies are published. What is done, and by
            whom, stands in docs/demonstration.md.

            Example:
              samsyn demonstration-cases --data demo/regions/data
            """)

    @OptionGroup var data: DataArguments
    @OptionGroup var regulation: RegulationArguments
    @Option(help: "What the nodes are called that are to hold the regions and to know something, before the region's number.")
    var nodes = "node-"
    @Flag(help: "What has come of each case, as JSON.") var json = false

    func run() async throws {
        try await reportingFailure {
            var partitions: [RegionCode: Partition] = [:]
            for region in data.regions() { partitions[region] = try await data.open(region) }
            let regulations = try regulation.regulations(data)
            let node = try demonstrationNode(
                partitions, regulations: regulations,
                resources: NodeResources(
                    law: "", codes: try SharedFiles.path("codes", data.directory),
                    web: try SharedFiles.path("web", data.directory),
                    templates: try SharedFiles.path("templates", data.directory)))
            let personas = try LoadPersonas.read(
                try regulation.personas ?? SharedFiles.path("personas.yaml", data.directory))
            let played = try await PlayCases(
                node: node, personas: personas, share: SharedFiles.root, desks: try desks(of: partitions, regulations)
            ).run()
            Terminal.answer(
                json
                    ? played.json.indentedText + "\n"
                    : "\(played.rows.count) cases, \(played.reports) reports and \(played.recalls) recalls in \(partitions.count) regions.\n"
            )
        }
    }

    /// What each region's own node will know, with the reports of its region.
    private func desks(
        of partitions: [RegionCode: Partition], _ regulations: Regulations
    ) throws -> [RegionCode: KnowledgeDesk] {
        let codes = try SharedFiles.path("codes", data.directory)
        return try Dictionary(
            uniqueKeysWithValues: partitions.map { region, partition in
                let state = NodeState(node: nodes + region.description, data: data.directory)
                let desk = try OpenKnowledge(
                    state: state, codes: codes, hierarchies: regulations.hierarchies, citing: [CitingRegion(partition)]
                ).run()
                return (region, desk)
            })
    }
}
