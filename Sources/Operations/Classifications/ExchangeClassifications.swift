internal import AccessModel
package import ClinicalModel
internal import Records
package import ReportModel
package import StructuredText

/// Fetches what other regions have classified anew, and what they have done in the threads that both take part in, for every region of this
/// node. A conflict is found when what makes it one arrives. Done every so often; nothing is lost where a region is away.
package struct ExchangeClassifications: Sendable {
    package let node: RunningNode

    package init(node: RunningNode) { self.node = node }

    /// What came of it, by the region that fetched. A region that cannot be reached does not stop the others.
    @discardableResult
    package func run() async throws -> [RegionCode: [ClassificationEvent]] {
        var events: [RegionCode: [ClassificationEvent]] = [:]
        for (region, partition) in node.partitions.sorted(by: { $0.key < $1.key }) {
            for source in node.sources where source.region != region {
                _ = try? await fetch(from: source, into: partition)
            }
            events[region] = try await SettleClassifications(partition: partition).run()
        }
        return events
    }

    /// The other region's classifications of one variant, whatever has been read of it; nothing is kept.
    package func classifications(
        of variant: VariantIdentifier, from region: RegionCode, for partition: Partition
    ) async throws -> ClassificationReply {
        guard let source = node.sources.first(where: { $0.region == region }) else {
            throw ClassificationsUnreached(reason: nil)
        }
        return try await source.classifications(
            ClassificationMessage(
                from: partition.layout.region, to: region, after: 0, edition: "", variant: variant))
    }

    private func fetch(from source: RegionSource, into partition: Partition) async throws {
        let own = partition.layout.region
        var hasMore = true
        while hasMore {
            let mark = try partition.records.classificationMark(of: source.region)
            let edition = try partition.records.setting(key(source.region)) ?? ""
            let reply = try await source.classifications(
                ClassificationMessage(
                    from: own, to: source.region, after: mark.sequence, edition: edition,
                    threads: try partition.ownThreads(concerning: source.region)))
            let time = partition.now()
            let arrived = reply.entries.map { entry in
                entry.classification.map { ArrivedClassification($0, origin: entry.sequence, at: time) }
                    ?? ArrivedClassification(
                        removing: entry.subject, of: entry.laboratory, in: source.region, origin: entry.sequence, at: time)
            }
            try await partition.changing {
                try partition.records.take(arrived, from: source.region, upTo: reply.upTo, at: time)
                if reply.edition != edition { try partition.records.set(key(source.region), to: reply.edition) }
                for record in reply.threads where record.concerns(own) {
                    try partition.records.take(record, from: source.region, at: time)
                }
            }
            hasMore = reply.hasMore && !reply.entries.isEmpty
        }
    }

    private func key(_ region: RegionCode) -> String { "classifications-edition/\(region)" }

    /// The platform in a region, which asks on nobody's behalf.
    static func actor(of region: RegionCode) -> Actor {
        Actor(
            identity: Actor.Role.system.rawValue, name: "Samsyn", role: .system, region: region, provider: nil, careUnit: nil,
            purposes: [.classificationSharing])
    }
}

/// Thrown by a source whose region could not be asked about its classifications.
package struct ClassificationsUnreached: Error, Hashable, Sendable {
    package let reason: LocalizedText?

    package init(reason: LocalizedText?) { self.reason = reason }
}
