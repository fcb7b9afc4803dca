internal import AccessModel
package import ClinicalModel
internal import Foundation
package import Operations
package import Records

/// Opens the partitions that a node holds, each with its region's own key.
package struct OpenPartitions: Sendable {
    package let configuration: NodeConfiguration

    package init(configuration: NodeConfiguration) { self.configuration = configuration }

    /// A region's key: the file of `key-files`, else `keys/<region>.key` in the data directory.
    package func key(_ region: RegionCode) throws -> RegionKey {
        try RegionKeySource.file(configuration.keyFiles[region] ?? "\(configuration.data)/keys/\(region).key").read()
    }

    package func open(_ region: RegionCode) async throws -> Partition {
        let layout = PartitionLayout(data: configuration.data, region: region)
        guard FileManager.default.fileExists(atPath: layout.records) else {
            throw PartitionError(.missing, place: layout.directory)
        }
        return try await Partition.open(layout, key: try key(region))
    }

    package func run() async throws -> [RegionCode: Partition] {
        var partitions: [RegionCode: Partition] = [:]
        for region in configuration.regions { partitions[region] = try await open(region) }
        return partitions
    }
}
