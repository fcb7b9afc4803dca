internal import AccessModel
package import Records

/// Seals the register of identities under a new key, in one transaction. Pseudonyms do not change.
package struct RotateKey: Sendable {
    package let partition: Partition
    package let key: RegionKey

    package init(partition: Partition, key: RegionKey) {
        self.partition = partition
        self.key = key
    }

    /// How many pieces were sealed anew: identities, manifests in waiting, and the secrets of the register.
    package func run() async throws -> Int {
        try await partition.changing {
            let count = try partition.identity.rotate(to: key)
            _ = try await partition.ledger.append(
                AuditEvent(
                    time: partition.now(), act: .keyRotation, actor: "operator", role: Actor.Role.system.rawValue,
                    process: "partition rotate-key", returned: count))
            return count
        }
    }
}
