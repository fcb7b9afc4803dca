package import Identification

/// Fetches an issuer's keys: from where they are, or from where its description of itself says that they are. The description is read each
/// time, so that keys that move are found again.
package struct FetchKeys: Sendable {
    /// One question to whoever answers at an address; throws for any answer but a whole one.
    let get: @Sendable (String) async throws -> [UInt8]

    package init(get: @escaping @Sendable (String) async throws -> [UInt8]) { self.get = get }

    package func run(_ address: KeySetAddress) async throws -> [UInt8] {
        guard address.describes != nil else { return try await get(address.text) }
        return try await get(try address.keys(in: try await get(address.text)).text)
    }
}
