internal import KnowledgeModel
internal import Synchronization

/// Items of the version in force that were read last, by gene: reading an item's row takes several times as long as holding findings against
/// it, and cases of one day ask for the same genes.
final class EvidenceMemory<Item: ProfiledItem>: Sendable {
    private struct Kept {
        var version: VersionIdentifier?
        var byGene: [String: [Item]] = [:]
        var count = 0
    }

    private let kept = Mutex(Kept())
    private let limit: Int

    /// `limit`: items that are kept at most, about 3 KB each. All of CIViC's evidence is 4,842.
    init(limit: Int = 5000) { self.limit = limit }

    /// The items of a version that name one of the genes, in the order of their identities, each once. `read` is asked for the genes that are not
    /// kept; another version than the last forgets everything.
    func items(
        of genes: Set<String>, in version: VersionIdentifier, _ read: (Set<String>) throws -> [Item]
    ) rethrows -> [Item] {
        let known = kept.withLock { $0.version == version ? $0.byGene.filter { genes.contains($0.key) } : [:] }
        let missing = genes.subtracting(known.keys)
        var found = known
        if !missing.isEmpty {
            for gene in missing { found[gene] = [] }
            for item in try read(missing) {
                for gene in item.profile.genes.intersection(missing) { found[gene, default: []].append(item) }
            }
            keep(found.filter { missing.contains($0.key) }, of: version)
        }
        var seen = Set<ItemIdentity>()
        return found.values.joined().filter { seen.insert($0.identity).inserted }.sorted { $0.identity < $1.identity }
    }

    private func keep(_ found: [String: [Item]], of version: VersionIdentifier) {
        let added = found.values.reduce(0) { $0 + $1.count }
        kept.withLock { kept in
            if kept.version != version || kept.count + added > limit { kept = Kept(version: version) }
            guard added <= limit else { return }
            kept.byGene.merge(found) { $1 }
            kept.count = kept.byGene.values.reduce(0) { $0 + $1.count }
        }
    }
}
